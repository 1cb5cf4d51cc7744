export interface Quartiles {
  min: number;
  q1: number;
  median: number;
  q3: number;
  max: number;
}

/** Value below which a share of the values lies, interpolated between neighbours; NaN of nothing. @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  const high = sorted[Math.ceil(at)]!;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quartiles(values: readonly number[]): Quartiles {
  const at = (share: number): number => rounded(quantile(values, share));
  return { min: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), max: at(1) };
}

/** Three digits are more than a run on a shared machine tells. */
export const rounded = (value: number): number => Number(value.toPrecision(4));
