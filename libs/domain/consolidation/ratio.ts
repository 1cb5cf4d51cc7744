import { decimal, divide, times, toNumber, type Decimal } from '../target/decimal.js';

const PLACES = 10;

/** What a rate is counted per: `%` 100, `/10.000 dân` 10 000, anything else (triệu đồng/người) 1. */
export function ratioBase(unit: string): number {
  if (unit.startsWith('%')) return 100;
  const per = /^\/\s*(\d[\d.]*)/.exec(unit)?.[1];
  return per ? Number(per.replaceAll('.', '')) : 1;
}

/** A rate from its parts, rounded to 10 decimals; null where there is nothing to count per. */
export function ratioOf(numerator: number, denominator: number, unit: string): number | null {
  return ratioOfDecimals(decimal(numerator), decimal(denominator), unit);
}

/** The same from sums that were not rounded on the way. */
export function ratioOfDecimals(numerator: Decimal, denominator: Decimal, unit: string): number | null {
  const rate = divide(times(numerator, decimal(ratioBase(unit))), denominator, PLACES);
  return rate && toNumber(rate);
}
