import type { mongo } from 'mongoose';

/** Covenants of a campaign, and those whose events wait for the relay. */
export async function up(db: mongo.Db): Promise<void> {
  await db.collection('covenants').createIndex({ campaign: 1 });
  await db.collection('covenants').createIndex({ hasPending: 1 }, { partialFilterExpression: { hasPending: true } });
}

export async function down(db: mongo.Db): Promise<void> {
  await db.collection('covenants').dropIndexes();
}
