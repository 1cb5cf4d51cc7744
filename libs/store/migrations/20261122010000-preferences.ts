import type { mongo } from 'mongoose';

/** Who wants the digest early, and the instant mail of a week (a budget counts it). */
export async function up(db: mongo.Db): Promise<void> {
  await db.collection('preferences').createIndex({ digestAt: 1 });
  await db.collection('messages').createIndex({ at: 1 }, { partialFilterExpression: { kind: 'instant' } });
}

export async function down(db: mongo.Db): Promise<void> {
  await db.collection('preferences').dropIndex({ digestAt: 1 } as never);
  await db.collection('messages').dropIndex({ at: 1 } as never);
}
