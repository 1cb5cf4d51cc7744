import type { LocalDate } from '../time/local-date.js';
import type { DocumentNumber } from './letter.types.js';

/** Below this a number, a day is written with a leading zero; a month only up to the second (Decree 30/2020, Appendix I). */
const ZERO_BELOW = 10;
const ZERO_MONTHS = 2;
/** Left for the clerk's hand in a draft. */
const BLANK = '       ';

const padded = (n: number, below: number): string => (n < below ? `0${n}` : String(n));

/** `Số: 05/CV-PNV`; a draft leaves room for the number. */
export function documentNumber({ number, symbol }: DocumentNumber): string {
  const given = number === null ? BLANK : padded(number, ZERO_BELOW);
  return `Số: ${given}/${symbol ?? ''}`;
}

/** `Tam Đường, ngày 05 tháng 02 năm 2026`; of a draft nobody knows the day yet. @param day null in a draft */
export function placeAndDate(place: string, day: LocalDate | null, year?: number): string {
  if (day === null) return `${place}, ngày      tháng      năm ${year ?? '        '}`;
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return `${place}, ngày ${padded(d, ZERO_BELOW)} tháng ${padded(m, ZERO_MONTHS + 1)} năm ${y}`;
}

/** `05/02/2026`, as dates stand inside the text. */
export const shortDate = (day: LocalDate): string => day.split('-').reverse().join('/');

const KINDS =
  /^(?:(?:ủy|uỷ) ban nhân dân |ubnd )?(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu) (?=\p{L})/iu;

/** Địa danh: the name of a place without its kind; the whole name where it is none (a numbered ward keeps its kind). */
export function placeOf(unitName: string): string {
  const bare = unitName.replace(KINDS, '');
  return bare === '' ? unitName : bare;
}
