import {
  withClosures,
  type CalendarData,
  type CalendarYear,
  type LocalClosure,
  type WorkCalendar,
  type Workplace,
} from '#libs/domain';
import { buildYear } from './build-year.js';
import { holidayLaws } from './holiday-laws.js';
import { lunarDaysOf, type LunarDays } from './lunar/lunar-year.js';
import { yearlyDecisions } from './yearly-decisions.js';

/** Changes with every change of a built-in table, so that a decision can say which one it was made by. */
const VERSION = '2026-11';
/** The first year whose law is kept here, and the last whose lunar days are computed. */
export const FIRST_YEAR = 2013;
export const LAST_YEAR = 2100;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);

/** Kinds of office: state offices (Decision 188/1999/QĐ-TTg [M]), offices and units that work on Saturday, drills. */
const KINDS = { 'vn-5d': [0, 6], 'vn-6d': [0], 'vn-all': [] } as const;
export type CalendarKind = keyof typeof KINDS;
export const calendarKinds = Object.keys(KINDS) as CalendarKind[];

const NOTHING: CalendarData = { version: 0, decisions: [], confirmed: [], closures: [] };

/** All calendars as the built-in tables and the imported data give them together. */
export interface CalendarBook {
  /** Of the data: what was made under another version is to be computed again. */
  version: number;
  data: CalendarData;
  /**
   * @param id `vn-5d`, with its version `vn-5d@2026-11`, or with the closures laid over it `vn-5d/bao-so-3`: one that was withdrawn
   *   since counts no more  @throws RangeError naming the known ones
   */
  byId(id: string): WorkCalendar;
  /** The calendar of a workplace, what was closed there laid over. @throws RangeError on an unknown kind */
  calendarOf(place: Workplace): WorkCalendar;
}

/** Pure: the same data gives the same book. Years 2013-2100; beyond them nothing is guessed. */
export function calendarBook(data: CalendarData = NOTHING): CalendarBook {
  const version = data.version === 0 ? VERSION : `${VERSION}.${data.version}`;
  const calendars = calendarKinds.map((id): WorkCalendar => {
    const weeklyRest = [...KINDS[id]];
    const table = id === 'vn-all' ? drillYear : (year: number) => yearOf(year, id, weeklyRest, data);
    return { id, version, weeklyRest, years: Object.fromEntries(YEARS.map((year) => [year, table(year)])) };
  });
  const kindOf = (id: string): WorkCalendar => {
    const found = calendars.find((calendar) => calendar.id === id || `${calendar.id}@${calendar.version}` === id);
    if (!found) throw new RangeError(`unknown calendar ${id}; known: ${calendarKinds.join(', ')}`);
    return found;
  };
  const over = closedCalendars(kindOf);
  const byId = (id: string): WorkCalendar => {
    const [kind = '', closed] = id.split('/');
    const ids = closed?.split('+') ?? [];
    return over(
      kind,
      data.closures.filter((closure) => ids.includes(closure.id)),
    );
  };
  const calendarOf = ({ calendar, area }: Workplace): WorkCalendar =>
    over(
      calendar,
      data.closures.filter((closure) => area.includes(closure.area)),
    );
  return { version: data.version, data, byId, calendarOf };
}

/** Calendars with closures over them, each made once: whole provinces share one. */
function closedCalendars(
  kindOf: (id: string) => WorkCalendar,
): (kind: string, closures: LocalClosure[]) => WorkCalendar {
  const made = new Map<string, WorkCalendar>();
  return (kind, closures) => {
    if (closures.length === 0) return kindOf(kind);
    const key = [kind, ...closures.map(({ id }) => id)].join('/');
    const found = made.get(key) ?? withClosures(kindOf(kind), closures);
    made.set(key, found);
    return found;
  };
}

function yearOf(year: number, kind: CalendarKind, weeklyRest: number[], data: CalendarData): CalendarYear {
  const imported = data.decisions.filter((decision) => decision.year === year);
  return buildYear(year, {
    laws: holidayLaws,
    lunar: lunarOf(year),
    decisions: imported.length > 0 ? imported : yearlyDecisions.filter((decision) => decision.year === year),
    weeklyRest,
    kind,
    confirmed: data.confirmed.find((one) => one.year === year),
  });
}

/** For drills: every day is a working day, in the same years. */
const drillYear = (year: number): CalendarYear => ({
  year,
  status: 'official',
  source: 'Lịch diễn tập, không có ngày nghỉ',
  daysOff: [],
  makeUpWorkdays: [],
});

const lunar = new Map<number, LunarDays>();

/** Computed once in a process: the moon does not depend on what was imported. */
function lunarOf(year: number): LunarDays {
  const known = lunar.get(year) ?? lunarDaysOf(year);
  lunar.set(year, known);
  return known;
}
