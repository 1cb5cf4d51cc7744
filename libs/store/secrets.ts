import { randomBytes } from 'node:crypto';
import { isDuplicateKey, type Store } from './store.js';

const BYTES = 32;
const known = new WeakMap<Store, Map<string, Promise<Buffer>>>();

/**
 * A key that this installation signs with, made by whoever asks first and the same for all its processes. It stands beside what it
 * protects: who reads the database needs no link. Erase its document and restart to make everything signed by it void.
 */
export function secretOf(store: Store, name: string): Promise<Buffer> {
  const mine = known.get(store) ?? new Map<string, Promise<Buffer>>();
  known.set(store, mine);
  const found = mine.get(name) ?? read(store, name);
  mine.set(name, found);
  found.catch(() => mine.delete(name));
  return found;
}

async function read(store: Store, name: string): Promise<Buffer> {
  const fresh = randomBytes(BYTES).toString('base64');
  await store.secrets
    .updateOne({ _id: name }, { $setOnInsert: { key: fresh } }, { upsert: true })
    .catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error; // another process was as fast
    });
  const { key } = (await store.secrets.findOne({ _id: name }))!;
  return Buffer.from(key, 'base64');
}
