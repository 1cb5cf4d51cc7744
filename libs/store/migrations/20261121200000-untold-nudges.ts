import type { mongo } from 'mongoose';
import { INDEXES } from '../indexes.js';

const RECORDED = ['campaigns', 'rounds', 'obligations', 'sessions'];

/** Waking processes is noted on the process and no longer on the document that changed. */
export async function up(db: mongo.Db): Promise<void> {
  for (const [keys, options] of INDEXES['processes']!)
    await db.collection('processes').createIndex(keys, options ?? {});
  for (const name of RECORDED) {
    await db
      .collection(name)
      .dropIndex('toNudge_1')
      .catch(() => undefined); // fresh installations never had it
    await db.collection(name).updateMany({ toNudge: true }, { $set: { hasPending: true } });
    await db.collection(name).updateMany({ toNudge: { $exists: true } }, { $unset: { toNudge: '' } });
  }
}

/** Nothing to undo: what waits is woken again by the reconciler. */
export async function down(): Promise<void> {}
