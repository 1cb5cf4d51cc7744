import { z } from 'zod';

/** `onTime + late = actual ≤ expected`; `rate` in percent, null where nothing is owed. */
const counts = {
  expected: z.int(),
  actual: z.int(),
  rate: z.number().max(100).nullable(),
  onTime: z.int(),
  late: z.int(),
  nil: z.int(),
  returned: z.int(),
  overdue: z.int(),
  /** Calendar days after the date granted, added up. */
  daysLate: z.int(),
};

export const statisticsView = z
  .object({
    campaign: z.string(),
    /** Top of the subtree that is counted; null for the whole campaign. */
    unit: z.string().nullable(),
    step: z.string().nullable(),
    now: z.string(),
    total: z.object(counts).meta({ id: 'StatisticsCounts' }),
    /** Subtrees right below the unit, and the unit itself where it owes. */
    units: z.array(z.object({ unit: z.string(), unitName: z.string(), kind: z.string().nullable(), ...counts })),
    kinds: z.array(z.object({ kind: z.string(), ...counts })),
    /** Posts of the units named above. */
    posts: z.array(z.object({ post: z.string(), ...counts })),
  })
  .meta({ id: 'StatisticsView' });

const claim = z.object({ unit: z.string(), kind: z.string(), value: z.number() });

/** Same indicator, place and period, several units. `owner`: whose figure counts by the indicator's rule. */
export const doubleCountsView = z
  .object({
    items: z.array(
      z.object({
        indicator: z.string(),
        place: z.string(),
        period: z.string(),
        claims: z.array(claim),
        owner: z.string().nullable(),
        excess: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'DoubleCountsView' });
