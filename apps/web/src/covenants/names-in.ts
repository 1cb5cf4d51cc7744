import type { CovenantView } from '../api/contracts';

/** Names of what a covenant's texts speak of by id. */
export function namesIn({ signatories, targets }: Pick<CovenantView, 'signatories' | 'targets'>) {
  const units = new Map(signatories.map(({ unit, unitName }) => [unit, unitName]));
  const known = new Map(targets.map((target) => [target.id, target]));
  return {
    unit: (id: string): string => units.get(id) ?? id,
    target: (id: string): string => known.get(id)?.name ?? id,
    measure: (id: string): string => known.get(id)?.measure ?? '',
  };
}
