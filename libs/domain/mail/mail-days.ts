import { addWorkingDays, firstWorkingDayOnOrAfter } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { addDays, localDateOf, weekday, type LocalDate } from '../time/local-date.js';
import type { Frequency } from './reminding.types.js';

/** Weekdays on which a digest comes, 1 = Monday. */
const DAYS: Record<Exclude<Frequency, 'daily'>, number[]> = { twice_a_week: [1, 4], weekly: [1] };

export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((weekday(day) + 6) % 7));

/**
 * The first day on or after this one on which a digest of this frequency comes; a day of its that is no working day stands for the
 * first working day after it.
 * @throws UnknownCalendarYear
 */
export function nextMailDay(day: LocalDate, frequency: Frequency, calendar: WorkCalendar): LocalDate {
  let candidate = firstWorkingDayOnOrAfter(calendar, day);
  if (frequency === 'daily') return candidate;
  while (!standsFor(candidate, DAYS[frequency], calendar)) candidate = addWorkingDays(calendar, candidate, 1);
  return candidate;
}

/** Is one of these weekdays the working day itself, or a day of rest right before it? */
function standsFor(working: LocalDate, weekdays: number[], calendar: WorkCalendar): boolean {
  const before = addWorkingDays(calendar, working, -1);
  for (let day = working; day > before; day = addDays(day, -1)) if (weekdays.includes(weekday(day))) return true;
  return false;
}

/** The last morning on which a reminder can still come before the due day: nothing that waits may wait longer. */
export const lastMorning = (dueAt: Date, calendar: WorkCalendar): LocalDate =>
  addWorkingDays(calendar, localDateOf(dueAt), -1);
