import type { UnitScore } from './score.types.js';

export type RankedScore = Pick<UnitScore, 'unit' | 'total' | 'onTimeShare' | 'verifiedPart'>;

export interface Ranked<T extends RankedScore = RankedScore> {
  /** 1 is first; every unit has its own place. */
  place: number;
  score: T;
  /** Equal in all that is ranked by: the order among them is only by unit id, and somebody must decide. */
  tied: boolean;
}

const CRITERIA = ['total', 'onTimeShare', 'verifiedPart'] as const;

/** Higher first; what is not known stands after what is. */
const down = (a: number | null, b: number | null): number => (a === b ? 0 : (b ?? -1) - (a ?? -1));

const byMerit = (a: RankedScore, b: RankedScore): number =>
  CRITERIA.map((key) => down(a[key], b[key])).find((order) => order !== 0) ?? 0;

const byUnit = (a: RankedScore, b: RankedScore): number => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0);

/** By verified total, then on-time share, then the verified part, then unit id. The same units give the same ranking in any order. */
export function rank<T extends RankedScore>(units: readonly T[]): Ranked<T>[] {
  const sorted = [...units].sort((a, b) => byMerit(a, b) || byUnit(a, b));
  const equals = (a: T, b: T | undefined): boolean => b !== undefined && byMerit(a, b) === 0;
  return sorted.map((score, index) => ({
    place: index + 1,
    score,
    tied: equals(score, sorted[index - 1]) || equals(score, sorted[index + 1]),
  }));
}
