import { firstWorkingDayOnOrAfter } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { addDays, instantAt, localDateOf } from '../time/local-date.js';

/** Local hour of the morning mail where nobody chose another. */
export const DIGEST_TIME = '08:00';

/**
 * The mail slot a digest notice waits for: the hour of the first working day, at or after the instant.
 * @param time local hour, `HH:mm`  @throws UnknownCalendarYear
 */
export function digestSlot(instant: Date, cal: WorkCalendar, time = DIGEST_TIME): Date {
  const day = localDateOf(instant);
  const missed = instant > instantAt(day, time);
  return instantAt(firstWorkingDayOnOrAfter(cal, missed ? addDays(day, 1) : day), time);
}
