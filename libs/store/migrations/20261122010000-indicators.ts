import type { mongo } from 'mongoose';

/** Versions of one indicator, and the key of a write that is sent again. */
export async function up(db: mongo.Db): Promise<void> {
  await db.collection('indicators').createIndex({ 'indicator.id': 1 });
  await db.collection('indicators').createIndex({ keyHash: 1 }, { unique: true });
}

export async function down(db: mongo.Db): Promise<void> {
  await db.collection('indicators').dropIndexes();
}
