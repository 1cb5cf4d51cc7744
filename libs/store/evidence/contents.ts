import { isDuplicateKey, type Store } from '../store.js';
import type { EvidenceDoc } from './evidence-documents.js';

/** Keeps a content under its hash. @returns false when it is kept already: the copy just made is not needed */
export async function keepContentOnce(store: Store, content: EvidenceDoc): Promise<boolean> {
  try {
    await store.evidence.insertOne(content);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/**
 * Says that somebody wants it now, so that it is not removed.
 * @param again the bytes came again: a scanner looks once more
 * @returns null where it is not there or on its way out
 */
export async function touchContent(store: Store, hash: string, again = false): Promise<EvidenceDoc | null> {
  const set = { touchedAt: new Date(), ...(again && { scanDue: true }) };
  return await store.evidence.findOneAndUpdate(
    { _id: hash, removing: { $ne: true } },
    { $set: set },
    {
      returnDocument: 'after',
    },
  );
}

export const contentsOf = async (store: Store, hashes: readonly string[]): Promise<Map<string, EvidenceDoc>> => {
  const found = (await store.evidence
    .find({ _id: { $in: [...new Set(hashes)] } })
    .toArray()) as unknown as EvidenceDoc[];
  return new Map(found.map((one) => [one._id, one]));
};
