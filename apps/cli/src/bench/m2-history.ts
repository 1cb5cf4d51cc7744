import { setTimeout as pause } from 'node:timers/promises';
import { Clock, type SteppedClock } from '#libs/clock';
import { instantAt, localDateOf } from '#libs/domain';
import { Engine } from '#libs/temporal';
import { Stepper } from '../demo/stepper.js';
import { atMost, type Metric } from './bench.types.js';
import { BenchPeople } from './bench-people.js';
import { benchPlan } from './bench-plan.js';
import type { BenchSystem } from './bench-system.js';
import { historySize } from './history-size.js';
import { draft, launchUntilLive } from './launch.js';
import { quartiles, rounded } from './statistics.js';

/** `reference/quality.md` 2.2, M2; the second pair per wake of a cohort, from the issue. */
const TARGET = 2;
const FLOOR = 6;
const PER_WAKE = 25;
/** Workflows are listed about a second after they changed. */
const VISIBILITY_LAG_MS = 3_000;

/** Turns of the driver's own patience (two minutes each) for one stepped instant. */
const PATIENCE = 15;

const CODE = 'M2';
const LAUNCH = '2026-08-28';
const OPENS = '2026-09-03';
const DUE = '2026-10-15';

/** The whole life of n obligations on stepped time, then what Temporal keeps of it. */
export async function measureHistory(system: BenchSystem, n: number, say: (line: string) => void): Promise<Metric> {
  const { app, store, client } = system;
  const began = performance.now();
  const stepper = new Stepper(store, app.get<SteppedClock>(Clock), app.get(Engine));
  await stepper.begin(instantAt(LAUNCH, '09:00'));
  await draft(
    system,
    benchPlan({
      code: CODE,
      calendar: 'vn-5d',
      start: LAUNCH,
      opens: OPENS,
      due: { kind: 'by', date: DUE },
      lockAfter: 10,
    }),
  );
  await launchUntilLive(system, CODE);
  await rest(stepper);
  const people = await BenchPeople.of(system, store, CODE, DUE);
  let steps = 0;
  let commands = 0;
  for (;;) {
    const next = earliest(stepper.nextWake, people.next);
    if (!next) break;
    await stepper.stepTo(next);
    await rest(stepper);
    commands += await people.act(next);
    await rest(stepper);
    steps += 1;
    say(`  … ${localDateOf(next)}: ${commands} thao tác, ${((performance.now() - began) / 1000).toFixed(0)} giây`);
  }
  const campaign = await store.campaigns.findOne({ _id: CODE }, { projection: { state: 1 } });
  if (campaign?.state !== 'closed') throw new Error(`M2: the campaign ended as ${campaign?.state}`);
  const counts = await outcome(system);
  await pause(VISIBILITY_LAG_MS);
  const { events, byType, cohortWakes } = await historySize(client);
  const perWake = rounded(cohortWakes.reduce((sum, one) => sum + one, 0) / cohortWakes.length);
  return {
    ...atMost(rounded(events / n), TARGET, FLOOR),
    unit: 'history events per obligation',
    n,
    quartiles: quartiles(cohortWakes),
    detail: {
      quartilesOf: 'events per wake of a cohort',
      perWake: {
        value: perWake,
        max: Math.max(...cohortWakes),
        wakes: cohortWakes.length,
        target: PER_WAKE,
        targetHeld: perWake <= PER_WAKE,
      },
      byType,
      steps,
      commands,
      ...counts,
      seconds: rounded((performance.now() - began) / 1000),
    },
  };
}

/** One morning's mail of all units may take longer than the driver of the demo would wait. */
async function rest(stepper: Stepper): Promise<void> {
  for (let again = 0; ; again += 1) {
    try {
      return await stepper.settle();
    } catch (error) {
      if (again >= PATIENCE) throw error;
    }
  }
}

const earliest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

/** What the life came to: shows that it was whole. */
async function outcome({ store }: BenchSystem): Promise<Record<string, unknown>> {
  const tally = async (collection: 'obligations' | 'messages' | 'notices'): Promise<Record<string, number>> => {
    const groups = (await store[collection]
      .aggregate([{ $group: { _id: '$state', count: { $sum: 1 } } }])
      .toArray()) as {
      _id: string;
      count: number;
    }[];
    return Object.fromEntries(groups.map(({ _id, count }) => [_id, count]));
  };
  return {
    obligations: await tally('obligations'),
    returned: await store.obligations.countDocuments({ returns: { $gt: 0 } }),
    notices: await tally('notices'),
    mails: await tally('messages'),
  };
}
