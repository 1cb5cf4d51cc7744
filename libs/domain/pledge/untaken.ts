import { goalOf } from '../target/goal.js';
import { plannedFor, type ConcernedUnit } from '../target/concern.js';
import type { Target } from '../target/target.types.js';

/** A target that nobody carries out. */
export interface UntakenTarget {
  target: string;
  name: string;
  goal: number | null;
}

/**
 * Targets of a plan that nobody took up (F17): assigned to no unit, pledged by none, and carried out by no campaign below.
 * @param pledged ids that some unit has pledged a number for  @param carried ids that a campaign below took over
 */
export function untakenTargets(
  targets: readonly Target[],
  units: readonly ConcernedUnit[],
  pledged: ReadonlySet<string>,
  carried: ReadonlySet<string>,
): UntakenTarget[] {
  const taken = (target: Target): boolean =>
    carried.has(target.id) || pledged.has(target.id) || units.some((unit) => plannedFor(target, unit) !== null);
  return targets
    .filter((target) => target.role === 'target' && !taken(target))
    .map((target) => ({ target: target.id, name: target.name, goal: goalOf(target) }));
}
