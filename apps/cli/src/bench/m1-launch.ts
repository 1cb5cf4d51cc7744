import { addDays, localDateOf } from '#libs/domain';
import { atLeast, type Metric } from './bench.types.js';
import type { BenchSystem } from './bench-system.js';
import { benchPlan } from './bench-plan.js';
import { draft, drained, launchUntilLive } from './launch.js';
import { median, quartiles, rounded } from './statistics.js';

/** `reference/quality.md` 2.2, M1, in multiples of R1. */
const TARGET = 20;
const FLOOR = 5;

/** One launch of n obligations laid out for tomorrow. @returns obligations live per second @throws when one is missing */
export async function measureLaunch(system: BenchSystem, n: number, run: number): Promise<number> {
  const today = localDateOf(new Date());
  const code = `M1-${run}`;
  const due = { kind: 'by', date: addDays(today, 60) } as const;
  await draft(
    system,
    benchPlan({ code, calendar: 'vn-all', start: today, opens: addDays(today, 1), due, lockAfter: 10 }),
  );
  const seconds = await launchUntilLive(system, code);
  const { obligations, rows } = system.store;
  const [owed, visible] = await Promise.all([
    obligations.countDocuments({ campaign: code }),
    rows.countDocuments({ campaign: code }),
  ]);
  if (owed !== n || visible !== n) throw new Error(`M1: ${owed} obligations and ${visible} rows instead of ${n}`);
  await drained(system.store);
  return n / seconds;
}

export function launchMetric(n: number, rates: number[], r1: number[]): Metric {
  const anchor = median(r1);
  const value = rounded(median(rates) / anchor);
  return {
    ...atLeast(value, TARGET, FLOOR),
    unit: 'obligations live per second / R1',
    n,
    quartiles: quartiles(rates.map((rate) => rate / anchor)),
    detail: {
      obligationsPerSecond: rates.map(rounded),
      seconds: rates.map((rate) => rounded(n / rate)),
    },
  };
}
