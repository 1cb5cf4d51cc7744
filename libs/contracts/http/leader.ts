import { z } from 'zod';

const instant = z.string();

/** One sheet for the heads of the bodies of a campaign. */
export const leaderView = z
  .object({
    now: instant,
    campaign: z.string(),
    name: z.string(),
    stateText: z.string(),
    suspended: z.boolean(),
    start: z.string(),
    end: z.string(),
    /** What was asked for until now, all steps together. */
    total: z.object({
      expected: z.int(),
      actual: z.int(),
      rate: z.number().nullable(),
      onTime: z.int(),
      overdue: z.int(),
    }),
    /** Per step and level, the newest of them; `actual`: handed in and not sent back. `rate` in percent, rounded down, so that 100 means all. */
    steps: z.array(
      z.object({
        step: z.string(),
        title: z.string(),
        level: z.string(),
        levelText: z.string(),
        dueAt: instant,
        expected: z.int(),
        actual: z.int(),
        rate: z.number().nullable(),
        /** Came in on time the first time, whatever came of it. */
        onTime: z.int(),
        late: z.int(),
        /** Sent back and not handed in again. */
        returned: z.int(),
        /** Not handed in and past its day now. */
        overdue: z.int(),
      }),
    ),
    /** Lines before these that are left out, so that it stays one sheet. */
    stepsBefore: z.int(),
    /** Who is late with most, and among them longest; with whom to ring up. */
    late: z.array(
      z.object({
        unit: z.string(),
        unitName: z.string(),
        works: z.int(),
        daysLate: z.int(),
        title: z.string(),
        obligation: z.string(),
        declaredDay: z.string().nullable(),
        contacts: z.array(z.object({ title: z.string(), name: z.string().nullable(), phone: z.string().nullable() })),
      }),
    ),
    /** Units that are late, also those not named above. */
    lateUnits: z.int(),
    /** What comes within the next days. */
    until: z.string(),
    coming: z.array(
      z.object({
        day: z.string(),
        kind: z.enum(['due', 'lock', 'step', 'session']),
        title: z.string(),
        /** In words; null where it is of no level. */
        levelText: z.string().nullable(),
        count: z.int(),
      }),
    ),
    /** Lines left out of `coming`. */
    comingMore: z.int(),
    targets: z.array(
      z.object({
        target: z.string(),
        name: z.string(),
        measure: z.string(),
        goal: z.number().nullable(),
        value: z.number().nullable(),
        status: z.enum(['met', 'not_met', 'in_progress', 'unknown']),
        /** Share of the goal in percent; null where none can be given. */
        percent: z.number().nullable(),
        /** Step the figure is of, and how many of the units asked stand behind it. */
        step: z.string().nullable(),
        in: z.int(),
        asked: z.int(),
      }),
    ),
  })
  .meta({ id: 'LeaderView' });
export type LeaderView = z.infer<typeof leaderView>;
