import { addWorkingDays, firstWorkingDayOnOrAfter, lastWorkingDayOnOrBefore } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { UnknownCalendarYear } from '../calendar/unknown-calendar-year.js';
import { addDays, endOfDay, instantAt, type LocalDate } from '../time/local-date.js';
import { addMonths } from '../time/months.js';
import type { DueOfWording, WordingRule } from './deadline-wording.types.js';
import { readWording } from './read-wording.js';

/**
 * A deadline in words made into a day and an instant. A written day is never moved: `lastWorkingDayBefore` stands beside it; only a
 * count of days rolls to the next working day.
 * @param from day of receipt or of writing  @throws UnknownCalendarYear
 */
export function dueOfWording(words: string, from: LocalDate, calendar: WorkCalendar): DueOfWording {
  const { rule, need } = readWording(words, from);
  const beyond = need?.kind === 'wording' ? yearBeyond(need.name, calendar) : null;
  if (beyond !== null) throw new UnknownCalendarYear(calendar.id, beyond);
  if (!rule) return { lastDay: null, instant: null, rule, asWritten: words, lastWorkingDayBefore: null, needs: need };
  const { lastDay, instant } = lastOf(rule, calendar);
  const working = lastWorkingDayOnOrBefore(calendar, lastDay);
  const lastWorkingDayBefore = working === lastDay ? null : working;
  return { lastDay, instant, rule, asWritten: words, lastWorkingDayBefore, needs: null };
}

/** A year that the date grammar does not know and no calendar has: an error that says how to mend it, not an unread wording. */
function yearBeyond(text: string, calendar: WorkCalendar): number | null {
  const year = Number(/(?:\/|năm )(\d{4})(?!\d)/.exec(text)?.[1] ?? Number.NaN);
  return Number.isNaN(year) || calendar.years[year] ? null : year;
}

function lastOf(rule: WordingRule, calendar: WorkCalendar): { lastDay: LocalDate; instant: Date } {
  if ('time' in rule && rule.time !== undefined && rule.time !== '24:00') {
    const lastDay = rule.time === '00:00' ? addDays(rule.date, -1) : rule.date;
    return { lastDay, instant: instantAt(rule.date, rule.time) };
  }
  const lastDay = lastDayOf(rule, calendar);
  return { lastDay, instant: endOfDay(lastDay) };
}

function lastDayOf(rule: WordingRule, calendar: WorkCalendar): LocalDate {
  switch (rule.kind) {
    case 'by':
      return rule.date;
    case 'before':
      return addDays(rule.date, -1);
    case 'within':
      return firstWorkingDayOnOrAfter(calendar, addDays(rule.from, rule.count));
    case 'within_months':
      return firstWorkingDayOnOrAfter(calendar, addMonths(rule.from, rule.count));
    case 'within_working_days':
      return addWorkingDays(calendar, rule.from, rule.count);
    case 'days_before':
      return addDays(rule.date, -rule.count);
    case 'working_days_before':
      return addWorkingDays(calendar, rule.date, -rule.count);
    case 'working_day_of': {
      const { nth, first, last, strict } = rule;
      const day =
        nth < 0 ? addWorkingDays(calendar, addDays(last, 1), nth) : addWorkingDays(calendar, addDays(first, -1), nth);
      return strict ? addDays(day, -1) : day;
    }
  }
}
