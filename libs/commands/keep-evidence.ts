import { refuse, type Refusal } from '#libs/domain';
import { evidenceBookOf, markSubmitted, type ObligationDoc, type Store, type SubmissionContent } from '#libs/store';

/** Before a submission that names files is kept they are marked: from then on nobody takes them away. */
export async function keepEvidence(
  store: Store,
  { _id }: ObligationDoc,
  { evidence }: SubmissionContent,
): Promise<Refusal | null> {
  if (!evidence) return null;
  const named = new Set(
    Object.entries(evidence).flatMap(([path, files]) => files.map(({ hash }) => `${path} ${hash}`)),
  );
  const bound = (await evidenceBookOf(store, _id))?.bound ?? [];
  const files = bound.filter(({ path, hash }) => named.has(`${path} ${hash}`));
  const kept = files.length === named.size && (await markSubmitted(store, _id, files));
  return kept ? null : refuse('evidence-changed');
}
