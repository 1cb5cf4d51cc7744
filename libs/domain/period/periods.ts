import { addDays, dateOfDayNumber, dayNumber, type LocalDate } from '../time/local-date.js';
import type { Period, PeriodPattern, PeriodSpan, PeriodsWithin } from './period.types.js';

/**
 * The periods of a pattern that touch the days `start` to `end`, both included. A period keeps the days of its regime also when the
 * campaign begins within it, so that `2018H1` means the same days to everybody.
 * @throws RangeError on an impossible date or when `end` lies before `start`
 */
export function periodsWithin(pattern: PeriodPattern, start: LocalDate, end: LocalDate): PeriodsWithin {
  if (dayNumber(end) < dayNumber(start))
    throw new RangeError(`a campaign cannot end (${end}) before it starts (${start})`);
  const touching: Period[] = [];
  // With a close day in mid-month, December's last days already belong to the next year's periods.
  for (let year = yearOf(start); year <= yearOf(end) + 1; year++) {
    touching.push(
      ...pattern.spans.map((span) => periodOf(pattern, span, year)).filter((p) => p.from <= end && p.to >= start),
    );
  }
  touching.sort((a, b) => compare(a.to, b.to) || compare(b.from, a.from));
  return { periods: touching.filter((p) => p.to <= end), cut: touching.filter((p) => p.to > end) };
}

/** One span of one year as days. */
function periodOf(pattern: PeriodPattern, span: PeriodSpan, year: number): Period {
  return {
    id: `${year}${span.id}`,
    label: span.label.replace('{year}', String(year)),
    from: addDays(closeOf(year, span.firstMonth - 1, pattern.closeDay), 1),
    to: closeOf(year, span.lastMonth, pattern.closeDay),
  };
}

/** Close of a month; month 0 is December of the year before. */
function closeOf(year: number, month: number, closeDay: number | null): LocalDate {
  return closeDay === null ? addDays(firstOf(year, month + 1), -1) : addDays(firstOf(year, month), closeDay - 1);
}

/** First day of a month; 0 and 13 reach into the years beside. */
function firstOf(year: number, month: number): LocalDate {
  return dateOfDayNumber(Date.UTC(year, month - 1, 1) / 86_400_000);
}

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
