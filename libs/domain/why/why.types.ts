import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import type { Clock } from '../ladder/ladder.types.js';
import type { HoldReason } from '../mail/reminding.types.js';
import type { RuleBook } from '../obligation/clocks.js';
import type { ObligationState } from '../obligation/obligation.types.js';
import type { Suspension } from '../suspension/suspension.types.js';
import type { LocalDate } from '../time/local-date.js';

/** A notice about the obligation, as it is recorded. */
export interface RecordedNotice {
  post: string;
  rung: string;
  act: string;
  at: Date;
  /** Null: at once. */
  slotAt: Date | null;
  state: string;
  reason: string | null;
  message: string | null;
  holds?: { at: Date; until: Date; why: HoldReason }[] | undefined;
}

/** The mail that carried a notice. */
export interface RecordedMail {
  id: string;
  state: string;
  at: Date;
  sentAt: Date | null;
  /** Who it went to. */
  to: string | null;
  /** Posts that were passed over on the way up. */
  vacant: string[];
}

/** A journal entry that is about the obligation: its own, or an act of the engine that names it. */
export interface RecordedEvent {
  type: string;
  at: Date;
  data: Record<string, unknown>;
}

/** Records from which it follows why somebody was or was not reminded on a day. */
export interface WhyFacts {
  day: LocalDate;
  now: Date;
  post: string;
  state: ObligationState;
  clock: Clock;
  notices: RecordedNotice[];
  mails: ReadonlyMap<string, RecordedMail>;
  /** By instant. */
  events: RecordedEvent[];
  suspensions: Suspension[];
  /** When the campaign was cancelled. */
  cancelledAt: Date | null;
  /** Of the reader. */
  calendar: WorkCalendar;
  rules: RuleBook;
}

export type WhyCode =
  | 'future'
  | 'sent'
  | 'sent-upwards'
  | 'unconfirmed'
  | 'bounced'
  | 'failed'
  | 'held'
  | 'waits'
  | 'stands-still'
  | 'withdrawn'
  | 'not-open'
  | 'settled'
  | 'cancelled'
  | 'suspended'
  | 'parked'
  | 'handed-in'
  | 'skipped'
  | 'delayed'
  | 'others'
  | 'rest-day'
  | 'no-rung';

/** The answer: a code, and what its sentence is filled with. */
export interface Why {
  code: WhyCode;
  /** A mail with a notice of it left for this post that day. */
  told: boolean;
  data: Record<string, string>;
}
