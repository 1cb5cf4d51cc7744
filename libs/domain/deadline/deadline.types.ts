import type { LocalDate } from '../time/local-date.js';

/**
 * A deadline as a rule, made from the wording of a plan (`reference`: Civil Code 2015 art. 147-148, Decree 09/2019 art. 8).
 * `before` excludes its day ("trước ngày X"), `by` includes it ("chậm nhất / không quá / đến hết ngày X").
 * `within` counts from a day that itself is not counted; plain days roll over a day off, working days never land on one.
 * `instant` is for drills and tests with deadlines seconds away.
 */
export type DeadlineRule =
  | { kind: 'by'; date: LocalDate }
  | { kind: 'before'; date: LocalDate }
  | { kind: 'within'; days: number; from: DeadlineOrigin }
  | { kind: 'within_working_days'; days: number; from: DeadlineOrigin }
  | { kind: 'instant'; afterMs: number };

/** `opened`: the day the step opened; or a fixed day such as the close of the data. */
export type DeadlineOrigin = 'opened' | (LocalDate & {});

/** A rule resolved to a day. A written date is never moved by a day off; both facts are kept. */
export interface Deadline {
  /** The last day that counts as on time. */
  lastDay: LocalDate;
  /** The instant up to which a submission is on time (end of `lastDay`, local). */
  dueAt: Date;
  /** The last working day on or before `lastDay`: reminders are counted from here. */
  lastWorkingDay: LocalDate;
  /** True where `lastDay` or the counting crossed a year known only by computation. */
  provisional: boolean;
}
