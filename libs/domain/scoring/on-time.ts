import { decimal, divide, times, toNumber } from '../target/decimal.js';
import type { OnTimeRecord } from './score.types.js';

/** Points are kept to the hundredth. */
export const POINT_PLACES = 2;

/** Late submissions count half, missing ones nothing; null where nothing was expected, which is no zero. */
export function onTimeShare({ expected, onTime, late }: OnTimeRecord): number | null {
  return expected === 0 ? null : (2 * onTime + late) / (2 * expected);
}

/** Points of a criterion of source `on_time`: `max` when all was on time, half of its part for what was late. */
export function onTimePoints({ expected, onTime, late }: OnTimeRecord, max: number): number | null {
  const points = divide(times(decimal(max), decimal(2 * onTime + late)), decimal(2 * expected), POINT_PLACES);
  return points && toNumber(points);
}
