import type { Amendment } from '../amendment/amendment.types.js';
import type { Difficulty } from '../difficulty/difficulty.types.js';
import type { Clock } from '../ladder/ladder.types.js';
import type { EventType } from '../timeline/event-types.js';
import type { LocalDate } from '../time/local-date.js';
import type { ObligationKind } from '../plan/plan.types.js';
import type { Remark } from '../review/remark.types.js';
import type { Parking } from './parking.types.js';

export type ObligationState =
  'scheduled' | 'open' | 'submitted' | 'received' | 'returned' | 'accepted' | 'done' | 'lapsed' | 'excused' | 'parked';

/** One version of a due date: who set it, on what ground. Nothing is overwritten (deadline ledger, F3). */
export interface DeadlineVersion {
  version: number;
  dueAt: Date;
  lastDay: LocalDate;
  by: string;
  at: Date;
  /** Up to it lateness is not counted; absent without grace. */
  graceUntil?: Date;
  /**
   * `calendar`: counted again when the calendar was decided; `suspension`: given back after one; `answer`: of an answer to a difficulty, when
   * it was raised, forwarded or raised again.
   */
  kind: 'plan' | 'extension' | 'calendar' | 'suspension' | 'answer';
  ground: string;
}

/** By whose week somebody works: the kind of calendar, and the unit with those above it, in which offices may be closed. */
export interface Workplace {
  calendar: string;
  area: string[];
}

/** A wish for more time, until somebody decides. */
export interface ExtensionRequest {
  proposedDay: LocalDate;
  reason: string;
  by: string;
  at: Date;
  decision?: { granted: boolean; by: string; at: Date; reason: string };
}

/** Somebody owes something by a date. Key: (campaign, step, kind, subject, line). */
export interface Obligation {
  _id: string;
  campaign: string;
  step: string;
  kind: ObligationKind;
  subject: string;
  line: string;
  level: string;
  round: string;
  cohort: string;
  /** Unit that answers for it, and the post role there. */
  answeringUnit: string;
  answeringRole: 'focal' | 'head' | 'member';
  /** Set where one named post answers (a council member's vote). */
  answeringPost?: string;
  /** Collects, reviews and gives the receipt. */
  receiver: string;
  addressee: string | null;
  copyTo: string[];
  /** Nearest first; `ancestorsAtLaunch` is pinned. */
  ancestors: string[];
  ancestorsAtLaunch: string[];
  state: ObligationState;
  /** Counts every write. */
  version: number;
  /** Counts what people decide; clients send the one they saw. */
  revision: number;
  clock: Clock;
  /** The clock that the last submission stopped; a withdrawal starts it again. */
  stoppedClock: Clock | null;
  /** Next instant at which the engine acts on it by itself; null when nothing is to come. */
  nextAt: Date | null;
  deadlines: DeadlineVersion[];
  extension: ExtensionRequest | null;
  /** Requests made so far. */
  extensions: number;
  /** Escalations by hand so far, and when the last one was. */
  escalations?: { count: number; at: Date };
  /** Working days for review and resubmission, pinned from the duty. */
  reviewWithin: number;
  resubmitWithin: number;
  lockAfter: number;
  lockAfterMs?: number;
  /** Working days of grace after the due day; absent: none. */
  graceAfter?: number;
  /** Last day the figures cover. */
  cutoff?: LocalDate;
  /** Pinned at lay-out. */
  worksAt?: { owner: Workplace; receiver: Workplace };
  /** The instant after which it counted as late and no submission stood; a fact, not a state. */
  overdueAt: Date | null;
  attempt: number;
  submission: string | null;
  /** First submission that was not withdrawn, and whether it met the granted and the original date. */
  submittedAt: Date | null;
  onTime: boolean | null;
  onTimeOriginal: boolean | null;
  /** It came after the granted due instant and within grace: on record, and not counted as late. */
  inGrace?: boolean;
  /** Round whose figures this report consolidates, if any. */
  consolidates: string | null;
  /** Ids of the targets this unit itself is asked for. */
  targets: string[];
  /** Ids of the targets that come up through the round it consolidates. */
  consolidatedTargets: string[];
  nil: boolean;
  /** Who typed the standing submission for the unit; null or absent where the unit handed it in itself. */
  enteredBy?: { post: string; person: string | null } | null;
  returns: number;
  title: string;
  /** Hash of the content that stands, and who handed it in: what a reviewer's receipt is bound to. */
  contentHash?: string | null;
  submittedBy?: { post: string; person: string | null } | null;
  /** Units the report goes up through, nearest first, as they were when it was handed in. */
  chain?: string[];
  /** Remarks of every round. */
  remarks?: Remark[];
  /** Something changed below after the report went up, and nobody has decided about it yet. */
  amendment?: Amendment | null;
  /** Notes that were decided, oldest first. */
  amendments?: Amendment[];
  /** Number of the target's amendment for which it was last asked for again. */
  askedAgain?: number;
  /** The covenant that is signed by it together with others; absent where the unit signs alone. */
  covenant?: string;
  /** What is to be answered; of kind `answer` only. */
  difficulty?: Difficulty;
  /** Last suspension of the campaign that was reckoned with on its clock. */
  shifted?: number;
  /** Set while it is parked. */
  parking?: Parking | null;
  /** From a release until the engine's next act on it: tells that act from the one the others of its group have had. */
  releasedAt?: Date | null;
}

/** What happened, as the journal will hold it. `note` points at erasable text. */
export interface DomainEvent {
  type: EventType;
  at: Date;
  actor: { post: string | null; person: string | null };
  data: Record<string, unknown>;
}
