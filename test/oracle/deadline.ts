import { addWorkingDays, isWorkingDay } from './calendar.js';
import { type Day, type DueRule, type WorkCalendar } from './dump.types.js';
import { addDays, endOf, type Instant } from './time.js';

/** Last day that counts as on time. `opened` is the local day on which the step opened. */
export function lastDay(rule: Exclude<DueRule, { kind: 'instant' }>, opened: Day, calendar: WorkCalendar): Day {
  if (rule.kind === 'by') return rule.date;
  if (rule.kind === 'before') return addDays(rule.date, -1);
  const origin = rule.from === 'opened' ? opened : rule.from;
  if (rule.kind === 'within_working_days') return addWorkingDays(calendar, origin, rule.days);
  let day = addDays(origin, rule.days);
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}

/** @param opensAt opening instant of the form, from which drills count */
export function dueInstant(rule: DueRule, opened: Day, opensAt: Instant, calendar: WorkCalendar): Instant {
  return rule.kind === 'instant' ? opensAt + rule.afterMs : endOf(lastDay(rule, opened, calendar));
}
