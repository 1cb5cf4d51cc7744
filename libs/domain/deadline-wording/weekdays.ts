import { addDays, weekday, type LocalDate } from '../time/local-date.js';
import type { WordingRule } from './deadline-wording.types.js';

const NAMES: Record<string, number> = { hai: 1, ba: 2, tư: 3, năm: 4, sáu: 5, bảy: 6, bẩy: 6 };
const DAY = String.raw`(?<!\p{L})(?:thứ (hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)(?![\p{L}\d])`;
const NAMED_DATE = new RegExp(`${DAY},? ?(?=(?:ngày )?\\d{1,2}(?:/| tháng ))`, 'u');
const OF_WEEK = new RegExp(`(trước )?${DAY}(?: (?:của )?(hằng tuần|tuần này|tuần sau|tuần tới))?`, 'u');

/** 0 = Sunday … 6 = Saturday; "thứ 5" is Thursday. */
const dayOf = (name: string | undefined): number =>
  name === undefined ? 0 : /\d/.test(name) ? Number(name) - 1 : (NAMES[name] ?? 0);

/** "thứ Năm, ngày 10/12": the weekday is set aside, to be held against the date. */
export function takeWeekday(text: string): { text: string; said: number | null; words: string } {
  const found = NAMED_DATE.exec(text);
  if (!found) return { text, said: null, words: '' };
  const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  return { text: rest, said: dayOf(found[1]), words: found[0].replace(/[, ]+$/, '') };
}

/** "thứ Sáu hằng tuần": the next one whose last day has not passed; "tuần sau": of the week after this one, Monday first. */
export function readWeekday(text: string, from: LocalDate): WordingRule | null {
  const found = OF_WEEK.exec(text);
  if (!found)
    return /(?<!\p{L})(?:tuần (?:này|sau|tới)|(?:trong|cuối) tuần$)(?!\p{L})/u.test(text)
      ? wholeWeek(text, from)
      : null;
  const [, before, name, week] = found;
  const kind = before ? 'before' : 'by';
  const wanted = dayOf(name);
  if (week && week !== 'hằng tuần') {
    const monday = addDays(mondayOf(from), week === 'tuần này' ? 0 : 7);
    return { kind, date: addDays(monday, (wanted + 6) % 7) };
  }
  let date = before ? addDays(from, 1) : from;
  while (weekday(date) !== wanted) date = addDays(date, 1);
  return { kind, date, ...(week && { every: 'week' as const }) };
}

function wholeWeek(text: string, from: LocalDate): WordingRule | null {
  if (/(?:đầu|giữa) tuần/.test(text)) return null;
  const monday = addDays(mondayOf(from), /tuần (?:sau|tới)/.test(text) ? 7 : 0);
  if (/trước tuần/.test(text)) return { kind: 'before', date: monday };
  return { kind: 'by', date: addDays(monday, 6), ...(/cuối tuần/.test(text) && { soft: true as const }) };
}

const mondayOf = (date: LocalDate): LocalDate => addDays(date, -((weekday(date) + 6) % 7));
