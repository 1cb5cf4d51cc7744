import { addWorkingDays, instantAt, localDateOf, type LocalDate, type WorkCalendar } from '#libs/domain';
import type { Moment } from './behaviour/index.js';

/** People of the demo act at two hours of the day, so that a year is a few hundred instants and not thousands. */
const MORNING = '09:30';
const AFTERNOON = '15:30';

/** The instant of a moment, never before `notBefore`: the first of the two hours after it where the drawn one has passed. */
export function instantOf(
  { workingDays, hour }: Moment,
  base: LocalDate,
  calendar: WorkCalendar,
  notBefore: Date,
): Date {
  const day = addWorkingDays(calendar, base, workingDays);
  const drawn = instantAt(day, hour < 12 ? MORNING : AFTERNOON);
  return drawn > notBefore ? drawn : nextOfficeHour(notBefore, calendar);
}

/** The next of the two hours, on a working day, strictly after an instant. */
export function nextOfficeHour(after: Date, calendar: WorkCalendar): Date {
  const today = localDateOf(after);
  const first = addWorkingDays(calendar, today, 0);
  const days = [first, addWorkingDays(calendar, today, 1)].filter((day) => day >= today);
  const hours = days.flatMap((day) => [instantAt(day, MORNING), instantAt(day, AFTERNOON)]);
  return hours.find((at) => at > after)!;
}
