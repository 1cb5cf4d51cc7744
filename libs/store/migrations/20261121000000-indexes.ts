import type { mongo } from 'mongoose';
import { INDEXES } from '../indexes.js';

/** First set of indexes. Never edited after a release: a new index is a new migration. */
export async function up(db: mongo.Db): Promise<void> {
  for (const [collection, indexes] of Object.entries(INDEXES)) {
    for (const [keys, options] of indexes) await db.collection(collection).createIndex(keys, options ?? {});
  }
}

export async function down(db: mongo.Db): Promise<void> {
  for (const collection of Object.keys(INDEXES)) await db.collection(collection).dropIndexes();
}
