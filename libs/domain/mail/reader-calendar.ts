import { kindOfCalendar } from '../calendar/closures.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import type { RuleBook } from '../obligation/clocks.js';
import { workplaceOf } from '../obligation/workplaces.js';
import type { UnitTree } from '../units/tree.js';
import type { RemindingRule } from './reminding.types.js';

/**
 * The week of who reads: that of their own unit, else the kind that the clock counts by, what was closed around the unit laid over.
 * @param calendar id on the clock; closures in it are those of who owes, not of who reads  @throws RangeError on an unknown kind
 */
export function readerCalendar(
  calendar: string,
  unit: string,
  tree: UnitTree,
  rules: RuleBook,
  { unbounded }: RemindingRule,
): WorkCalendar {
  const kind = kindOfCalendar(calendar);
  if (kind === unbounded.calendar) return rules.calendar(kind);
  return rules.calendarOf(workplaceOf(unit, tree, kind));
}
