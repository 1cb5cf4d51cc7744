import { block, byPlace, type EvidenceByPlace, type Fault } from '#libs/domain';
import { contentsOf, evidenceBookOf, type Store } from '#libs/store';

export interface BoundEvidence {
  /** By place, as a submission names it; undefined where there is none. */
  evidence?: EvidenceByPlace;
  faults: Fault[];
}

/** What is bound to an obligation now and the next submission will name. An infected file keeps it from being handed in. */
export async function boundEvidence(store: Store, obligation: string): Promise<BoundEvidence> {
  const bound = (await evidenceBookOf(store, obligation))?.bound ?? [];
  if (bound.length === 0) return { faults: [] };
  const contents = await contentsOf(
    store,
    bound.map(({ hash }) => hash),
  );
  const faults = bound
    .filter(({ hash }) => contents.get(hash)?.scan?.state === 'infected')
    .map(({ path, name }) => block(`evidence.${path}`, 'fault.evidence-infected', { name }));
  const named = bound.map(({ path, hash, name, bytes, type }) => ({ path, hash, name, bytes, type }));
  return { evidence: byPlace(named), faults };
}
