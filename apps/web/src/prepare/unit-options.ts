import type { PreparationUnitsView } from '../api/contracts';

export type UnitLine = PreparationUnitsView['units'][number];
export type Option = readonly [string, string];

/** Units to choose one from, those nearest to the root first, each with its name. */
export const unitOptions = (units: readonly UnitLine[]): Option[] => units.map(({ id, name }) => [id, name]);

/** Kinds that there are, by their word. */
export function kindOptions(units: readonly UnitLine[]): Option[] {
  const counts = new Map<string, { text: string; n: number }>();
  for (const { kind, kindText, parent } of units)
    if (parent !== null) counts.set(kind, { text: kindText, n: (counts.get(kind)?.n ?? 0) + 1 });
  return [...counts].map(([kind, { text, n }]) => [kind, `${text} (${n})`]);
}

/** Groups that units belong to; a group has no word of its own yet, it goes by its code. */
export const groupOptions = (units: readonly UnitLine[]): Option[] =>
  [...new Set(units.flatMap(({ groups }) => groups))].sort().map((group) => [group, group]);
