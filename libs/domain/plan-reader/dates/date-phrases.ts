import type { Precision } from '../plan-reading.types.js';
import { dateOf, lastDayOf } from './calendar-days.js';

/** A date as the text has it, with the first and last day it may mean. */
export interface DatePhrase {
  start: number;
  end: number;
  first: string;
  last: string;
  precision: Precision;
  /** Two ends were written: `giai đoạn 2021-2025`, `(07/5/1959 - 07/5/2019)`. */
  span: boolean;
}

const YEAR = String.raw`((?:19|20)\d\d)`;
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

type Rule = [RegExp, (m: RegExpExecArray, year: number | null) => Omit<DatePhrase, 'start' | 'end'> | null];

const day = (d: string, m: string, y: string | number | null): Omit<DatePhrase, 'start' | 'end'> | null => {
  const date = y === null ? null : dateOf(Number(y), Number(m), Number(d));
  return date ? { first: date, last: date, precision: 'day', span: false } : null;
};
const month = (m: number, y: number | null): Omit<DatePhrase, 'start' | 'end'> | null => {
  const first = y === null ? null : dateOf(y, m, 1);
  return first && y !== null ? { first, last: lastDayOf(y, m), precision: 'month', span: false } : null;
};
const years = (from: number, to: number): Omit<DatePhrase, 'start' | 'end'> => ({
  first: `${from}-01-01`,
  last: `${to}-12-31`,
  precision: 'year',
  span: from !== to,
});

/** Tried at each place in this order; the longest wording stands first. */
const RULES: Rule[] = [
  [new RegExp(String.raw`(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?${YEAR}(?!\d)`, 'g'), (m) => day(m[1]!, m[2]!, m[3]!)],
  [new RegExp(String.raw`(\d{1,2}) tháng (\d{1,2})(?: năm |[/-])${YEAR}`, 'g'), (m) => day(m[1]!, m[2]!, m[3]!)],
  [
    new RegExp(String.raw`tháng ?(\d{1,2}) ?(?:/|-|năm|,? ?năm) ?${YEAR}`, 'g'),
    (m) => month(Number(m[1]), Number(m[2])),
  ],
  [/(?<=ngày |\bngày )(\d{1,2}) tháng (\d{1,2})(?![\d/])/g, (m, year) => day(m[1]!, m[2]!, year)],
  [/(?<=ngày )(\d{1,2})\/(\d{1,2})(?![\d/])/g, (m, year) => day(m[1]!, m[2]!, year)],
  [
    new RegExp(String.raw`quý (iv|iii|ii|i|[1-4])(?: ?[/-] ?| năm |, năm )${YEAR}`, 'g'),
    (m) => quarter(ROMAN[m[1]!]!, Number(m[2])),
  ],
  [/quý (iv|iii|ii|i|[1-4])(?![a-zA-ZÀ-ỹ\d])/g, (m, year) => (year === null ? null : quarter(ROMAN[m[1]!]!, year))],
  [
    new RegExp(String.raw`(?<![\d/])${YEAR} ?- ?${YEAR}(?![\d/])`, 'g'),
    (m) =>
      Number(m[1]) <= Number(m[2]) && Number(m[2]) - Number(m[1]) <= 60 ? years(Number(m[1]), Number(m[2])) : null,
  ],
  [
    new RegExp(String.raw`(?<=từ năm )${YEAR} đến (?:hết )?(?:năm )?${YEAR}`, 'g'),
    (m) => years(Number(m[1]), Number(m[2])),
  ],
  [new RegExp(String.raw`(?<=năm |nămg |sau )${YEAR}(?![\d/])`, 'g'), (m) => years(Number(m[1]), Number(m[1]))],
  [
    /(?<=(?:hết|trong|vào|cuối|đầu|từ|đến|trước|sau|xong|-) )tháng (\d{1,2})(?![\d/])/g,
    (m, year) => month(Number(m[1]), year),
  ],
];

function quarter(n: number, year: number): Omit<DatePhrase, 'start' | 'end'> | null {
  const first = dateOf(year, n * 3 - 2, 1);
  return first ? { first, last: lastDayOf(year, n * 3), precision: 'quarter', span: false } : null;
}

/**
 * All dates of a folded text in order. `year` completes `ngày 15/6`, `quý I`, `tháng 6`; without it they are left out.
 */
export function datePhrases(low: string, year: number | null): DatePhrase[] {
  const found: DatePhrase[] = [];
  const taken = new Set<number>();
  for (const [pattern, read] of RULES) {
    for (const match of low.matchAll(pattern)) {
      if (taken.has(match.index) || taken.has(match.index + match[0].length - 1)) continue;
      const value = read(match, year);
      if (!value) continue;
      for (let i = match.index; i < match.index + match[0].length; i += 1) taken.add(i);
      found.push({ start: match.index, end: match.index + match[0].length, ...value });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
