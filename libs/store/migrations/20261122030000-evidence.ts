import type { mongo } from 'mongoose';

const INDEXES: [collection: string, keys: Record<string, 1 | -1>, options?: mongo.CreateIndexesOptions][] = [
  ['evidence', { scanDue: 1 }, { partialFilterExpression: { scanDue: true } }], // what waits for a scanner
  ['evidence', { touchedAt: 1 }], // what nobody wants any more
  ['evidence_books', { 'bound.hash': 1 }], // who names this file
  ['evidence_books', { 'submitted.hash': 1 }],
  ['uploads', { obligation: 1 }],
  ['uploads', { expiresAt: 1 }],
  ['upload_parts', { upload: 1 }],
  ['upload_parts', { at: 1 }], // parts whose upload has gone
];

/** Contents of files, what is bound where, uploads under way; GridFS makes the indexes of its own bucket. */
export async function up(db: mongo.Db): Promise<void> {
  for (const [collection, keys, options] of INDEXES) await db.collection(collection).createIndex(keys, options ?? {});
}

export async function down(db: mongo.Db): Promise<void> {
  for (const [collection, keys] of INDEXES) await db.collection(collection).dropIndex(keys as never);
}
