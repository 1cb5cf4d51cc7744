import type { PreparationUnitsView } from '../api/contracts';
import { t } from '../messages/t';
import type { Code } from '../messages/vi';

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

const WORDED = ['armed_forces', 'new_rural', 'poor_district'];

/** The word for a group of units; a group that a house made for itself goes by its code. */
export const groupText = (group: string): string => (WORDED.includes(group) ? t(`unit-group.${group}` as Code) : group);

export const groupOptions = (units: readonly UnitLine[]): Option[] =>
  [...new Set(units.flatMap(({ groups }) => groups))].sort().map((group) => [group, groupText(group)]);
