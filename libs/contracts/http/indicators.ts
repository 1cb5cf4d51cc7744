import { z } from 'zod';
import { rollupMethods } from './plan-target.js';
import { code, reason, shortText } from './primitives.js';

const definition = z.string().trim().min(1).max(4_000);
const decimals = z.int().min(0).max(6);
const owner = z.strictObject({ kinds: z.array(code).min(1).max(20) }).nullable();

/** An indicator as an officer defines it: the first version, or the next one. */
export const indicatorBody = z
  .strictObject({
    id: code,
    name: shortText,
    definition,
    unit: shortText,
    source: shortText,
    method: z.enum(rollupMethods),
    decimals,
    owner: owner.default(null),
    /** Version the officer saw, 0 for an indicator that is to be new; another one in the store answers 409. */
    version: z.int().min(0).max(1_000_000),
  })
  .meta({ id: 'IndicatorBody' });

export const deprecateIndicatorBody = z
  .strictObject({ ground: reason, replacedBy: code.nullable().default(null), version: z.int().min(1).max(1_000_000) })
  .meta({ id: 'DeprecateIndicatorBody' });

/** What `dondoc indicator import` reads. */
export const indicatorFile = z
  .strictObject({
    indicators: z
      .array(indicatorBody.omit({ version: true }))
      .min(1)
      .max(5_000),
  })
  .meta({ id: 'IndicatorFile' });

export const indicatorQuery = z.strictObject({
  /** Part of the id, name or definition; marks and case do not matter. */
  q: z.string().trim().max(200).optional(),
  state: z.enum(['in-use', 'deprecated', 'all']).default('in-use'),
});
export type IndicatorQuery = z.output<typeof indicatorQuery>;

export const indicatorView = z
  .object({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    definition: z.string(),
    unit: z.string(),
    source: z.string(),
    method: z.enum(rollupMethods),
    decimals: z.int(),
    owner: z.object({ kinds: z.array(z.string()) }).nullable(),
    keeper: z.string(),
    deprecated: z.object({ ground: z.string(), replacedBy: z.string().nullable() }).nullable(),
    /** Who wrote this version, and when. */
    by: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Indicator' });
export type IndicatorView = z.infer<typeof indicatorView>;

export const indicatorList = z.object({ items: z.array(indicatorView) }).meta({ id: 'IndicatorList' });

/** An indicator with all its versions, the newest first, and the campaigns whose targets are held to it. */
export const indicatorHistory = z
  .object({
    versions: z.array(indicatorView),
    campaigns: z.array(z.object({ campaign: z.string(), name: z.string(), target: z.string(), version: z.int() })),
  })
  .meta({ id: 'IndicatorHistory' });
