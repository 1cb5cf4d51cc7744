import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '#libs/store';

const ATTEMPTS = 20;
const PAUSE_MS = 500;

/** Brings the database to the newest form; while another process does so, waits for it. */
export async function migrateOnce(uri: string, database: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await migrate(uri, database);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !/lock/i.test((error as Error).message)) throw error;
      await pause(PAUSE_MS);
    }
  }
}
