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
    /** Per step and level; `rate` in percent, rounded down, so that 100 means all. */
    steps: z.array(
      z.object({
        step: z.string(),
        title: z.string(),
        state: z.enum(['waiting', 'opened', 'finished', 'skipped']),
        level: z.string().nullable(),
        dueAt: instant.nullable(),
        expected: z.int(),
        actual: z.int(),
        rate: z.number().nullable(),
        onTime: z.int(),
        late: z.int(),
        /** Not handed in and past its day now. */
        overdue: z.int(),
      }),
    ),
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
        level: z.string().nullable(),
        count: z.int(),
      }),
    ),
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
