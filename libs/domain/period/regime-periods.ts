import { addDays, dateOfDayNumber, dayNumber, weekday, type LocalDate } from '../time/local-date.js';
import { addMonths } from '../time/months.js';
import type { FinalReport, Period, PeriodRegime, PeriodsWithin, RunningPeriods } from './period.types.js';
import { periodsWithin } from './periods.js';

/**
 * The periods of any regime that touch a campaign, `start` to `end` both included: closed within it, or cut by its end.
 * @throws RangeError on an impossible date or when `end` lies before `start`
 */
export function regimePeriods(regime: PeriodRegime, start: LocalDate, end: LocalDate): PeriodsWithin {
  if (regime.kind === 'spans') return periodsWithin(regime.pattern, start, end);
  if (dayNumber(end) < dayNumber(start))
    throw new RangeError(`a campaign cannot end (${end}) before it starts (${start})`);
  const touching = regime.kind === 'once' ? [regime.period] : running(regime, start, end);
  const within = touching.filter(({ from, to }) => from <= end && to >= start);
  return { periods: within.filter(({ to }) => to <= end), cut: within.filter(({ to }) => to > end) };
}

/** A period that the campaign's end cuts makes no report of its own: it joins the final one. */
export function finalReport({ cut }: PeriodsWithin, start: LocalDate, end: LocalDate): FinalReport {
  const since = cut
    .map(({ from }) => from)
    .sort()
    .at(-1);
  return { from: start, to: end, joins: cut, newSince: since === undefined ? null : since < start ? start : since };
}

function running(
  { every, label }: Extract<PeriodRegime, { kind: 'running' }>,
  start: LocalDate,
  end: LocalDate,
): Period[] {
  const found: Period[] = [];
  for (let n = 0; ; n += 1) {
    const from = edge(every, start, n);
    if (from > end) return found;
    const to = addDays(edge(every, start, n + 1), -1);
    found.push({ ...named(every, n + 1, to, label), from, to });
  }
}

/** First day of the n-th period. Months are counted from the first day, so that a short month does not shift those after it. */
function edge(every: RunningPeriods, start: LocalDate, n: number): LocalDate {
  if (every.kind === 'weekly') return addDays(start, 7 * n - ((weekday(start) + 6 - every.closesOn) % 7));
  if (every.unit === 'month') return addMonths(start, n * every.count);
  return addDays(start, n * every.count * (every.unit === 'week' ? 7 : 1));
}

function named(every: RunningPeriods, n: number, to: LocalDate, label: string): Pick<Period, 'id' | 'label'> {
  const week = every.kind === 'weekly' ? weekOf(to) : null;
  const number = week?.week ?? n;
  const id = week ? `${week.year}W${String(number).padStart(2, '0')}` : `K${String(number).padStart(2, '0')}`;
  return { id, label: label.replace('{n}', String(number)).replace('{year}', String(week?.year ?? to.slice(0, 4))) };
}

/** Number of the week a day lies in, Monday first; week 1 holds the year's first Thursday (ISO 8601). */
function weekOf(date: LocalDate): { year: number; week: number } {
  const thursday = dayNumber(date) - ((weekday(date) + 6) % 7) + 3;
  const year = Number(dateOfDayNumber(thursday).slice(0, 4));
  return { year, week: Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1 };
}
