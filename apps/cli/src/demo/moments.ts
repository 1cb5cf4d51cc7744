import { addWorkingDays, instantAt, localDateOf, type LocalDate, type WorkCalendar } from '#libs/domain';
import type { Moment } from './behaviour/index.js';

/** People of the demo act at one hour of the day, so that a year is some hundred instants and not thousands. */
const OFFICE_HOUR = '14:00';

/** The instant of a moment, never at or before `notBefore`: the next office hour where the drawn day has passed. */
export function instantOf({ workingDays }: Moment, base: LocalDate, calendar: WorkCalendar, notBefore: Date): Date {
  const drawn = instantAt(addWorkingDays(calendar, base, workingDays), OFFICE_HOUR);
  return drawn > notBefore ? drawn : nextOfficeHour(notBefore, calendar);
}

/** The next office hour strictly after an instant. */
function nextOfficeHour(after: Date, calendar: WorkCalendar): Date {
  const today = localDateOf(after);
  const days = [addWorkingDays(calendar, today, 0), addWorkingDays(calendar, today, 1)];
  return days.map((day) => instantAt(day, OFFICE_HOUR)).find((at) => at > after)!;
}
