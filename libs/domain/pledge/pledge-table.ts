import type { ObligationKind } from '../plan/plan.types.js';
import type { ObligationState } from '../obligation/obligation.types.js';
import { concerns, overrideFor, plannedFor, type ConcernedUnit } from '../target/concern.js';
import type { Figure, Target } from '../target/target.types.js';
import { stretchOf, type Stretch } from './stretch.js';

/** The pledge that was given last, with the paper it stands in and how that paper stands now. */
export interface GivenPledge {
  value: number | null;
  kind: ObligationKind;
  obligation: string;
  state: ObligationState;
}

/** The last figure that was reported, and in which step. */
export interface Achieved extends Pick<Figure, 'value' | 'status'> {
  step: string;
}

/** One target of one unit: assigned from above, pledged, achieved. */
export interface PledgeLine {
  unit: string;
  target: string;
  assigned: number | null;
  /** The group whose own level holds for the unit. */
  group: string | null;
  pledged: GivenPledge | null;
  stretch: Stretch | null;
  achieved: Achieved | null;
}

export interface KnownOf {
  pledges: ReadonlyMap<string, GivenPledge>;
  achieved: ReadonlyMap<string, Achieved>;
}

/** The lines of one unit, in the plan's order: of every target it is asked for or has pledged. Cross-checks repeat another target. */
export function pledgeLines(
  unit: ConcernedUnit,
  targets: readonly Target[],
  { pledges, achieved }: KnownOf,
): PledgeLine[] {
  return targets
    .filter((target) => target.role === 'target' && (concerns(target, unit) || pledges.has(target.id)))
    .map((target) => {
      const assigned = plannedFor(target, unit);
      const pledged = pledges.get(target.id) ?? null;
      return {
        ...{ unit: unit.id, target: target.id, assigned, group: overrideFor(target, unit)?.group ?? null, pledged },
        stretch: stretchOf(target, assigned, pledged?.value ?? null),
        achieved: achieved.get(target.id) ?? null,
      };
    });
}
