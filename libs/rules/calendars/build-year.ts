import {
  weekday,
  type CalendarDay,
  type CalendarStatus,
  type CalendarYear,
  type ConfirmedYear,
  type YearlyDecision,
} from '#libs/domain';
import type { HolidayLaw } from './holiday-laws.js';
import { holidaysByLaw } from './holidays-by-law.js';
import type { LunarDays } from './lunar/lunar-year.js';

export interface YearRules {
  laws: HolidayLaw[];
  lunar: LunarDays;
  /** Of this year only. */
  decisions: YearlyDecision[];
  weeklyRest: number[];
  /** Id of the calendar: a decision may be made for some kinds only. */
  kind: string;
  confirmed?: ConfirmedYear | undefined;
}

/** A year's table: what the law gives, then what was decided over it. Days off on weekly rest are left out. */
export function buildYear(
  year: number,
  { laws, lunar, decisions, weeklyRest, kind, confirmed }: YearRules,
): CalendarYear {
  const rows = decisions.flatMap((decision) => rowFor(decision, kind, weeklyRest) ?? []);
  const replaced = new Set(rows.map((decision) => decision.replaces));
  const lawful = holidaysByLaw(year, laws, lunar, weeklyRest).filter(({ holiday }) => !replaced.has(holiday));
  const said = (day: CalendarDay, { source, status }: YearlyDecision): CalendarDay => ({ ...day, source, status });
  const daysOff = [
    ...lawful.map(({ date, name }) => ({ date, name })),
    ...rows.flatMap((row) => row.daysOff.map((day) => (confirmed ? day : said(day, row)))),
  ];
  return {
    year,
    status: confirmed ? 'official' : statusOf(rows),
    source: [...(confirmed ? [confirmed.source] : []), sourceOf(year, laws, rows)].join('; '),
    daysOff: onePerDate(daysOff.filter(({ date }) => !weeklyRest.includes(weekday(date)))),
    makeUpWorkdays: onePerDate(
      rows.flatMap((row) => row.makeUpWorkdays.map((day) => (confirmed ? day : said(day, row)))),
    ),
  };
}

/**
 * A decision as it holds for a kind: made for this kind, as it stands; made for state offices, only as a proposal for others; and a day
 * swapped for a day that this kind works anyway, not at all.
 */
function rowFor(decision: YearlyDecision, kind: string, weeklyRest: number[]): YearlyDecision | null {
  const { kinds = [STATE_OFFICES], makeUpWorkdays } = decision;
  if (kinds.includes(kind)) return decision;
  if (!kinds.includes(STATE_OFFICES)) return null;
  const swapsWork = makeUpWorkdays.some(({ date }) => !weeklyRest.includes(weekday(date)));
  return swapsWork ? null : { ...decision, status: 'proposed' };
}

const STATE_OFFICES = 'vn-5d';

/** As weak as its weakest decision; without any the year is only computed. */
function statusOf(decisions: YearlyDecision[]): CalendarStatus {
  if (decisions.length === 0) return 'computed';
  return decisions.some(({ status }) => status === 'proposed') ? 'proposed' : 'official';
}

function sourceOf(year: number, laws: HolidayLaw[], decisions: YearlyDecision[]): string {
  const inForce = laws.filter(({ from, to }) => from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`));
  const decided = decisions.length > 0 ? decisions.map(({ source }) => source) : ['Chưa có quyết định của năm'];
  return [...decided, `còn lại tính theo luật [C]: ${inForce.map(({ source }) => source).join(', ')}`].join('; ');
}

/** In order of date; where a day is named twice, what was decided stands before what was computed. */
function onePerDate(days: CalendarDay[]): CalendarDay[] {
  return [...new Map(days.map((day) => [day.date, day])).values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
