import { addWorkingDays, instantAt, localDateOf, type LocalDate, type WorkCalendar } from '#libs/domain';

/** Hours at which people act, and at which bodies decide about whole campaigns: never that of a rung or of a mail. */
export const HOURS = ['10:30', '14:00'] as const;
export const BOARD_HOUR = '09:00';

export type Hour = (typeof HOURS)[number];

/** An hour some working days after a day; the next such hour where that has passed. */
export function moment(calendar: WorkCalendar, base: LocalDate, workingDays: number, hour: Hour, now: Date): Date {
  const drawn = instantAt(addWorkingDays(calendar, base, workingDays), hour);
  if (drawn > now) return drawn;
  const today = localDateOf(now);
  return [0, 1].map((days) => instantAt(addWorkingDays(calendar, today, days), hour)).find((at) => at > now)!;
}
