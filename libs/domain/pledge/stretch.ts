import { isCeiling } from '../target/ceiling.js';
import { compare, decimal, divide, minus, times, toNumber, type Decimal } from '../target/decimal.js';
import type { Target } from '../target/target.types.js';

/** How a pledge stands to what was assigned; of a ceiling the lower number is more. */
export type PledgeLevel = 'less' | 'equal' | 'more';

/** Seed 004: 10.082 triệu against 9.466,67 assigned is "tăng 6,5 % so với chỉ tiêu trên giao". */
export interface Stretch {
  /** Pledged less assigned, in the target's unit, exact. */
  difference: number;
  /** The difference in percent of what was assigned, two decimals, halves away from zero; null where nothing was assigned. */
  percent: number | null;
  level: PledgeLevel;
}

/** Digits behind the mark of a percentage. */
const PLACES = 2;

const levelOf = (comparator: Target['comparator'], order: number): PledgeLevel => {
  const better = isCeiling(comparator) ? -order : order;
  return better === 0 ? 'equal' : better > 0 ? 'more' : 'less';
};

const size = (value: Decimal): Decimal => ({ ...value, digits: value.digits < 0n ? -value.digits : value.digits });

/** By how many percent a pledge goes beyond what was assigned; null where one of them is not known, or nothing was assigned. */
export function percentBeyond(assigned: number | null, pledged: number | null): number | null {
  if (assigned === null || pledged === null) return null;
  const asked = decimal(assigned);
  const share = divide(times(minus(decimal(pledged), asked), decimal(100)), size(asked), PLACES);
  return share && toNumber(share);
}

/** Null where one of the two is not known. */
export function stretchOf(
  { comparator }: Pick<Target, 'comparator'>,
  assigned: number | null,
  pledged: number | null,
): Stretch | null {
  if (assigned === null || pledged === null) return null;
  const [asked, said] = [decimal(assigned), decimal(pledged)];
  return {
    difference: toNumber(minus(said, asked)),
    percent: percentBeyond(assigned, pledged),
    level: levelOf(comparator, compare(said, asked)),
  };
}
