import { firstWorkingDayOnOrAfter, isWorkingDay } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { DIGEST_TIME, digestSlot } from '../deadline/slots.js';
import { addDays, instantAt, localDateOf, localTimeOf } from '../time/local-date.js';
import type { RemindingRule } from './reminding.types.js';

const HALF_HOUR_MS = 1_800_000;

/** True for calendars of drills. A calendar with local closures carries their ids behind a slash. */
export const unbounded = ({ unbounded: ids }: RemindingRule, { id }: WorkCalendar): boolean =>
  ids.includes(id.split('/')[0]!);

/** May mail leave at this instant? @throws UnknownCalendarYear */
export function inWindow(instant: Date, calendar: WorkCalendar, rule: RemindingRule): boolean {
  if (unbounded(rule, calendar)) return true;
  const day = localDateOf(instant);
  const { opens, closes } = rule.window;
  return isWorkingDay(calendar, day) && localTimeOf(instant) >= opens && instant <= instantAt(day, closes);
}

/** The first instant at or after this one at which mail may leave. @throws UnknownCalendarYear */
export function nextOpening(instant: Date, calendar: WorkCalendar, rule: RemindingRule): Date {
  if (inWindow(instant, calendar, rule)) return instant;
  const day = localDateOf(instant);
  const { opens } = rule.window;
  const from = instant <= instantAt(day, opens) ? day : addDays(day, 1);
  return instantAt(firstWorkingDayOnOrAfter(calendar, from), opens);
}

/**
 * When a digest goes whose own morning was passed over: at the next full or half hour of the window, so that whatever was passed over
 * with it has come by then. Before the morning mail, and where no such hour is left that day, with the next morning mail.
 */
export function lateSlot(now: Date, calendar: WorkCalendar, { window: { closes } }: RemindingRule): Date {
  const day = localDateOf(now);
  if (now <= instantAt(day, DIGEST_TIME) || !isWorkingDay(calendar, day)) return digestSlot(now, calendar);
  const next = new Date((Math.floor(now.getTime() / HALF_HOUR_MS) + 1) * HALF_HOUR_MS);
  return next <= instantAt(day, closes) ? next : digestSlot(now, calendar);
}

/** Was a slot passed over? */
export const isPassed = (slotAt: Date, now: Date, { lateAfter }: RemindingRule): boolean =>
  now.getTime() - slotAt.getTime() > lateAfter * 60_000;
