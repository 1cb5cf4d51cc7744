import { z } from 'zod';
import { code, day } from './primitives.js';

const words = z.string().max(4_000);
const amount = z.number().min(-1e15).max(1e15);
const codes = z.array(code).max(5_000).optional();

export const comparators = [
  'at_least',
  'at_most',
  'more_than',
  'less_than',
  'exactly',
  'approx',
  'zero',
  'range',
  'band',
  'all_of_rest',
  'increase_by',
  'decrease_by',
  'keep_or_raise',
  'done',
  'unclear',
] as const;
export const targetModes = ['single_source', 'allocated', 'each_unit', 'group'] as const;
export const rollupMethods = ['sum', 'ratio', 'max', 'last', 'band', 'all_done'] as const;

/** Groups that owe another level of the same target, the first that fits a unit wins. */
export const groupOverrides = z.array(z.strictObject({ group: code, value: amount })).max(100);

/** A target of the plan; the engine never divides it, an allocation is somebody's decision. */
export const target = z
  .strictObject({
    id: code,
    name: words.min(1),
    comparator: z.enum(comparators),
    explicit: z.boolean(),
    value: amount.nullable(),
    min: amount.optional(),
    max: amount.optional(),
    band: z.strictObject({ from: amount, to: amount }).optional(),
    cumulative: amount.optional(),
    change: z.enum(['points', 'percent']).optional(),
    unit: words,
    per: words,
    deadline: day,
    role: z.enum(['target', 'cross_check']),
    baseline: amount.nullable().optional(),
    note: words.optional(),
    evidence: words,
    mode: z.enum(targetModes),
    method: z.enum(rollupMethods),
    responsible: code.optional(),
    allocation: z.record(code, amount).optional(),
    units: z.strictObject({ kinds: codes, groups: codes, units: codes }).optional(),
    overrides: groupOverrides.optional(),
    indicator: z.strictObject({ id: code, version: z.int().min(1), decimals: z.int().min(0).max(6) }).optional(),
  })
  .meta({ id: 'Target' });
