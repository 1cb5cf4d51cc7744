import type { Client } from '@temporalio/client';
import type { Store } from '#libs/store';
import type { Engine } from '#libs/temporal';
import type { Look } from './finding.js';

/** What every check looks at. `now` is the house's time, `wall` the machine's: leases run on it. */
export interface CheckContext {
  store: Store;
  client: Client;
  engine: Engine;
  now: Date;
  wall: Date;
}

export type Check = (context: CheckContext) => Promise<Look>;

/** How long something may be overdue before it counts; a healthy system acts within a second. Milliseconds. */
export const GRACE_MS = 5_000;

/** Runs `work` on each item, at most `width` at once, in order of the items. */
export async function each<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return results;
}
