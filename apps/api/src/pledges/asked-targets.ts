import type { RegistrationView } from '#libs/contracts/http/index.js';
import { overrideFor, plannedFor, type LocalDate, type UnitTree } from '#libs/domain';
import { isCeiling } from '#libs/domain/target/ceiling.js';
import { targetsOfDay } from '#libs/pledges';
import type { ObligationDoc, Store } from '#libs/store';

/** Targets that a unit is asked to pledge for, each as it is assigned on a day. */
export async function askedTargets(
  store: Store,
  { campaign, subject, targets: ids }: ObligationDoc,
  tree: UnitTree,
  day: LocalDate,
): Promise<RegistrationView['targets']> {
  const targets = await targetsOfDay(store, campaign, day);
  const unit = tree.unit(subject);
  return targets
    .filter(({ id }) => ids.includes(id))
    .map((target) => ({
      ...{ target: target.id, name: target.name, measure: target.unit, ceiling: isCeiling(target.comparator) },
      assigned: unit ? plannedFor(target, unit) : null,
      group: (unit && overrideFor(target, unit)?.group) ?? null,
    }));
}
