import type { LocalDate } from '../time/local-date.js';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** A year that stands alone or at the head of a period's id (`2023H1`). */
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/** Years that belong to a plan; others in its words (an anniversary) are not moved. */
export interface YearSpan {
  first: number;
  last: number;
}

/** The same day of another year; 29 February becomes the 28th where there is none. */
export function shiftDay(day: LocalDate, years: number): LocalDate {
  const [, year, month, date] = DAY.exec(day)!;
  const moved = Number(year) + years;
  const leap = (moved % 4 === 0 && moved % 100 !== 0) || moved % 400 === 0;
  return `${moved}-${month}-${month === '02' && date === '29' && !leap ? '28' : date}`;
}

/** Days are moved as they are written, so a rule counted from one moves with it; in words only years of the plan's own span. */
export function shiftYears<T>(value: T, years: number, span: YearSpan): T {
  if (typeof value === 'string') return shiftText(value, years, span) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => shiftYears(one, years, span)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, shiftYears(part as unknown, years, span)]),
  ) as T;
}

function shiftText(text: string, years: number, { first, last }: YearSpan): string {
  if (DAY.test(text)) return shiftDay(text, years);
  return text.replace(YEAR, (year) =>
    Number(year) >= first && Number(year) <= last ? String(Number(year) + years) : year,
  );
}
