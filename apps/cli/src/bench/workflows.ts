import { sleep } from '@temporalio/workflow';

/** R1: what one start and one completion cost on this server. */
export async function benchNoop(): Promise<void> {}

/** R2: sleeps until a common instant, in milliseconds since 1970. */
export async function benchSleeper(until: number): Promise<void> {
  await sleep(Math.max(1, until - Date.now()));
}
