import { dayNumber, localDateOf, localTimeOf } from '../time/local-date.js';
import { say, type MessageCode } from '../messages/say.js';
import type { LetterRow } from './letter.types.js';
import { shortDate } from './number-and-place.js';

/** A piece of work whose due instant has passed. */
export interface LateWork {
  unit: string;
  title: string;
  state: string;
  dueAt: Date;
}

/** Local days after the due day; the day itself, after its hour, counts as one. */
export const daysLate = (dueAt: Date, asOf: Date): number =>
  Math.max(1, dayNumber(localDateOf(asOf)) - dayNumber(localDateOf(dueAt)));

/** `24:00 ngày 20/09/2023`: hour and day are always said together. */
export function instantInWords(at: Date): string {
  const time = localTimeOf(at) === '23:59' ? '24:00' : localTimeOf(at);
  return say('letter.instant', { time, day: shortDate(localDateOf(at)) });
}

/** Rows in the order given, numbered. */
export function lateRows(works: LateWork[], asOf: Date): LetterRow[] {
  return works.map(({ unit, title, state, dueAt }, n) => ({
    tt: String(n + 1),
    don_vi: unit,
    viec: title,
    trang_thai: say(`state.${state}` as MessageCode),
    han: instantInWords(dueAt),
    so_ngay: String(daysLate(dueAt, asOf)),
  }));
}

export const unitsOf = (works: LateWork[]): string[] => [...new Set(works.map(({ unit }) => unit))];
