import type { Obligation } from '../obligation/obligation.types.js';
import type { Covenant } from './covenant.types.js';

type Owed = Pick<Obligation, '_id' | 'campaign' | 'step' | 'title' | 'answeringUnit' | 'covenant'>;

/** The covenants that obligations of one step are signatures of, not yet written. The same obligations give the same ones. */
export function covenantsOf(obligations: readonly Owed[]): Covenant[] {
  const covenants = new Map<string, Covenant>();
  for (const { _id: obligation, campaign, step, title, answeringUnit: unit, covenant: id } of obligations) {
    if (id === undefined) continue;
    const covenant = covenants.get(id) ?? {
      ...{ _id: id, campaign, step, title, signatories: [], state: 'unwritten' as const },
      ...{ versions: [], signatures: [], declined: [] },
    };
    covenants.set(id, { ...covenant, signatories: [...covenant.signatories, { obligation, unit }] });
  }
  return [...covenants.values()];
}
