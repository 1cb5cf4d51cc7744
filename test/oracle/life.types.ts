import { type Clock } from './clock.js';
import { type Delay } from './delay.js';
import { type Audience, type Day } from './dump.types.js';
import { type Laid } from './lay-out.js';
import { type Suspension } from './suspension.js';
import { type Instant } from './time.js';

/** One version of the clock and how long it ran: from its making until another clock or a final state took over. */
export interface Span {
  clock: Clock;
  from: Instant;
  /** Null while it still runs. */
  to: Instant | null;
  /** True where an earlier clock goes on (extension, withdrawal): what lay before `from` is not repeated. */
  goesOn: boolean;
  /** True where a suspension moved it on: what was to be examined at `to` is examined on the moved clock. */
  shifted: boolean;
  /** Delays declared while it ran, in order. */
  delays: Delay[];
}

/** A notice that a person's act causes by itself. */
export interface Prompt {
  rung: string;
  at: Instant;
  clock: Clock;
  /** Whom an escalation by hand goes to; every other prompt goes to the focal point. */
  to?: Audience;
}

/** The owing unit asked for more time. */
export interface Request {
  /** 1 for the first. */
  n: number;
  at: Instant;
  /** The clock that ran. */
  clock: Clock;
  /** Null while it waits. */
  decidedAt: Instant | null;
}

/** A line of the deadline ledger. */
export interface DeadlineLine {
  dueAt: Instant;
  graceUntil: Instant | null;
  lastDay: Day;
  kind: 'plan' | 'extension' | 'suspension';
  /** When it was decided; the plan's own stands from the opening. */
  at: Instant | null;
}

/** What must have become of one obligation. */
export interface Life {
  laid: Laid;
  state: string;
  spans: Span[];
  /** Turns between final and not final, in order of time. */
  finality: { at: Instant; final: boolean }[];
  deadlines: DeadlineLine[];
  /** Of its campaign. */
  suspensions: Suspension[];
  overdue: Instant[];
  submittedAt: Instant | null;
  onTime: boolean | null;
  onTimeOriginal: boolean | null;
  nil: boolean;
  returns: number;
  attempt: number;
  /** Latest submission that was not withdrawn. */
  submission: string | null;
  prompts: Prompt[];
  requests: Request[];
  /** Accepted commands that the rules do not allow. */
  illegal: string[];
}
