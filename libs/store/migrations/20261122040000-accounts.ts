import type { mongo } from 'mongoose';
import { INDEXES } from '../indexes.js';

const COLLECTIONS = ['accounts', 'account_links', 'sign_ins', 'sign_in_tries'];

/** Accounts, the links that open them, signed-in browsers and counted tries. */
export async function up(db: mongo.Db): Promise<void> {
  for (const name of COLLECTIONS)
    for (const [keys, options] of INDEXES[name]!) await db.collection(name).createIndex(keys, options ?? {});
}

/** Nothing is taken away: people would lose their way in. */
export async function down(): Promise<void> {}
