import { setTimeout as pause } from 'node:timers/promises';

/** How long somebody waits for servers that are restarting; wall clock. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/** Does work that may be repeated, again and again while the database is away: who only watches must not fall with it. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await pause(PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error) || Date.now() > deadline) throw error;
    }
  }
}

/** The line broke or nobody answered; everything else is a mistake that repeating does not mend. */
const isAway = (error: unknown): boolean =>
  error instanceof Error && /^Mongo(ose)?(Network|ServerSelection|PoolCleared|PoolClosed)/.test(error.name);
