import type { mongo } from 'mongoose';

const INDEXES: [collection: string, keys: Record<string, 1 | -1>, options?: mongo.CreateIndexesOptions][] = [
  ['notices', { post: 1, at: -1 }], // a post's own list
  ['letters', { campaign: 1, at: -1 }],
  ['calendar_tokens', { hash: 1 }, { unique: true }], // whose feed this is
];

/** What a post is told in the console, the letters made, the addresses of calendar feeds. */
export async function up(db: mongo.Db): Promise<void> {
  for (const [collection, keys, options] of INDEXES) await db.collection(collection).createIndex(keys, options ?? {});
}

export async function down(db: mongo.Db): Promise<void> {
  for (const [collection, keys] of INDEXES) await db.collection(collection).dropIndex(keys as never);
}
