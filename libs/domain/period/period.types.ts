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
