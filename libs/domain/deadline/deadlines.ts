import {
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  isProvisional,
  lastWorkingDayOnOrBefore,
} from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { addDays, endOfDay, localDateOf, type LocalDate } from '../time/local-date.js';
import type { Deadline, DeadlineOrigin, DeadlineRule } from './deadline.types.js';

type DatedRule = Exclude<DeadlineRule, { kind: 'instant' }>;

/**
 * A rule made into a day. "trước ngày X" excludes X, "chậm nhất / không quá / đến hết ngày X" includes it; a written date is never
 * moved by a day off, only a plain "trong N ngày" rolls forward (Civil Code 2015 art. 147-148).
 * @param openedOn local day on which the step opened
 * @throws UnknownCalendarYear; RangeError for an `instant` rule, which has no day before it is opened: see `dueInstant`
 */
export function resolveDeadline(rule: DeadlineRule, openedOn: LocalDate, cal: WorkCalendar): Deadline {
  if (rule.kind === 'instant') throw new RangeError('an instant deadline is counted from an instant, not from a day');
  const { lastDay, countedFrom } = lastDayOf(rule, openedOn, cal);
  const lastWorkingDay = lastWorkingDayOnOrBefore(cal, lastDay);
  const earliest = countedFrom < lastWorkingDay ? countedFrom : lastWorkingDay;
  return { lastDay, dueAt: endOfDay(lastDay), lastWorkingDay, provisional: isProvisional(cal, earliest, lastDay) };
}

/** UTC instant up to which a submission is on time, for every kind of rule. @param openedAt instant at which the step opened */
export function dueInstant(rule: DeadlineRule, openedAt: Date, cal: WorkCalendar): Date {
  if (rule.kind === 'instant') return new Date(openedAt.getTime() + rule.afterMs);
  return resolveDeadline(rule, localDateOf(openedAt), cal).dueAt;
}

/** The last day, and the first day that the calendar was asked about on the way. */
function lastDayOf(
  rule: DatedRule,
  openedOn: LocalDate,
  cal: WorkCalendar,
): { lastDay: LocalDate; countedFrom: LocalDate } {
  switch (rule.kind) {
    case 'by':
      return { lastDay: rule.date, countedFrom: rule.date };
    case 'before': {
      const lastDay = addDays(rule.date, -1);
      return { lastDay, countedFrom: lastDay };
    }
    case 'within': {
      const counted = addDays(originDay(rule.from, openedOn), rule.days);
      return { lastDay: firstWorkingDayOnOrAfter(cal, counted), countedFrom: counted };
    }
    case 'within_working_days': {
      const origin = originDay(rule.from, openedOn);
      return { lastDay: addWorkingDays(cal, origin, rule.days), countedFrom: origin };
    }
  }
}

const originDay = (origin: DeadlineOrigin, openedOn: LocalDate): LocalDate => (origin === 'opened' ? openedOn : origin);
