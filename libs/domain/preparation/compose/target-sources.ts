import type { Target } from '../../target/target.types.js';
import type { UnitSelector } from '../../units/unit.types.js';

/** Picks units below the launching body. */
export type Select = (selector: UnitSelector) => string[];

/** The units whose own figures make a target: one agency, those with a share, or every unit it concerns. */
export function sourceSelector({ mode, responsible, allocation, units }: Target): UnitSelector {
  if (mode === 'single_source') return { units: responsible === undefined ? [] : [responsible] };
  if (mode === 'allocated') return { units: Object.keys(allocation ?? {}) };
  return { ...units };
}

/** Ids of the targets that have at least one source among the given units. */
export function targetsFrom(units: string[], targets: Target[], select: Select): string[] {
  const asked = new Set(units);
  return targets.filter((target) => select(sourceSelector(target)).some((unit) => asked.has(unit))).map(({ id }) => id);
}
