import { localDateOf } from '#libs/domain';
import type { ObligationDoc, ProcessDoc, Store } from '#libs/store';
import { atMost, type Metric } from './bench.types.js';
import type { BenchSystem } from './bench-system.js';
import { benchPlan } from './bench-plan.js';
import { draft, drained, launchUntilLive, until } from './launch.js';
import { median, quantile, quartiles, rounded } from './statistics.js';

/** `reference/quality.md` 2.2, M5, ms; and the tighter bound of the issue. */
const TARGET_MS = 2_000;
const FLOOR_MS = 10_000;
const ISSUE_BOUND_MS = 4_000;
const DRAIN_TARGET = 20;
/** Time between opening and the common deadline: launch, opening acts and the relay behind them must be over by then. */
const LEAD_MS = 20_000;
const LEAD_PER_OBLIGATION_MS = 3;
const FAR_MS = 7 * 86_400_000;

export interface Burst {
  /** Per obligation, ms from its deadline to the write that notes it. */
  lateness: number[];
  /** ms from the deadline until a reader of the store saw the last cohort asleep again. */
  settledMs: number;
  early: number;
}

/** Times the lead is tripled when the opening was not over by the deadline: a busy machine opens slowly. */
const LEADS = 4;

/** n deadlines at one real instant, on a system at rest. @throws Error when even the longest lead was too short for the opening */
export async function measureBurst(system: BenchSystem, n: number, run: number): Promise<Burst> {
  for (let attempt = 0; attempt < LEADS; attempt += 1) {
    const leadMs = (LEAD_MS + n * LEAD_PER_OBLIGATION_MS) * 3 ** attempt;
    const burst = await burstAfter(system, n, `M5-${run}-${attempt}`, leadMs);
    if (burst) return burst;
  }
  throw new Error('M5: the opening was still being worked on at the deadline');
}

/** @returns null when the opening was still being worked on at the deadline: then nothing was measured */
async function burstAfter(system: BenchSystem, n: number, code: string, afterMs: number): Promise<Burst | null> {
  const { store } = system;
  await draft(
    system,
    benchPlan({
      code,
      calendar: 'vn-all',
      start: localDateOf(new Date()),
      due: { kind: 'instant', afterMs },
      lockAfter: 1,
      lockAfterMs: FAR_MS,
    }),
  );
  await launchUntilLive(system, code);
  await drained(store);
  const one = (await store.obligations.findOne({ campaign: code } as never)) as unknown as ObligationDoc;
  const dueAt = one.clock.dueAt.getTime();
  if (Date.now() > dueAt - 500) {
    await until('void burst over', () => slept(store, code, new Map(), dueAt), 500);
    await drained(store);
    return null;
  }
  const before = new Map((await cohorts(store, code)).map(({ _id, turn }) => [_id, turn]));
  await new Promise((resolve) => setTimeout(resolve, dueAt - Date.now()));
  await until('all noted', () => slept(store, code, before, dueAt), 50);
  const settledMs = Date.now() - dueAt;
  const noted = (await store.obligations
    .find({ campaign: code } as never, { projection: { overdueNotedAt: 1, 'clock.dueAt': 1 } })
    .toArray()) as unknown as Pick<ObligationDoc, 'overdueNotedAt' | 'clock'>[];
  if (noted.length !== n) throw new Error(`M5: ${noted.length} obligations instead of ${n}`);
  await drained(store);
  const lateness = noted.map(({ overdueNotedAt, clock }) => overdueNotedAt!.getTime() - clock.dueAt.getTime());
  return { lateness, settledMs, early: lateness.filter((ms) => ms < 0).length };
}

async function cohorts(store: Store, campaign: string): Promise<ProcessDoc[]> {
  return await store.processes.find({ campaign, type: 'cohortWorkflow' } as never).toArray();
}

/** Every cohort has looked since and sleeps past the deadline. Asks the few process records: counting obligations would load the store. */
async function slept(store: Store, code: string, before: Map<string, number>, dueAt: number): Promise<boolean> {
  return (await cohorts(store, code)).every(
    ({ _id, turn, asleep, sleepsUntil }) =>
      asleep === turn && turn > (before.get(_id) ?? 0) && (sleepsUntil?.getTime() ?? Infinity) > dueAt,
  );
}

export function burstMetric(n: number, bursts: Burst[], r2: number[]): Metric {
  const p99s = bursts.map(({ lateness }) => quantile(lateness, 0.99));
  const all = bursts.flatMap(({ lateness }) => lateness);
  const drains = bursts.map(({ lateness }) => n / (Math.max(...lateness) / 1000));
  const drain = rounded(median(drains) / median(r2));
  const value = rounded(median(p99s));
  return {
    ...atMost(value, TARGET_MS, FLOOR_MS),
    unit: 'ms, p99 of lateness',
    n,
    quartiles: quartiles(all),
    detail: {
      issueBoundMs: ISSUE_BOUND_MS,
      issueBoundHeld: Math.max(...p99s) <= ISSUE_BOUND_MS,
      p50: bursts.map(({ lateness }) => rounded(median(lateness))),
      p99: p99s.map(rounded),
      max: bursts.map(({ lateness }) => Math.max(...lateness)),
      settledMs: bursts.map(({ settledMs }) => settledMs),
      early: bursts.reduce((sum, { early }) => sum + early, 0),
      drain: {
        value: drain,
        unit: 'obligations per second / R2',
        target: DRAIN_TARGET,
        targetHeld: drain >= DRAIN_TARGET,
      },
    },
  };
}
