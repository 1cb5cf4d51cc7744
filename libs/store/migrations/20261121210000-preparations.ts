import type { mongo } from 'mongoose';

/** Whose preparations, and which campaigns carry out a plan. */
const INDEXES: [string, Record<string, 1>][] = [
  ['preparations', { owner: 1 }],
  ['preparations', { launchingUnit: 1 }],
  ['preparations', { standingBody: 1 }],
  ['campaigns', { 'parent.campaign': 1 }],
];

export async function up(db: mongo.Db): Promise<void> {
  for (const [collection, keys] of INDEXES) await db.collection(collection).createIndex(keys);
}

export async function down(db: mongo.Db): Promise<void> {
  await db.collection('preparations').dropIndexes();
  await db.collection('campaigns').dropIndex({ 'parent.campaign': 1 } as never);
}
