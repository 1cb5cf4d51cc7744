import type { LocalDate, ObligationKind } from '#libs/domain';

/** What a unit of the demo does with one obligation. */
export type Act = 'on_time' | 'late' | 'never' | 'nil' | 'returned_once' | 'extension';

/** The facts behaviour depends on, and nothing else: the same facts give the same behaviour in every run. */
export interface ObligationFacts {
  id: string;
  kind: ObligationKind;
  step: string;
  subject: string;
  /** The standing body answers: its work is always done, at worst late. */
  standing: boolean;
  dueDay: LocalDate;
}

/** A moment relative to a day of the clock. Before the form opens it means: when it opens. */
export interface Moment {
  from: 'due' | 'opens' | 'event';
  /** Working days after (before, when negative) that day; 0 is its last working day on or before. */
  workingDays: number;
  /** Local hour, within office hours. */
  hour: number;
  minute: number;
}

export interface Behaviour {
  act: Act;
  /** When it is submitted, signed or entered; null for `never`. With an extension granted, against the new due day. */
  at: Moment | null;
  /** Reviewer: working days after the submission (`event`), at the earliest right after it. */
  review: Moment;
  /** `returned_once`: the second submission, working days after the return (`event`). */
  again: Moment | null;
  extension: { ask: Moment; decide: Moment; workingDays: number; granted: boolean } | null;
}
