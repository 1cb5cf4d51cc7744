import { decimal, divide, times, toNumber } from '../target/decimal.js';

const PLACES = 10;

/** What a rate is counted per: `%` 100, `/10.000 dân` 10 000, anything else (triệu đồng/người) 1. */
export function ratioBase(unit: string): number {
  if (unit.startsWith('%')) return 100;
  const per = /^\/\s*(\d[\d.]*)/.exec(unit)?.[1];
  return per ? Number(per.replaceAll('.', '')) : 1;
}

/** A rate from its parts, rounded to 10 decimals; null where there is nothing to count per. */
export function ratioOf(numerator: number, denominator: number, unit: string): number | null {
  const rate = divide(times(decimal(numerator), decimal(ratioBase(unit))), decimal(denominator), PLACES);
  return rate && toNumber(rate);
}
