import { type Day, type WorkCalendar } from './dump.types.js';
import { SLOT_TIME } from './readings.js';
import { addDays, dayOf, timeOn, weekday, type Instant } from './time.js';

export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const year = calendar.years[day.slice(0, 4)];
  if (!year) throw new Error(`calendar ${calendar.id} has no year ${day.slice(0, 4)}`);
  if (year.makeUpWorkdays.some((d) => d.date === day)) return true;
  return !calendar.weeklyRest.includes(weekday(day)) && !year.daysOff.some((d) => d.date === day);
}

/** Counts n working days from `day`, itself not counted; n = 0 is the last working day on or before it. */
export function addWorkingDays(calendar: WorkCalendar, day: Day, n: number): Day {
  if (n === 0) return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, -1);
  const step = n > 0 ? 1 : -1;
  let at = day;
  for (let met = 0; met < Math.abs(n);) {
    at = addDays(at, step);
    if (isWorkingDay(calendar, at)) met += 1;
  }
  return at;
}

/** The morning mail that takes a notice of this instant. */
export function slotFor(calendar: WorkCalendar, at: Instant): Instant {
  let day = dayOf(at);
  while (!isWorkingDay(calendar, day) || timeOn(day, SLOT_TIME) < at) day = addDays(day, 1);
  return timeOn(day, SLOT_TIME);
}
