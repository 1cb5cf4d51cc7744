import { weekday, type CalendarDay, type CalendarYear } from '#libs/domain';
import type { HolidayLaw } from './holiday-laws.js';
import { holidaysByLaw } from './holidays-by-law.js';
import type { LunarDays } from './lunar-days.js';
import type { YearlyDecision } from './yearly-decisions.js';

export interface YearRules {
  laws: HolidayLaw[];
  lunar: LunarDays;
  /** Of this year only. */
  decisions: YearlyDecision[];
  weeklyRest: number[];
}

/** A year's table: what the law gives, then what was decided over it. Days off on weekly rest are left out. */
export function buildYear(year: number, { laws, lunar, decisions, weeklyRest }: YearRules): CalendarYear {
  const replaced = new Set(decisions.map((decision) => decision.replaces));
  const lawful = holidaysByLaw(year, laws, lunar, weeklyRest).filter(({ holiday }) => !replaced.has(holiday));
  const daysOff = [...lawful.map(({ date, name }) => ({ date, name })), ...decisions.flatMap((d) => d.daysOff)];
  return {
    year,
    status: statusOf(decisions),
    source: sourceOf(year, laws, decisions),
    daysOff: daysOff.filter(({ date }) => !weeklyRest.includes(weekday(date))).sort(byDate),
    makeUpWorkdays: decisions.flatMap((d) => d.makeUpWorkdays).sort(byDate),
  };
}

/** As weak as its weakest decision; without any the year is only computed. */
function statusOf(decisions: YearlyDecision[]): CalendarYear['status'] {
  if (decisions.length === 0) return 'computed';
  return decisions.some(({ status }) => status === 'proposed') ? 'proposed' : 'official';
}

function sourceOf(year: number, laws: HolidayLaw[], decisions: YearlyDecision[]): string {
  const inForce = laws.filter(({ from, to }) => from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`));
  const decided = decisions.length > 0 ? decisions.map(({ source }) => source) : ['Chưa có quyết định của năm'];
  return [...decided, `còn lại tính theo luật [C]: ${inForce.map(({ source }) => source).join(', ')}`].join('; ');
}

const byDate = (a: CalendarDay, b: CalendarDay): number => (a.date < b.date ? -1 : 1);
