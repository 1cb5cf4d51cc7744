import { localDateOf } from '#libs/domain';
import type { ObligationDoc, Store } from '#libs/store';
import { atLeast, type Metric } from './bench.types.js';
import { benchPlan } from './bench-plan.js';
import type { BenchSystem } from './bench-system.js';
import { httpLoad, type Load } from './http-load.js';
import { draft, drained, launchUntilLive } from './launch.js';
import { median, quantile, quartiles, rounded } from './statistics.js';

/** The issue's own bounds; `reference/quality.md` 2.2 aims at 0.5 and 2.5. */
const TARGET = 0.4;
const FLOOR = 0.25;
const P95_TARGET = 3;
const P95_FLOOR = 5;
const LAG_BOUND_MS = 5_000;
/** Side by side: raw inserts, calls of the empty route and reports alike, so that their latencies compare. */
const IN_FLIGHT = 32;
const ANCHOR_SECONDS = 5;
const FAR_MS = 30 * 86_400_000;
const NARRATIVE = 'Đã thực hiện xong phần việc của kỳ.';

export interface Submitted {
  load: Load;
  /** ms from the last answer until journal, sheets and wake-ups have caught up. */
  lagMs: number;
}

type Owed = Pick<ObligationDoc, '_id' | 'answeringUnit' | 'targets'>;

/** R4: raw durable inserts of one document each, 32 in flight, of the size of a submission. */
export async function measureR4(store: Store): Promise<Load> {
  const collection = store.connection.db!.collection<{ _id: string }>('bench_r4');
  const document = {
    campaign: 'M7',
    at: new Date(),
    content: { figures: [{ target: 'T1', value: 1, status: 'final' }], narrative: NARRATIVE },
  };
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + ANCHOR_SECONDS * 1000;
  let n = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < until) {
      const at = performance.now();
      await collection.insertOne({ ...document, _id: `${began}-${(n += 1)}` });
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  return { done: latencies.length, seconds: (performance.now() - began) / 1000, latencies };
}

/** R8: the emptiest route of the same API, the same client. */
export const measureR8 = (url: string): Promise<Load> =>
  httpLoad(url, { width: IN_FLIGHT, seconds: ANCHOR_SECONDS, next: () => ({ method: 'GET', path: '/health/live' }) });

export const rateOf = ({ done, seconds }: Load): number => done / seconds;

/** A campaign whose n obligations are open, and everything behind it at rest. */
export async function openForReports(system: Pick<BenchSystem, 'store' | 'campaigns'>): Promise<Owed[]> {
  const due = { kind: 'instant', afterMs: FAR_MS } as const;
  const start = localDateOf(new Date());
  await draft(system, benchPlan({ code: 'M7', calendar: 'vn-all', start, due, lockAfter: 1, lockAfterMs: FAR_MS }));
  await launchUntilLive(system, 'M7');
  await drained(system.store);
  const projection = { answeringUnit: 1, targets: 1 };
  return await system.store.obligations.find({ campaign: 'M7', state: 'open' } as never, { projection }).toArray();
}

/** Reports over HTTP, each by its own unit and with a key of its own, for so many seconds or until everybody has reported. */
export async function measureSubmissions(store: Store, url: string, owed: Owed[], seconds: number): Promise<Submitted> {
  const load = await httpLoad(url, {
    width: IN_FLIGHT,
    seconds,
    next: () => {
      const one = owed.pop();
      if (!one) return null;
      const { _id, answeringUnit, targets } = one;
      const content = {
        figures: targets.map((target) => ({ target, value: 1, status: 'final' })),
        narrative: NARRATIVE,
      };
      const headers = { authorization: `Bearer dev:${answeringUnit}:focal`, 'idempotency-key': `m7-${_id}` };
      return { method: 'POST', path: `/api/obligations/${_id}/submission`, headers, body: { content } };
    },
  });
  const ended = performance.now();
  await drained(store);
  return { load, lagMs: Math.round(performance.now() - ended) };
}

export function submissionMetric(n: number, { load, lagMs }: Submitted, r4: Load[], r8: Load[]): Metric {
  const [raw, empty] = [median(r4.map(rateOf)), median(r8.map(rateOf))];
  const p95 = quantile(load.latencies, 0.95);
  const rawP95 = median(r4.map(({ latencies }) => quantile(latencies, 0.95)));
  const p95Ratio = rounded(p95 / rawP95);
  const value = rounded(rateOf(load) / Math.min(raw, empty));
  const held = atLeast(value, TARGET, FLOOR);
  return {
    ...held,
    targetHeld: held.targetHeld && p95Ratio <= P95_TARGET && lagMs <= LAG_BOUND_MS,
    floorHeld: held.floorHeld && p95Ratio <= P95_FLOOR && lagMs <= LAG_BOUND_MS,
    unit: 'accepted per second / min(R4, R8)',
    n,
    quartiles: quartiles(load.latencies),
    detail: {
      accepted: load.done,
      seconds: rounded(load.seconds),
      perSecond: rounded(rateOf(load)),
      r4PerSecond: rounded(raw),
      r8PerSecond: rounded(empty),
      p95Ms: rounded(p95),
      r4P95Ms: rounded(rawP95),
      p95Ratio,
      p95Target: P95_TARGET,
      p95Floor: P95_FLOOR,
      relayLagMs: lagMs,
      relayLagBoundMs: LAG_BOUND_MS,
    },
  };
}
