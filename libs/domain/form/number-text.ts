import { decimal, toText } from '../target/decimal.js';

/** Why a text is no number. `dot`: a point where it cannot part thousands, perhaps meant as decimal comma. */
export type NumberFault = 'not-a-number' | 'dot' | 'too-long';

/** More digits than a figure can keep exactly. */
const MAX_DIGITS = 15;
const BLANKS = /[\s\u00a0\u202f]/g;

/**
 * A figure as Vietnamese offices write it: comma before the decimals, points or blanks between thousands, a sign of percent behind.
 * Full-width digits from other keyboards count. "1.5" is nobody's number: a point parts thousands, so it is asked about, not guessed.
 */
export function readFigure(text: string): number | { fault: NumberFault } {
  const bare = text.normalize('NFKC').trim().replace(/[−–]/, '-').replace(/\s*%$/, '').replace(BLANKS, ' ');
  const match = /^([+-]?)(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)(?:,(\d+))?$/.exec(bare);
  if (!match)
    return { fault: /^[+-]?[\d. ]*\d\.\d+$/.test(bare) || /\d,\d{3}\.\d/.test(bare) ? 'dot' : 'not-a-number' };
  const [, sign, whole, fraction = ''] = match;
  const digits = whole!.replace(/[. ]/g, '').replace(/^0+(?=\d)/, '');
  const decimals = fraction.replace(/0+$/, '');
  if (digits.length + decimals.length > MAX_DIGITS) return { fault: 'too-long' };
  const value = Number(`${digits}.${decimals || '0'}`);
  return sign === '-' && value !== 0 ? -value : value;
}

/** The same back again: 1234.5 is "1.234,5". */
export function writeFigure(value: number): string {
  const [, sign = '', whole = '0', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(toText(decimal(value)))!;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${sign}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** Digits behind the comma a number is written with. */
export const decimalsOfNumber = (value: number): number => {
  const { digits, scale } = decimal(value);
  return digits === 0n ? 0 : scale;
};
