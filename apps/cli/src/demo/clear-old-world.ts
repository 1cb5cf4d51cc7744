import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders and files of an earlier demo's world; ports and logs stay, so that addresses do not change from run to run. */
const WORLD = ['mongo', 'mongo-real', 'temporal', 'mail', 'temporal.db', 'temporal.db-shm', 'temporal.db-wal'];

/** A demo always begins with an empty world. The servers' own data is ended with them; nothing else is touched. */
export async function clearOldWorld(dataDir: string): Promise<void> {
  for (const name of WORLD) await rm(join(dataDir, name), { recursive: true, force: true });
}
