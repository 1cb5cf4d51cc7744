import { z } from 'zod';
import { code, day, shortText } from './primitives.js';
import { unitSelector } from './unit-selector.js';

/** Levels from the bottom up with the working days each would like; the last one hands over on `due`. */
export const levelDatesBody = z
  .strictObject({
    cutoff: day,
    due: day,
    levels: z
      .array(z.strictObject({ level: shortText, wants: z.int().min(1).max(60) }))
      .min(1)
      .max(10),
    kind: z.enum(['vn-5d', 'vn-6d']).default('vn-5d'),
  })
  .meta({ id: 'LevelDatesBody' });

export const levelDatesView = z
  .object({
    levels: z.array(
      z.object({ level: z.string(), due: z.string(), has: z.int(), wants: z.int(), starved: z.boolean() }),
    ),
    slack: z.int(),
  })
  .meta({ id: 'LevelDatesView' });
export type LevelDatesView = z.infer<typeof levelDatesView>;

/** Whom a selector picks below a unit, on a day; before anything is answered or launched. */
export const pickedUnitsBody = z
  .strictObject({ under: code, on: day, select: unitSelector })
  .meta({ id: 'PickedUnitsBody' });

export const pickedUnitsView = z
  .object({
    count: z.int(),
    byKind: z.record(z.string(), z.int()),
    units: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
  })
  .meta({ id: 'PickedUnitsView' });
export type PickedUnitsView = z.infer<typeof pickedUnitsView>;
