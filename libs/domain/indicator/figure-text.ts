import { decimal, toNumber, toText } from '../target/decimal.js';

/** A figure that cannot be taken as it was typed. `ambiguous`: "1.234" may be read in two ways. */
export type FigureFault = 'not-a-number' | 'too-fine' | 'ambiguous';
export type ReadFigure = { value: number } | { fault: FigureFault };

/** Groups of three behind the first: `1.234.567`, or with blanks. */
const GROUPED = /^-?[1-9]\d{0,2}(?:[. \u00a0\u202f]\d{3})+(?:,\d+)?$/;
const PLAIN = /^-?\d+(?:[.,]\d+)?$/;
/** One dot and three digits: a thousand here, three decimals in a spreadsheet of another language. */
const AMBIGUOUS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/**
 * Reads a figure as Vietnamese offices write it: comma before the decimals, dots or blanks between thousands. A dot as decimal mark is
 * taken where it cannot be a thousand ("6.5"). Which of two readings holds is never guessed: "1.234" is a thousand and more only where the
 * indicator allows fewer than three decimals.
 * @param decimals digits behind the mark that are allowed; null where no indicator says it
 */
export function readFigure(text: string, decimals: number | null = null): ReadFigure {
  const written = text.normalize('NFC').trim().replace(/^[−–]/, '-');
  if (AMBIGUOUS.test(written) && (decimals === null || decimals >= 3)) return { fault: 'ambiguous' };
  const digits = digitsOf(written);
  if (digits === null) return { fault: 'not-a-number' };
  const value = decimal(digits);
  if (decimals !== null && scaleOf(digits) > decimals) return { fault: 'too-fine' };
  return { value: toNumber(value) };
}

/** Significant digits behind the mark: 6,50 has one. */
export const scaleOf = (digits: string | number): number => toText(decimal(digits)).split('.')[1]?.length ?? 0;

function digitsOf(written: string): string | null {
  if (GROUPED.test(written)) return written.replace(/[. \u00a0\u202f]/g, '').replace(',', '.');
  return PLAIN.test(written) ? written.replace(',', '.') : null;
}

/** A figure as it is shown: `1.234,5`. Null is no figure, and never a zero. @param decimals shown always, or only as many as there are */
export function figureText(value: number | null, decimals: number | null = null): string {
  if (value === null) return '–';
  const [whole = '0', fraction = ''] = toText(decimal(value)).split('.');
  const shown = decimals === null ? fraction : fraction.padEnd(decimals, '0');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return shown ? `${grouped},${shown}` : grouped;
}
