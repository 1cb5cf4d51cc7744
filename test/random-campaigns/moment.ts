import { addWorkingDays, dayNumber, instantAt, localDateOf, type LocalDate, type WorkCalendar } from '#libs/domain';

/** Hour at which bodies decide about whole campaigns; as those of people never that of a rung or of a mail. */
export const BOARD_HOUR = '09:00';
/** People act at one hour of a day, so that a campaign is some hundred instants and not thousands. */
const onDay = (day: LocalDate): Date => instantAt(day, dayNumber(day) % 2 === 0 ? '10:30' : '14:00');

/** When people act some working days after a day; the next time they do where that has passed. */
export function moment(calendar: WorkCalendar, base: LocalDate, workingDays: number, now: Date): Date {
  const drawn = onDay(addWorkingDays(calendar, base, workingDays));
  if (drawn > now) return drawn;
  const today = localDateOf(now);
  return [0, 1].map((days) => onDay(addWorkingDays(calendar, today, days))).find((at) => at > now)!;
}
