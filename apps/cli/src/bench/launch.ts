import { setTimeout as pause } from 'node:timers/promises';
import type { CampaignPlan } from '#libs/domain';
import { RECORDED, type CampaignDoc, type ProcessDoc, type Store } from '#libs/store';
import { actorOf } from '../system/acting.js';
import type { BenchSystem } from './bench-system.js';

type Launching = Pick<BenchSystem, 'store' | 'campaigns'>;

const LOOK_MS = 10;
/** Longer than any launch of ten thousand that could still meet a floor; then the run is void and says so. */
const PATIENCE_MS = 600_000;
/** A larger measurement takes longer than any wait: a patience for each obligation or mail beside it. */
export const patienceFor = (n: number): number => Math.max(PATIENCE_MS, n * 60);

/** Launches a drafted campaign and waits until it lives. @returns seconds from the command to the last obligation alive */
export async function launchUntilLive(system: Launching, code: string, patienceMs?: number): Promise<number> {
  const began = performance.now();
  const outcome = await system.campaigns.launch(actorOf(), code, { key: `bench-${code}` });
  if (!outcome.ok) throw new Error(`${code}: ${outcome.reason}`);
  await until(`${code} alive`, () => alive(system.store, code), LOOK_MS, patienceMs);
  return (performance.now() - began) / 1000;
}

export async function draft(system: Launching, plan: CampaignPlan): Promise<void> {
  const outcome = await system.campaigns.draft(actorOf(), plan);
  if (!outcome.ok) throw new Error(`${plan.code}: ${outcome.reason}`);
}

/** The step is open and every cohort's workflow has looked at its obligations and sleeps: rows are written before cohorts start. */
async function alive(store: Store, code: string): Promise<boolean> {
  const campaign = (await store.campaigns.findOne(
    { _id: code },
    { projection: { steps: 1 } },
  )) as unknown as CampaignDoc;
  if (campaign.steps.some(({ state }) => state === 'waiting')) return false;
  const cohorts = (await store.processes
    .find({ campaign: code, type: 'cohortWorkflow' } as never)
    .toArray()) as unknown as ProcessDoc[];
  return cohorts.every(({ turn, asleep }) => turn > 0 && asleep === turn);
}

/** Journal, sheets and wake-ups have caught up. */
export async function drained(store: Store): Promise<void> {
  await until('relay drained', async () => {
    const projection = { _id: 1 };
    const waiting = await Promise.all([
      ...RECORDED.map((name) => store.recorded(name).findOne({ hasPending: true } as never, { projection })),
      store.processes.findOne({ untold: true }, { projection }),
    ]);
    return waiting.every((one) => one === null);
  });
}

export async function until(
  what: string,
  holds: () => Promise<boolean>,
  lookMs = LOOK_MS,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`bench: ${what}: not within ${patienceMs / 1000} s`);
    await pause(lookMs);
  }
}
