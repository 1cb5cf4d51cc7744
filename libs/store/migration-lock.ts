import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import { isDuplicateKey } from './store.js';

/** How long a migration is ours without a beat, ms of wall clock: a killed process holds up the next start no longer. */
const LEASE_MS = 5_000;
/** Beats within one lease: a slow answer or two must not lose it. */
const BEATS = 5;

interface Lease {
  _id: string;
  owner: string;
  until: Date;
}

/**
 * Lets one process at a time migrate. (migrate-mongo's own lock is looked for and then written, which two processes starting
 * together both get through; and a killed one leaves it behind for minutes.)
 * @throws Error speaking of the lock while another process holds it
 */
export async function underMigrationLock<T>(db: mongo.Db, work: () => Promise<T>, leaseMs = LEASE_MS): Promise<T> {
  const leases = db.collection<Lease>('migration_lock');
  const owner = randomUUID();
  const until = (): Date => new Date(Date.now() + leaseMs);
  await take(leases, owner, until());
  const renew = () => leases.updateOne({ _id: 'migration', owner }, { $set: { until: until() } });
  const beat = setInterval(() => void renew().catch(() => undefined), leaseMs / BEATS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await leases.deleteOne({ _id: 'migration', owner });
  }
}

/** The unique _id decides: where a lease still runs the upsert finds nothing to update and may not insert. */
async function take(leases: mongo.Collection<Lease>, owner: string, until: Date): Promise<void> {
  try {
    const free = { _id: 'migration', until: { $lt: new Date() } };
    await leases.updateOne(free, { $set: { owner, until } }, { upsert: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new Error('another process migrates this database and holds the lock', { cause: error });
  }
}
