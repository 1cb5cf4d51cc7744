import { addDays, type LocalDate } from './local-date.js';

/** The day of the same number so many months on, or the last day of a month that has none (Civil Code 2015 art. 148 [M]). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const n = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const wanted = addDays(firstOf(n), Number(date.slice(8)) - 1);
  return wanted < firstOf(n + 1) ? wanted : addDays(firstOf(n + 1), -1);
}

/** @param n months since the year 0 */
const firstOf = (n: number): LocalDate => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
