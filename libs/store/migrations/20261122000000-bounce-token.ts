import type { mongo } from 'mongoose';
import { INDEXES } from '../indexes.js';

/** A bounce finds its mail by the token of the envelope sender. */
export async function up(db: mongo.Db): Promise<void> {
  for (const [keys, options] of INDEXES['messages']!) await db.collection('messages').createIndex(keys, options ?? {});
}

/** Nothing to undo: an index more harms nobody. */
export async function down(): Promise<void> {}
