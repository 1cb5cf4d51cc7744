import { compare, decimal, sumExact } from '../target/decimal.js';
import type { Figure, RollupMethod, Target } from '../target/target.types.js';
import { ratioOf } from './ratio.js';
import type { MissingReason } from './total.types.js';

/** What one report or one lower total brings to a total. */
export interface Part {
  value: number | null;
  numerator?: number;
  denominator?: number;
}

interface Whole {
  target: Target;
  /** Nobody is missing. */
  complete: boolean;
}

const values = (parts: readonly Part[]): number[] => parts.flatMap(({ value }) => (value === null ? [] : [value]));
const sum = (parts: readonly Part[]): Part => ({ value: parts.length === 0 ? null : sumExact(values(parts)) });

function addedParts(parts: readonly Part[]): Required<Part> {
  return {
    value: null,
    numerator: sumExact(parts.map((part) => part.numerator ?? 0)),
    denominator: sumExact(parts.map((part) => part.denominator ?? 0)),
  };
}

/** How figures of several units become one. Percentages are never averaged: a rate is made again from its added parts. */
export const methods: Record<RollupMethod, (parts: readonly Part[], whole: Whole) => Part> = {
  sum,
  /** Figures of a band are cumulative counts (a commune says 1 or 0), so they add up. */
  band: sum,
  max: (parts) => ({
    value: values(parts).reduce<number | null>(
      (top, value) => (top === null || compare(decimal(value), decimal(top)) > 0 ? value : top),
      null,
    ),
  }),
  /** The latest in the order given. */
  last: (parts) => ({ value: values(parts).at(-1) ?? null }),
  ratio: (parts, { target }) => {
    if (parts.length === 0) return { value: null };
    const added = addedParts(parts);
    return { ...added, value: ratioOf(added.numerator, added.denominator, target.unit) };
  },
  /** 1 when everybody has reported it done, 0 as soon as one has not done it, null while reports are missing. */
  all_done: (parts, { complete }) => {
    if (parts.length === 0) return { value: null };
    const added = addedParts(parts);
    return { ...added, value: added.numerator < added.denominator ? 0 : complete ? 1 : null };
  },
};

/** What a unit's own figure brings, or why it brings nothing. */
export function partOf(target: Target, figure: Figure | undefined): Part | MissingReason {
  const { value = null, numerator, denominator } = figure ?? {};
  const hasParts = numerator !== undefined && denominator !== undefined;
  if (target.method === 'ratio') {
    return hasParts ? { value, numerator, denominator } : value === null ? 'no_figure' : 'no_parts';
  }
  if (target.method === 'all_done' && hasParts) return { value, numerator, denominator };
  if (value === null) return 'no_figure';
  return target.method === 'all_done' ? { value, numerator: value >= 1 ? 1 : 0, denominator: 1 } : { value };
}
