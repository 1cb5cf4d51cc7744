import type { Collection, mongo } from 'mongoose';

/** Documents of one update: what one command and one commit hold. */
const KEYS = 100;

type Fields = Readonly<Record<string, unknown>>;

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
export async function updateByMap<T extends { _id: string }>(
  collection: Collection<T & mongo.Document>,
  changes: ReadonlyMap<string, Change>,
  only: Fields = {},
): Promise<number> {
  const merged = { $mergeObjects: ['$$ROOT', '$$mine.set'] };
  const kind = [...changes.values()][0]?.when?.version;
  const holds = { [kind === 'same' ? '$eq' : '$lt']: ['$version', '$$mine.when.than'] };
  const { matched } = await byMap(collection, changes, only, kind ? { $cond: [holds, merged, '$$ROOT'] } : merged);
  return matched;
}

/**
 * Writes many documents, each anew from itself and from a value of its own, one command per 100 of them.
 * @param values by id
 * @param written an expression for the new document, in which the old one is `$$ROOT` and its own value `$$mine`
 * @returns how many documents matched `only`, and how many of them were not the same before
 */
export async function byMap<T extends { _id: string }, V extends object>(
  collection: Collection<T & mongo.Document>,
  values: ReadonlyMap<string, V>,
  only: Fields,
  written: Fields,
): Promise<{ matched: number; modified: number }> {
  const all = [...values].map(([id, value]) => ({ id, value, bytes: Buffer.from(id) }));
  all.sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  const sum = { matched: 0, modified: 0 };
  for (let from = 0; from < all.length; from += KEYS) {
    const page = all.slice(from, from + KEYS);
    const filter = { ...only, _id: { $in: page.map(({ id }) => id) } };
    const mine = { $let: { vars: { mine: lookup(page) }, in: written } };
    const result = await collection.updateMany(filter as never, [{ $replaceWith: mine }]);
    sum.matched += result.matchedCount;
    sum.modified += result.modifiedCount;
  }
  return sum;
}

/**
 * A document's own value, by halving: servers walk (and may copy) a whole literal list for each document that looks into it.
 * @param page in the order in which servers compare ids, that of their bytes
 */
function lookup(page: { id: string; value: object }[]): Fields {
  if (page.length === 1) return { $literal: page[0]!.value };
  const half = page.length >> 1;
  const before = { $lt: ['$_id', { $literal: page[half]!.id }] };
  return { $cond: [before, lookup(page.slice(0, half)), lookup(page.slice(half))] };
}
