import type { Unit } from '../units/unit.types.js';
import { decimal, compare, sumExact } from './decimal.js';
import { goalOf } from './goal.js';
import type { GroupOverride, Target } from './target.types.js';

/** What must be known of a unit to tell which targets it is asked for. */
export type ConcernedUnit = Pick<Unit, 'id' | 'kind' | 'groups'>;

/** True when this unit brings a figure for this target: by name, by its share, or by kind and group. */
export function concerns(target: Target, unit: ConcernedUnit): boolean {
  switch (target.mode) {
    case 'single_source':
      return target.responsible === unit.id;
    case 'allocated':
      return Object.hasOwn(target.allocation ?? {}, unit.id);
    case 'each_unit':
    case 'group': {
      const { kinds, groups, units } = target.units ?? {};
      return (
        (!units || units.includes(unit.id)) &&
        (!kinds || kinds.includes(unit.kind)) &&
        (!groups || groups.some((group) => unit.groups.includes(group)))
      );
    }
  }
}

/**
 * Targets a unit is asked for in a duty, in the plan's order. A cross-check repeats another target and is never asked.
 * @param ids the duty's `targets`; a duty that names none asks for no figures
 */
export function targetsOf(unit: ConcernedUnit, targets: readonly Target[], ids: readonly string[] = []): Target[] {
  return targets.filter((target) => target.role === 'target' && ids.includes(target.id) && concerns(target, unit));
}

/**
 * The level of a group that a unit owes in the place of the target's own: the first in the plan's order whose group it belongs to.
 * Null where the target's own level holds, also in the modes in which one agency or a share is asked.
 */
export function overrideFor(target: Target, unit: ConcernedUnit): GroupOverride | null {
  if (target.mode !== 'each_unit' && target.mode !== 'group') return null;
  if (!concerns(target, unit)) return null;
  return target.overrides?.find(({ group }) => unit.groups.includes(group)) ?? null;
}

/**
 * What is planned for one unit: its share as decided, the value of its group, or the target's own value. Never a quotient.
 * An override goes before a group's value. Null where nobody has decided it, also when two groups of the unit name different values.
 */
export function plannedFor(target: Target, unit: ConcernedUnit): number | null {
  if (!concerns(target, unit)) return null;
  if (target.mode === 'allocated') return target.allocation?.[unit.id] ?? null;
  const override = overrideFor(target, unit);
  if (override) return override.value;
  if (target.mode !== 'group') return goalOf(target);
  const values = unit.groups.flatMap((group) =>
    target.allocation && Object.hasOwn(target.allocation, group) ? [target.allocation[group]!] : [],
  );
  if (values.length === 0) return goalOf(target);
  return values.every((value) => compare(decimal(value), decimal(values[0]!)) === 0) ? values[0]! : null;
}

/**
 * What all concerned units together are planned to bring, comparable with the consolidated value of the target's method: shares
 * and per-unit counts add up; a rate, a maximum or a yes/no of the whole stays what the plan says. Null where a part is undecided.
 */
export function plannedTotal(target: Target, units: readonly ConcernedUnit[]): number | null {
  const adds = target.method === 'sum' || (target.method === 'band' && target.mode === 'allocated');
  if (target.mode === 'single_source' || !adds) return goalOf(target);
  const parts = units.filter((unit) => concerns(target, unit)).map((unit) => plannedFor(target, unit));
  return parts.length === 0 || parts.includes(null) ? null : sumExact(parts as number[]);
}
