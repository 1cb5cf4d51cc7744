import { dateOfDayNumber, dayNumber, type LocalDate } from '../time/local-date.js';
import { UnknownCalendarYear } from './unknown-calendar-year.js';
import type { CalendarYear, WorkCalendar } from './work-calendar.types.js';

const DAY_MS = 86_400_000;

/** A year's table by day number. Derived from the table alone; it lives as long as the table does. */
interface YearIndex {
  off: Set<number>;
  makeUp: Set<number>;
}
const indexes = new WeakMap<CalendarYear, YearIndex>();

/** @throws UnknownCalendarYear, also for a day of weekly rest: it may be a make-up workday */
export function isWorkingDay(cal: WorkCalendar, date: LocalDate): boolean {
  return works(cal, dayNumber(date));
}

/**
 * The n-th working day after (n > 0) or before (n < 0) `date`, which itself is not counted;
 * for n = 0 the last working day on or before it.
 * @throws UnknownCalendarYear
 */
export function addWorkingDays(cal: WorkCalendar, date: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`);
  if (n === 0) return lastWorkingDayOnOrBefore(cal, date);
  const step = n > 0 ? 1 : -1;
  let day = dayNumber(date);
  for (let left = Math.abs(n); left > 0;) {
    day += step;
    if (works(cal, day)) left -= 1;
  }
  return dateOfDayNumber(day);
}

export function lastWorkingDayOnOrBefore(cal: WorkCalendar, date: LocalDate): LocalDate {
  return firstWorking(cal, date, -1);
}

export function firstWorkingDayOnOrAfter(cal: WorkCalendar, date: LocalDate): LocalDate {
  return firstWorking(cal, date, 1);
}

/** Working days after `from` up to and including `to`; counted negative when `to` lies before `from` (then `to` counts, `from` does not). */
export function workingDaysBetween(cal: WorkCalendar, from: LocalDate, to: LocalDate): number {
  const end = dayNumber(to);
  const start = dayNumber(from);
  const step = end >= start ? 1 : -1;
  let count = 0;
  for (let day = start; day !== end;) {
    day += step;
    if (works(cal, day)) count += step;
  }
  return count;
}

/** True when a year between the two days (in either order) is known only by proposal or computation. @throws UnknownCalendarYear */
export function isProvisional(cal: WorkCalendar, from: LocalDate, to: LocalDate): boolean {
  const years = [from, to].map((date) => yearOf(dayNumber(date)));
  let provisional = false;
  for (let year = Math.min(...years); year <= Math.max(...years); year++) {
    if (table(cal, year).status !== 'official') provisional = true;
  }
  return provisional;
}

function firstWorking(cal: WorkCalendar, date: LocalDate, step: 1 | -1): LocalDate {
  let day = dayNumber(date);
  while (!works(cal, day)) day += step;
  return dateOfDayNumber(day);
}

function works(cal: WorkCalendar, day: number): boolean {
  const { off, makeUp } = indexOf(table(cal, yearOf(day)));
  return makeUp.has(day) || !(off.has(day) || cal.weeklyRest.includes(weekdayOf(day)));
}

function table(cal: WorkCalendar, year: number): CalendarYear {
  const found = cal.years[year];
  if (!found) throw new UnknownCalendarYear(cal.id, year);
  return found;
}

function indexOf(year: CalendarYear): YearIndex {
  let index = indexes.get(year);
  if (!index) {
    const numbers = (days: { date: LocalDate }[]) => new Set(days.map(({ date }) => dayNumber(date)));
    index = { off: numbers(year.daysOff), makeUp: numbers(year.makeUpWorkdays) };
    indexes.set(year, index);
  }
  return index;
}

const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();
/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;
