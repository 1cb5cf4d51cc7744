import {
  dayNumber,
  weekday,
  type CalendarDay,
  type LocalClosure,
  type LocalDate,
  type MessageCode,
  type MessageData,
  type YearlyDecision,
} from '#libs/domain';
import { calendarKinds, FIRST_YEAR, LAST_YEAR } from './calendar-book.js';
import { holidayLaws } from './holiday-laws.js';

/** A place of an import that must be mended, and how. */
export interface CalendarFinding {
  /** Path in the file, e.g. `decisions.2.work_instead`. */
  where: string;
  code: MessageCode;
  data: MessageData;
}

/** Longest local closure that is taken for real; a slip of the year is longer. */
const LONGEST_CLOSURE = 60;
/** Days that state offices rest: what is "worked instead" must be one of them. */
const WEEKEND = [0, 6];

/** Everything wrong with decisions whose fields are there: days of another year, days named twice, names the law does not have. */
export function checkDecisions(decisions: YearlyDecision[]): CalendarFinding[] {
  const seen = new Map<string, 'off' | 'worked'>();
  return decisions.flatMap((decision, i) => {
    const at = `decisions.${i}`;
    return [
      ...beyond(at, decision.year),
      ...names(at, decision),
      ...decision.daysOff.flatMap((day) => checkDay(`${at}.days_off`, decision, day, 'off', seen)),
      ...decision.makeUpWorkdays.flatMap((day) => [
        ...checkDay(`${at}.work_instead`, decision, day, 'worked', seen),
        ...(WEEKEND.includes(weekday(day.date))
          ? []
          : [finding(`${at}.work_instead`, 'calendar.works-anyway', { day: day.date })]),
      ]),
    ];
  });
}

export function checkClosures(closures: LocalClosure[]): CalendarFinding[] {
  const ids = new Set<string>();
  return closures.flatMap(({ id, from, to }, i) => {
    const at = `closures.${i}`;
    const twice = ids.has(id) ? [finding(at, 'calendar.same-id', { id })] : [];
    ids.add(id);
    return [
      ...twice,
      ...checkSpan(at, from, to),
      ...beyond(at, Number(from.slice(0, 4))),
      ...beyond(at, Number(to.slice(0, 4))),
    ];
  });
}

/** A span of days that is the right way round and not a slip of the year. */
export function checkSpan(where: string, from: LocalDate, to: LocalDate): CalendarFinding[] {
  if (to < from) return [finding(where, 'calendar.ends-before-it-starts', { from, to })];
  if (dayNumber(to) - dayNumber(from) < LONGEST_CLOSURE) return [];
  return [finding(where, 'calendar.too-long', { from, to, limit: LONGEST_CLOSURE })];
}

const finding = (where: string, code: MessageCode, data: MessageData): CalendarFinding => ({ where, code, data });

function beyond(where: string, year: number): CalendarFinding[] {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return [];
  return [finding(where, 'calendar-too-far', { first: FIRST_YEAR, last: LAST_YEAR, year })];
}

function names(where: string, { kinds = [], replaces }: YearlyDecision): CalendarFinding[] {
  const known: string[] = calendarKinds;
  const holidays = [...new Set(holidayLaws.flatMap((law) => law.holidays.map(({ name }) => name)))];
  return [
    ...kinds
      .filter((kind) => !known.includes(kind))
      .map((kind) => finding(`${where}.kinds`, 'calendar.unknown-kind', { kind, known: known.join(', ') })),
    ...(replaces === undefined || holidays.includes(replaces)
      ? []
      : [finding(`${where}.replaces`, 'calendar.unknown-holiday', { holiday: replaces, known: holidays.join(', ') })]),
  ];
}

function checkDay(
  where: string,
  { year }: YearlyDecision,
  { date: day }: CalendarDay,
  as: 'off' | 'worked',
  seen: Map<string, 'off' | 'worked'>,
): CalendarFinding[] {
  const own = Number(day.slice(0, 4));
  if (own !== year) return [finding(where, 'calendar.day-of-other-year', { day, year, own })];
  const before = seen.get(day);
  seen.set(day, before ?? as);
  if (before === undefined) return [];
  return [finding(where, before === as ? 'calendar.twice' : 'calendar.off-and-worked', { day, year })];
}
