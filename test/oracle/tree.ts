import { type Day, type Plan, type Selector } from './dump.types.js';
import { SUBJECTS } from './readings.js';
import { type World } from './world.js';

/** Both ends of a validity are included; of two that meet on a day the later one counts. */
export function validOn<T>(rows: T[], from: (row: T) => Day, to: (row: T) => Day | null, day: Day): T | undefined {
  const valid = rows.filter((r) => from(r) <= day && (to(r) ?? '9999-12-31') >= day);
  return valid.sort((a, b) => from(b).localeCompare(from(a)))[0];
}

export function parentOn(world: World, unit: string, day: Day): string | null {
  const edges = world.edgesOf.get(unit) ?? [];
  return (
    validOn(
      edges,
      (e) => e.validFrom,
      (e) => e.validTo,
      day,
    )?.parent ?? null
  );
}

export function isBelow(world: World, unit: string, above: string, day: Day): boolean {
  for (let at = parentOn(world, unit, day); at; at = parentOn(world, at, day)) if (at === above) return true;
  return false;
}

/** Units that a selector means on a day: named ones as they are, others within the tree of the launching unit. */
export function pickUnits(world: World, plan: Plan, selector: Selector | typeof SUBJECTS, day: Day): string[] {
  if (selector === SUBJECTS || selector.units?.includes(SUBJECTS)) {
    const rest = selector === SUBJECTS ? {} : selector;
    return pickUnits(world, plan, { ...rest, units: pickUnits(world, plan, plan.participants, day) }, day);
  }
  const { units, kinds, groups, under, exclude } = selector;
  return world.dump.units
    .filter((u) => u.validFrom <= day && (u.validTo ?? '9999-12-31') >= day)
    .filter((u) => (units ? units.includes(u.id) : inTree(world, plan, u.id, day)))
    .filter((u) => !kinds || kinds.includes(u.kind))
    .filter((u) => !groups || u.groups.some((g) => groups.includes(g)))
    .filter((u) => !under || isBelow(world, u.id, under, day))
    .filter((u) => !exclude?.includes(u.id))
    .map((u) => u.id);
}

const inTree = (world: World, plan: Plan, unit: string, day: Day) =>
  unit === plan.launchingUnit || isBelow(world, unit, plan.launchingUnit, day);
