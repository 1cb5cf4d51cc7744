import { sumExact } from './decimal.js';
import type { Target } from './target.types.js';

/**
 * The number a figure is held against; null where the plan names none and nobody has given one.
 * A range's lower edge decides; a band is held against its cumulative count; `done` is 1.
 */
export function goalOf(target: Target): number | null {
  switch (target.comparator) {
    case 'range':
      return target.min ?? target.value;
    case 'band':
    case 'all_of_rest':
      return target.cumulative ?? target.value;
    case 'done':
      return 1;
    case 'zero':
      return 0;
    default:
      return target.value;
  }
}

/** The target held against another goal: a unit's own share, or the total of all units (`plannedFor`, `plannedTotal`). */
export function withGoal(target: Target, goal: number | null): Target {
  if (goal === goalOf(target)) return target;
  // Thirteen works of which each is done or not are a count of thirteen.
  const comparator = target.comparator === 'done' ? 'at_least' : target.comparator;
  return { ...target, comparator, value: goal, min: goal ?? undefined, max: undefined, cumulative: goal ?? undefined };
}

/**
 * Fills `cumulative` of the bands of one distribution: "08 xã đạt 14-16, 20 xã đạt 9-13, 60 xã đạt 5-8" becomes at or above 14: 8, at
 * or above 9: 28, at or above 5: 88. A commune that moves up leaves its band, so only the cumulative counts can be asked for
 * (seed 002, V01-V04). Bands are one distribution when unit, scope and deadline agree; one that has its count keeps it.
 */
export function cumulateBands(targets: readonly Target[]): Target[] {
  return targets.map((target) => {
    const { band } = target;
    if (!band || target.value === null || target.cumulative !== undefined) return target;
    const family = targets.filter(
      (other) =>
        other.band !== undefined &&
        other.band.from >= band.from &&
        other.unit === target.unit &&
        other.per === target.per &&
        other.deadline === target.deadline,
    );
    const counts = family.map((other) => other.value);
    return counts.includes(null) ? target : { ...target, cumulative: sumExact(counts as number[]) };
  });
}

/**
 * The figures of one unit that stands on `step` (a commune with 15 criteria): 1 for every band it has reached, 0 for the others.
 */
export function bandFigures(step: number, targets: readonly Target[]): Record<string, 0 | 1> {
  return Object.fromEntries(
    targets.flatMap(({ id, band }) => (band ? [[id, step >= band.from ? 1 : 0] as const] : [])),
  );
}
