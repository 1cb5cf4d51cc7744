import { decimal, divide, sumExact, times, toNumber } from '../target/decimal.js';
import { POINT_PLACES } from './on-time.js';

/** One criterion of a score sheet; null while its points are not known. */
export interface CountedLine {
  max: number;
  points: number | null;
  /** Nothing was due, so it counts neither for nor against the unit. */
  leftOut: boolean;
}

/**
 * Total of a score sheet: added exactly; where a part is left out the others are re-weighted to the full maximum, to hundredths.
 * @returns null while one part that counts is unknown: a missing point is not a zero
 */
export function totalPoints(lines: readonly CountedLine[]): number | null {
  const counted = lines.filter(({ leftOut }) => !leftOut);
  const sum = added(counted.map(({ points }) => points));
  const fullMax = sumExact(lines.map(({ max }) => max));
  const countedMax = sumExact(counted.map(({ max }) => max));
  if (sum === null || countedMax === fullMax) return sum;
  const total = divide(times(decimal(sum), decimal(fullMax)), decimal(countedMax), POINT_PLACES);
  return total && toNumber(total);
}

/** Null as soon as one part is unknown. */
export const added = (points: readonly (number | null)[]): number | null =>
  points.length === 0 || points.includes(null) ? null : sumExact(points as number[]);
