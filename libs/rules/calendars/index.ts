import type { CalendarYear, WorkCalendar } from '#libs/domain';
import { buildYear } from './build-year.js';
import { holidayLaws } from './holiday-laws.js';
import { lunarDays } from './lunar-days.js';
import { yearlyDecisions } from './yearly-decisions.js';

/** Changes with every change of a table, so that a decision can say which one it was made by. */
const VERSION = '2026-11';

const years = (build: (year: number) => CalendarYear): Record<number, CalendarYear> =>
  Object.fromEntries(Object.keys(lunarDays).map((year) => [year, build(Number(year))]));

/** State offices: Monday to Friday (Decision 188/1999/QĐ-TTg [M]), public holidays, swapped days. Years 2013-2028. */
export const vn5d: WorkCalendar = {
  id: 'vn-5d',
  version: VERSION,
  weeklyRest: [0, 6],
  years: years((year) =>
    buildYear(year, {
      laws: holidayLaws,
      lunar: lunarDays[year]!,
      decisions: yearlyDecisions.filter((decision) => decision.year === year),
      weeklyRest: [0, 6],
    }),
  ),
};

/** For drills: every day is a working day, in the same years. */
export const vnAll: WorkCalendar = {
  id: 'vn-all',
  version: VERSION,
  weeklyRest: [],
  years: years((year) => ({
    year,
    status: 'official',
    source: 'Lịch diễn tập, không có ngày nghỉ',
    daysOff: [],
    makeUpWorkdays: [],
  })),
};

const calendars = [vn5d, vnAll];

/** @param id `id`, or `id@version` where it was pinned  @throws RangeError naming the known ones */
export function calendarById(id: string): WorkCalendar {
  const found = calendars.find((calendar) => calendar.id === id || `${calendar.id}@${calendar.version}` === id);
  if (!found)
    throw new RangeError(`unknown calendar ${id}; known: ${calendars.map((calendar) => calendar.id).join(', ')}`);
  return found;
}
