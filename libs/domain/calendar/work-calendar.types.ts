import type { LocalDate } from '../time/local-date.js';

/** How far a year's table can be trusted: decided by government, proposed, or computed from the law alone. */
export type CalendarStatus = 'official' | 'proposed' | 'computed';

export interface CalendarDay {
  date: LocalDate;
  name: string;
  /** Where the day itself is known from; the year's source where it is absent. */
  source?: string;
  status?: CalendarStatus;
  /** Absent: a holiday, or what replaces one. */
  reason?: 'closure';
}

/** One year of days off and make-up working days, with its source. */
export interface CalendarYear {
  year: number;
  status: CalendarStatus;
  source: string;
  /** Holidays, substitute days and swapped days off that fall outside the weekly rest. */
  daysOff: CalendarDay[];
  /** Days of weekly rest worked instead of a swapped day. */
  makeUpWorkdays: CalendarDay[];
}

/** A kind of office's working days. `id` and `version` are pinned where the calendar was applied. */
export interface WorkCalendar {
  id: string;
  version: string;
  /** Weekly rest, 0 = Sunday … 6 = Saturday. */
  weeklyRest: number[];
  years: Record<number, CalendarYear>;
}
