import type { LocalDate } from '../time/local-date.js';
import type { CalendarDay } from './work-calendar.types.js';

/** What the government decided (or proposes) for a year, over what the law alone gives. */
export interface YearlyDecision {
  year: number;
  status: 'official' | 'proposed';
  source: string;
  /** A holiday whose computed days, make-ups included, give way to `daysOff`. */
  replaces?: string;
  /** Days off named by the decision, also those on weekly rest. */
  daysOff: CalendarDay[];
  /** Days of weekly rest worked instead ("làm bù"). */
  makeUpWorkdays: CalendarDay[];
  /** Kinds of calendar it was made for; without it, state offices: other kinds follow it, but only as proposed. */
  kinds?: string[];
}

/** Somebody answers for a whole year's table; what was computed in it is then official. */
export interface ConfirmedYear {
  year: number;
  source: string;
}

/** Offices of an area did not work (storm, flood). `area`: a unit; all units below it are meant. Both days included. */
export interface LocalClosure {
  id: string;
  area: string;
  from: LocalDate;
  to: LocalDate;
  /** Days of rest that the same offices work instead. */
  workInstead?: LocalDate[];
  name: string;
  source: string;
}

/** What was imported and confirmed over the built-in tables. Rows of a year replace all built-in rows of that year. */
export interface CalendarData {
  /** Grows with every change; 0: nothing was imported. */
  version: number;
  decisions: YearlyDecision[];
  confirmed: ConfirmedYear[];
  closures: LocalClosure[];
}
