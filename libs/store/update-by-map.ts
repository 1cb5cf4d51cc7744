import type { Collection, mongo } from 'mongoose';

/** Keys of one update. Servers look each one up in a literal list, so short lists are faster than long ones. */
const KEYS = 100;

type Fields = Readonly<Record<string, unknown>>;
type Pipeline = Record<string, unknown>[];

export interface Change {
  /** Fields to set. */
  set: Fields;
  /** Changes the document only while its version is this one, or older than this one; absent: always. */
  when?: { version: 'same' | 'older'; than: number };
}

/**
 * Sets other values in each of many documents, one write per 100 of them: about four times as fast as a `bulkWrite` of single
 * updates where every write is durable.
 * @param changes id → fields; all changes of one call have a condition of the same kind, or none
 * @param only which of them may change at all
 * @returns how many documents matched `only`
 */
export function updateByMap<T extends { _id: string }>(
  collection: Collection<T & mongo.Document>,
  changes: ReadonlyMap<string, Change>,
  only: Fields = {},
): Promise<number> {
  return byMap(collection, changes, only, (mine) => {
    const merged = { $mergeObjects: ['$$ROOT', mine(({ set }) => set)] };
    const kind = [...changes.values()][0]!.when?.version;
    if (!kind) return [{ $replaceWith: merged }];
    const holds = { [kind === 'same' ? '$eq' : '$lt']: ['$version', mine(({ when }) => when!.than)] };
    return [{ $replaceWith: { $cond: [holds, merged, '$$ROOT'] } }];
  });
}

/**
 * Runs one pipeline per 100 documents in which each document finds its own value.
 * @param pipeline is given `mine(pick)`: an expression that stands for what `pick` takes from the document's own value
 */
export async function byMap<T extends { _id: string }, V>(
  collection: Collection<T & mongo.Document>,
  values: ReadonlyMap<string, V>,
  only: Fields,
  pipeline: (mine: (pick: (value: V) => unknown) => Fields) => Pipeline,
): Promise<number> {
  const all = [...values];
  let matched = 0;
  for (let from = 0; from < all.length; from += KEYS) {
    const page = all.slice(from, from + KEYS);
    const ids = page.map(([id]) => id);
    const place = { $indexOfArray: [{ $literal: ids }, '$_id'] };
    const mine = (pick: (value: V) => unknown): Fields => ({
      $arrayElemAt: [{ $literal: page.map(([, value]) => pick(value)) }, place],
    });
    const filter = { ...only, _id: { $in: ids } };
    const result = await collection.updateMany(filter as never, pipeline(mine));
    matched += result.matchedCount;
  }
  return matched;
}
