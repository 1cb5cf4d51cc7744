import type { LocalDate } from '../time/local-date.js';

/** Who a rung speaks to; resolved to posts from the obligation, and to persons only when the mail is sent. */
export type Audience = 'focal' | 'head' | 'reviewer' | 'superior' | 'standing_body' | 'chair';

/** `digest` waits for the morning mail; `instant` goes at once (returned, re-opened, drills). */
export type NoticeClass = 'digest' | 'instant';

export type RungAct = 'open' | 'remind' | 'urge' | 'escalate';

/** Exactly one of `workingDays` and `durationMs`; negative is before the anchor. */
export interface RungTime {
  anchor: 'opens' | 'due';
  workingDays?: number;
  durationMs?: number;
}

export interface Rung {
  id: string;
  act: RungAct;
  at: RungTime;
  audience: Audience[];
  class: NoticeClass;
}

/** A reminder plan: dated data with a source, pinned by `id` and `version` on every clock that uses it. */
export interface Ladder {
  id: string;
  version: string;
  source: string;
  rungs: Rung[];
}

/**
 * The clock of one obligation in one of its phases. Everything the engine will do by itself follows from it
 * through `agenda()`, so it is stored as these few facts and never as a list of timers.
 */
export interface Clock {
  /** Grows with every change; a rung reaches a post once per version. */
  version: number;
  phase: 'submission' | 'review' | 'resubmission';
  ladder: string;
  calendar: string;
  opensAt: Date;
  dueAt: Date;
  /** After it the collecting round takes no more without a decision; null where the phase has no lock. */
  lockAt: Date | null;
  /** End of grace: up to it lateness stays on record and is not counted. Absent where there is none. */
  graceUntil?: Date;
  /** Versions of the rules its instants were computed by; absent on clocks older than the pins. */
  pins?: RulePins;
  delay?: DeclaredDelay;
  byHand?: EscalationByHand;
}

/** Which ladder and which calendar, by version, gave a clock its instants. */
export interface RulePins {
  ladder: string;
  calendar: string;
}

/** "Tôi sẽ nộp muộn": the latest declaration on this clock. It moves no date, it only stills reminders to the owing unit (F8). */
export interface DeclaredDelay {
  /** 1 for the first on this clock. */
  n: number;
  /** Instant of the declaration. */
  at: Date;
  /** Day until whose end the owing unit is not nagged. */
  lastDay: LocalDate;
}

/** The latest escalation that a supervisor asked for by hand. */
export interface EscalationByHand {
  /** Counted over the whole obligation. */
  n: number;
  at: Date;
  to: EscalationTarget;
}

export type EscalationTarget = Extract<Audience, 'head' | 'superior' | 'standing_body' | 'chair'>;

export type AgendaAct = RungAct | 'overdue' | 'lock' | 'delay';

/** One thing the engine will do by itself at one instant if nobody acts before. */
export interface AgendaEntry {
  at: Date;
  act: AgendaAct;
  /** Rung id, or the act's own name for `overdue` and `lock`. */
  rung: string;
  audience: Audience[];
  class: NoticeClass | null;
}
