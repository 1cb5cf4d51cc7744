import { isLocalDate, type LocalDate } from '../../time/local-date.js';

/** The day, or null where the calendar has none (31/02). */
export function dateOf(year: number, month: number, day: number): LocalDate | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

/** Last day of a month (1-12). */
export function lastDayOf(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
