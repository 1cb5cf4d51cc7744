import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { ANCHOR_QUEUE } from './anchor-queue.js';
import { pool } from './pool.js';
import { median, quartiles, rounded } from './statistics.js';
import type { Anchor } from './bench.types.js';

/** Sizes of `reference/quality.md` 2.1. */
const COUNT = 2_000;
const IN_FLIGHT = 50;
/** No-ops that tell how long the starting of R2 will take on this machine today. */
const PROBE = 200;
/** Times the expected starting time that the common instant of R2 lies ahead. */
const LEAD_FACTOR = 1.6;
const LEAST_LEAD_MS = 15_000;

/** R1: no-op workflows started and completed per second, 50 in flight. */
export async function measureR1(client: Client, count = COUNT): Promise<number> {
  const run = randomUUID();
  const began = performance.now();
  await pool(count, IN_FLIGHT, (n) =>
    client.workflow.execute('benchNoop', { taskQueue: ANCHOR_QUEUE, workflowId: `bench-noop-${run}-${n}`, args: [] }),
  );
  return count / ((performance.now() - began) / 1000);
}

/**
 * R2: workflows that sleep to one common instant and complete, per second from that instant to the last close, by the server's
 * own close times. @throws Error when not all were asleep before the instant: then it would measure the starting
 */
export async function measureR2(client: Client): Promise<number> {
  const run = randomUUID();
  const rate = await measureR1(client, PROBE);
  const until = Date.now() + Math.max(LEAST_LEAD_MS, (COUNT / rate) * 1000 * LEAD_FACTOR);
  const id = (n: number): string => `bench-sleeper-${run}-${n}`;
  await pool(COUNT, IN_FLIGHT, (n) =>
    client.workflow.start('benchSleeper', { taskQueue: ANCHOR_QUEUE, workflowId: id(n), args: [until] }),
  );
  await asleep(client, id, until);
  await pause(until - Date.now());
  const closed: number[] = [];
  await pool(COUNT, 16, async (n) => {
    for (;;) {
      const { closeTime } = await client.workflow.getHandle(id(n)).describe();
      if (closeTime) return void closed.push(closeTime.getTime());
      await pause(500);
    }
  });
  return COUNT / ((Math.max(...closed) - until) / 1000);
}

/** The last started are the last to sleep: their first task is done when the timer is in the history (5 events). */
async function asleep(client: Client, id: (n: number) => string, until: number): Promise<void> {
  for (let n = COUNT - IN_FLIGHT; n < COUNT; n += 1) {
    while ((await client.workflow.getHandle(id(n)).describe()).historyLength < 5) {
      if (Date.now() > until) throw new Error('R2: not all workflows were asleep before the common instant');
      await pause(100);
    }
  }
}

export function anchorOf(runs: number[]): Anchor {
  return { value: rounded(median(runs)), quartiles: quartiles(runs), runs: runs.map(rounded) };
}
