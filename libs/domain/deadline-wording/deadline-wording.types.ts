import type { LocalDate } from '../time/local-date.js';

/**
 * What the words of a deadline say, with every date filled in.
 * `by` includes its day, `before` excludes it; `time` is a local `HH:mm` that ends the last day early; `soft` stands for a part of a
 * month, quarter or year ("cuối tháng"): no lateness is recorded against it.
 */
export type WordingRule =
  | { kind: 'by' | 'before'; date: LocalDate; time?: string; soft?: true; every?: Turn }
  | { kind: 'within' | 'within_working_days' | 'within_months'; count: number; from: LocalDate }
  | { kind: 'days_before' | 'working_days_before'; count: number; date: LocalDate }
  /** The n-th working day from the start (n > 0) or the end (n < 0) of a span. */
  | { kind: 'working_day_of'; nth: number; first: LocalDate; last: LocalDate; strict: boolean };

/** What a deadline comes again with. */
export type Turn = 'week' | 'month' | 'quarter' | 'year';

/**
 * What must be known before a day can be named: the day of an event, a school's calendar, the hour of receipt, the period a
 * report is for; or a slip that only its writer can mend.
 */
export interface Need {
  kind:
    | 'event'
    | 'school_week'
    | 'school_calendar'
    | 'hour_of_receipt'
    | 'period'
    | 'impossible_date'
    | 'impossible_hour'
    | 'contradiction'
    | 'wording';
  /** The words it is about, folded. */
  name: string;
}

export type WordingReading = { rule: WordingRule; need: null } | { rule: null; need: Need };

/** A deadline in words, made into a day. All null but `asWritten` and `needs` where something must be known first. */
export interface DueOfWording {
  /** Last on-time day. */
  lastDay: LocalDate | null;
  /** UTC instant up to which it is on time: the hour that was written, else the last millisecond of `lastDay`. */
  instant: Date | null;
  rule: WordingRule | null;
  asWritten: string;
  /** Null where `lastDay` is itself a working day: a written day is never moved. */
  lastWorkingDayBefore: LocalDate | null;
  needs: Need | null;
}
