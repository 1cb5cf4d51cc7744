import { firstWorkingDayOnOrAfter } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { addDays, instantAt, localDateOf } from '../time/local-date.js';

/** Local hour of the morning mail. */
export const DIGEST_TIME = '08:00';

/** The mail slot a digest notice waits for: 08:00 local of the first working day, at or after the instant. @throws UnknownCalendarYear */
export function digestSlot(instant: Date, cal: WorkCalendar): Date {
  const day = localDateOf(instant);
  const missed = instant > instantAt(day, DIGEST_TIME);
  return instantAt(firstWorkingDayOnOrAfter(cal, missed ? addDays(day, 1) : day), DIGEST_TIME);
}
