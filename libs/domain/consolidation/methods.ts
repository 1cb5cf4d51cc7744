import { compare, decimal, times, toNumber, type Decimal } from '../target/decimal.js';
import type { Figure, RollupMethod, Target } from '../target/target.types.js';
import { ratioOfDecimals } from './ratio.js';
import type { MissingReason } from './total.types.js';

/** What one report or one lower total brings to a total. */
export interface Part {
  value: number | null;
  numerator?: Decimal;
  denominator?: Decimal;
}

/** All parts of a total together, each sum exact. */
export interface Whole {
  target: Target;
  /** How many brought something. */
  parts: number;
  value: Decimal;
  numerator: Decimal;
  denominator: Decimal;
  max: number | null;
  /** The latest in time. */
  last: number | null;
  /** Nobody is missing. */
  complete: boolean;
}

/** A total's value with the parts a rate needs to go on upward. */
export interface Combined {
  value: number | null;
  numerator?: number;
  denominator?: number;
}

const sum = ({ parts, value }: Whole): Combined => ({ value: parts === 0 ? null : toNumber(value) });

const rate =
  (unitOf: (target: Target) => string) =>
  ({ parts, target, numerator, denominator }: Whole): Combined =>
    parts === 0
      ? { value: null }
      : {
          value: ratioOfDecimals(numerator, denominator, unitOf(target)),
          numerator: toNumber(numerator),
          denominator: toNumber(denominator),
        };

/** How figures of several units become one. Percentages are never averaged: a rate is made again from its added parts. */
export const methods: Record<RollupMethod, (whole: Whole) => Combined> = {
  sum,
  /** Figures of a band are cumulative counts (a commune says 1 or 0), so they add up. */
  band: sum,
  max: ({ max }) => ({ value: max }),
  last: ({ last }) => ({ value: last }),
  ratio: rate(({ unit }) => unit),
  /** Σ value × weight / Σ weight, in the unit of the values. */
  weighted_mean: rate(() => ''),
  /** 1 when everybody has reported it done, 0 as soon as one has not done it, null while reports are missing. */
  all_done: ({ parts, numerator, denominator, complete }) =>
    parts === 0
      ? { value: null }
      : {
          value: compare(numerator, denominator) < 0 ? 0 : complete ? 1 : null,
          numerator: toNumber(numerator),
          denominator: toNumber(denominator),
        },
  /** Nothing is computed: the collecting unit says the figure, with a reason. */
  manual: () => ({ value: null }),
};

/** What a unit's own figure brings, or why it brings nothing. */
export function partOf(target: Target, figure: Figure | undefined): Part | MissingReason {
  const { value = null, numerator, denominator, weight } = figure ?? {};
  const parts =
    numerator === undefined || denominator === undefined
      ? null
      : { value, numerator: decimal(numerator), denominator: decimal(denominator) };
  switch (target.method) {
    case 'ratio':
      return parts ?? (value === null ? 'no_figure' : 'no_parts');
    case 'weighted_mean':
      if (parts) return parts;
      if (value === null) return 'no_figure';
      if (weight === undefined) return 'no_parts';
      return { value, numerator: times(decimal(value), decimal(weight)), denominator: decimal(weight) };
    case 'all_done':
      if (parts) return parts;
      if (value === null) return 'no_figure';
      return { value, numerator: decimal(value >= 1 ? 1 : 0), denominator: decimal(1) };
    default:
      return value === null ? 'no_figure' : { value };
  }
}
