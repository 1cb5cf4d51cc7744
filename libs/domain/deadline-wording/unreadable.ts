import { dateOf } from '../plan-reader/dates/calendar-days.js';
import type { Need } from './deadline-wording.types.js';

const DAYS =
  /(?<![\d/])(\d{1,2})\/(\d{1,2})(?!\d)(?:\/(\d{4}))?|(?<=ngày )(\d{1,2}) tháng (\d{1,2})(?![\d/])(?: năm (\d{4}))?/g;
const MONTH = /(?<!\d )tháng (\d{1,2})(?!\d)/g;
/** Takes part in the leap year, so that 29/2 without a year is a day that comes again. */
const LEAP = 2028;

/** A day or month that no year has, or that its own year has not. */
export function impossibleDate(text: string): Need | null {
  for (const found of text.matchAll(DAYS)) {
    const [name, d1, m1, y1, d2, m2, y2] = found;
    const year = Number(y1 ?? y2 ?? LEAP);
    if (dateOf(year, Number(m1 ?? m2), Number(d1 ?? d2)) === null) return { kind: 'impossible_date', name };
  }
  for (const [name, month] of text.matchAll(MONTH)) {
    if (Number(month) < 1 || Number(month) > 12) return { kind: 'impossible_date', name };
  }
  return null;
}

/** School weeks, terms and school years: every school has its own calendar. The last one named counts. */
export function ofSchool(text: string): Need | null {
  const week = [...text.matchAll(/tuần (?:học|thực học)(?: thứ)? (\d{1,2})/g)].at(-1);
  if (week) return { kind: 'school_week', name: week[1]! };
  const term = /(?:học kỳ (?:[iv]+|\d|một|hai|phụ|hè)|học kỳ|năm học(?: \d{4} ?- ?\d{4})?)/.exec(text);
  return term ? { kind: 'school_calendar', name: term[0].trim() } : null;
}

/** "khi …", "sau khi …", "trước hội nghị": bound to something whose day is entered later. */
export function eventOf(text: string): Need | null {
  const found =
    /(?<!\p{L})(?:(?:sau|trước|ngay sau|kể từ|từ)? ?khi|sau|trước|kể từ)(?: ngày)?(?: có)? (?!ngày|tháng|quý|năm|tuần|\d)(\p{L}.*)$/u.exec(
      text,
    );
  return found ? { kind: 'event', name: found[1]! } : null;
}

/** "tuần 48", "tuần đầu tháng 12": offices count weeks differently, so nobody's count is taken. */
export function ofCountedWeek(text: string): Need | null {
  const found = /(?<!\p{L})tuần (?:lễ )?(?:thứ )?(?:\d|n\d|đầu|cuối|nhất|hai|ba|tư|năm \p{Ll}{2,})/u.test(text);
  return found ? { kind: 'wording', name: text } : null;
}

const PERIOD = /(?<!\p{L})(?:định kỳ )?(hằng (?:ngày|tuần|tháng|quý|năm)|\d{1,2} tháng|tuần|tháng|quý|năm|nửa năm)$/u;

/** "định kỳ 6 tháng": the period says when; see the patterns of the decree. */
export function ofPeriod(text: string): Need | null {
  const found = PERIOD.exec(text);
  return found ? { kind: 'period', name: found[1]! } : null;
}
