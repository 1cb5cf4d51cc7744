import { writeFile } from 'node:fs/promises';
import { instantAt, localDateOf, localTimeOf, type CampaignPlan } from '#libs/domain';
import { startProduct, type Product } from '../start.js';
import { PeopleAgenda, type DoneAct } from './agenda-of-people.js';
import { connectDemo, type DemoConnection } from './connection.js';
import { demoWorld, type DemoWorld } from './demo-world.js';
import { dumpWorld } from './dump.js';
import { Hand } from './hand.js';
import { loadWorld } from './load-world.js';
import { Narrator } from './narrator.js';
import { demoOutcome, type Outcome } from './outcome.js';
import { People } from './people.js';

export interface DemoOptions {
  /** Changes who does what when; default 1. */
  seed?: number;
  /** Codes of campaigns to run; default all five. */
  only?: string[];
  /** Ends the system when the campaigns are closed; otherwise it stays open to look at. */
  once?: boolean;
  /** Where the outcome and the world are written. */
  json?: string;
  dump?: string;
  say?: (line: string) => void;
  /** Called at every stepped instant; tests kill processes here. */
  onStep?: (product: Product, now: Date, steps: number) => Promise<void> | void;
  dataDir?: string;
  env?: NodeJS.ProcessEnv;
}

/** Office hour at which campaigns are launched. */
const LAUNCH_HOUR = '09:00';
/** No campaign of the demo takes longer; a guard against a world that never ends. */
const STEP_LIMIT = 20_000;

/**
 * Runs the plans from draft to closed on stepped time, through API, worker and real servers, with people who react to what
 * they are told. @returns the outcome; the product goes on running unless `once`
 */
export async function runDemo(options: DemoOptions = {}): Promise<{ outcome: Outcome; product: Product }> {
  const { seed = 1, say = console.log } = options;
  const began = Date.now();
  const product = await startProduct({
    clock: 'stepped',
    signIn: 'dev',
    say,
    ...(options.dataDir && { dataDir: options.dataDir }),
    env: { RELAY_POLL_MS: '4', MAIL_LEASE_MS: '3000', ...options.env },
  });
  const connection = await connectDemo(product);
  try {
    const world = pick(demoWorld(seed), options.only);
    const campaignsBegan = Date.now();
    const done = await live(world, product, connection, options);
    say(`  ✓ các phong trào đã kết thúc sau ${((Date.now() - campaignsBegan) / 1000).toFixed(1)} giây`);
    const dump = await dumpWorld(connection.store, world, seed, done, product.embedded.mailUrl);
    const outcome = await demoOutcome(connection.store, world, dump, (Date.now() - began) / 1000);
    if (options.dump) await writeFile(options.dump, JSON.stringify(dump));
    if (options.json) await writeFile(options.json, `${JSON.stringify(outcome, null, 2)}\n`);
    return { outcome, product };
  } finally {
    await connection.close();
    if (options.once) await product.stop();
  }
}

function pick(world: DemoWorld, only: string[] | undefined): DemoWorld {
  return only ? { ...world, plans: world.plans.filter(({ code }) => only.includes(code)) } : world;
}

/** The life of the world: launch each campaign on its day, let everybody react, move to the next instant, until all are closed. */
async function live(world: DemoWorld, product: Product, connection: DemoConnection, options: DemoOptions): Promise<DoneAct[]> {
  const { store, stepper } = connection;
  const { seed = 1, say = console.log, onStep } = options;
  const plans = new Map(world.plans.map((plan) => [plan.code, plan]));
  const launches = world.plans.map((plan) => ({ at: instantAt(plan.start, LAUNCH_HOUR), plan })).sort((a, b) => a.at.getTime() - b.at.getTime());
  const hand = new Hand(product.url);
  const people = new People(store, seed, plans, new Map(world.units.map((unit) => [unit.id, unit])));
  const agenda = new PeopleAgenda();
  const narrator = new Narrator(store, say);
  const done: DoneAct[] = [];
  await loadWorld(store, world);
  let now = await stepper.begin(new Date(launches[0]!.at.getTime() - 3_600_000));
  for (let steps = 0; steps < STEP_LIMIT; steps += 1) {
    await stepper.settle();
    await agenda.add(await people.react(now));
    await narrator.tell(now);
    const next = earliest([await stepper.nextWake(), agenda.next, launches[0]?.at ?? null]);
    if (next === null || ((await allClosed(connection, plans)) && launches.length === 0)) return done;
    await onStep?.(product, next, steps);
    await stepper.stepTo(next);
    now = await stepper.now();
    while (launches[0] && launches[0].at <= now) await launch(launches.shift()!.plan, hand, now);
    if (agenda.next && agenda.next <= now) {
      await stepper.settle(); // what the engine does at this instant comes before what people do
      done.push(...(await agenda.perform(now, hand)));
    }
  }
  throw new Error(`the demo did not come to an end by ${localDateOf(now)} ${localTimeOf(now)}`);
}

const earliest = (instants: (Date | null)[]): Date | null =>
  instants.reduce((first, at) => (at !== null && (first === null || at < first) ? at : first), null);

async function allClosed({ store }: DemoConnection, plans: Map<string, CampaignPlan>): Promise<boolean> {
  return (await store.campaigns.countDocuments({ state: 'closed' } as never)) === plans.size;
}

async function launch(plan: CampaignPlan, hand: Hand, now: Date): Promise<void> {
  const post = `${plan.standingBody}:focal`;
  const steps: [string, object, string][] = [
    ['/api/campaigns', plan, `demo-draft-${plan.code}`],
    [`/api/campaigns/${plan.code}/launch`, {}, `demo-launch-${plan.code}`],
  ];
  for (const [path, body, key] of steps) {
    const answer = await hand.post(post, path, body, key);
    if (!answer.ok) throw new Error(`${path} at ${now.toISOString()}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

