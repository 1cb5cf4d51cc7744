import { firstWorkingDayOnOrAfter, isWorkingDay } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { addDays, instantAt, localDateOf, localTimeOf } from '../time/local-date.js';
import type { RemindingRule } from './reminding.types.js';

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

/** Was a slot passed over? */
export const isPassed = (slotAt: Date, now: Date, { lateAfter }: RemindingRule): boolean =>
  now.getTime() - slotAt.getTime() > lateAfter * 60_000;
