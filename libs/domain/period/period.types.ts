import type { LocalDate } from '../time/local-date.js';

/** One kind of period within a year, e.g. the first half: months 1 to 6. */
export interface PeriodSpan {
  /** Joined to the year it makes the period's id: `2018` + `H1`. */
  id: string;
  /** `{year}` is replaced. */
  label: string;
  firstMonth: number;
  lastMonth: number;
}

/** How a reporting regime cuts the year. Dated data with a source; kept in the rules, never in code. */
export interface PeriodPattern {
  id: string;
  source: string;
  /** Last day counted in a period's last month; the next period begins on the day after. Null: the end of the month. */
  closeDay: number | null;
  spans: PeriodSpan[];
}

/** Periods of one length that follow each other: weeks that close on a weekday, or spans counted from the campaign's first day. */
export type RunningPeriods =
  /** `closesOn`: 0 = Sunday … 6 = Saturday. */
  { kind: 'weekly'; closesOn: number } | { kind: 'campaign'; count: number; unit: 'day' | 'week' | 'month' };

/** How often a campaign reports, whatever cuts its time: the spans of a regime, running periods, or one span alone. */
export type PeriodRegime =
  | { kind: 'spans'; id: string; pattern: PeriodPattern }
  /** `label`: `{n}` is the number of the period, `{year}` its year. */
  | { kind: 'running'; id: string; label: string; source: string; every: RunningPeriods }
  | { kind: 'once'; id: string; period: Period };

/** Both days included; the data close on `to`. */
export interface Period {
  id: string;
  label: string;
  from: LocalDate;
  to: LocalDate;
}

export interface PeriodsWithin {
  /** Periods that close within the campaign, by close day, a shorter one before the longer that closes with it. */
  periods: Period[];
  /** Periods still running when the campaign ends: the final report covers them. */
  cut: Period[];
}

/** What the report at a campaign's end covers: the whole campaign, and with it the periods that its end cut. */
export interface FinalReport {
  from: LocalDate;
  to: LocalDate;
  joins: Period[];
  /** First day that no periodic report covered; null where the last period closed with the campaign. */
  newSince: LocalDate | null;
}

/** The days of one period's report as separate facts; each stands on the page by its own name. */
export interface PeriodDates {
  /** The form opens. */
  opens: LocalDate;
  /** Last day the figures cover ("chốt số liệu"). */
  cutoff: LocalDate;
  /** Last day on time ("hạn"). */
  due: LocalDate;
  /** Last day on which lateness is recorded but not counted against the unit; null: none. */
  grace: LocalDate | null;
  /** Last day on which anything is taken ("khóa sổ"); null: never. */
  lock: LocalDate | null;
}
