import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDate } from '#libs/domain';
import { projectRoot } from '#libs/embedded';
import { startProduct, type Product, type ProductOptions } from '../start.js';
import { askOracle } from './ask-oracle.js';
import type { DoneAct } from './agenda-of-people.js';
import { connectDemo, type DemoConnection } from './connection.js';
import { demoWorld, type DemoWorld } from './demo-world.js';
import { dumpWorld } from './dump.js';
import { Hand } from './hand.js';
import { live } from './live.js';
import { demoOutcome, type Outcome } from './outcome.js';
import { report } from './report.js';

export interface DemoOptions {
  /** Changes who does what when; default 1. */
  seed?: number;
  /** Codes of campaigns to run; default all five. */
  only?: string[] | undefined;
  /** Ends the system when the campaigns are closed; otherwise it stays open to look at. */
  once?: boolean;
  /** Where the outcome and the world are written. */
  json?: string;
  dump?: string;
  say?: (line: string) => void;
  /** Plans are launched and nobody does anything ever after; for tests. Default false. */
  nobodyActs?: boolean;
  /** Called at every stepped instant; tests kill processes here. */
  onStep?: (product: Product, now: Date, steps: number) => Promise<void> | void;
  dataDir?: string;
  env?: NodeJS.ProcessEnv;
  /** Added for API or worker alone; tests arm failpoints with it. */
  envOf?: ProductOptions['envOf'];
}

/**
 * Runs the plans from draft to closed on stepped time, through API, worker and real servers, with people who react to what
 * they are told. @returns the outcome; the product goes on running unless `once`
 */
export async function runDemo(options: DemoOptions = {}): Promise<{ outcome: Outcome; product: Product }> {
  const { seed = 1, say = console.log } = options;
  const began = Date.now();
  const { product, connection, world } = await open(options);
  try {
    const campaignsBegan = Date.now();
    const done = await play(options, { product, connection, world });
    say(`  ✓ các phong trào đã kết thúc sau ${((Date.now() - campaignsBegan) / 1000).toFixed(1)} giây`);
    const dump = await dumpWorld(connection.store, world, seed, done, product.embedded.mailUrl);
    const oracle = await askOracle(dump);
    for (const line of oracle.lines.slice(0, 40)) say(`  ✗ ${line}`);
    const outcome = await demoOutcome(connection.store, world, dump, oracle.differences, (Date.now() - began) / 1000);
    report(outcome, say);
    if (options.dump) await writeFile(options.dump, JSON.stringify(dump));
    if (options.json) await writeFile(options.json, `${JSON.stringify(outcome, null, 2)}\n`);
    return { outcome, product };
  } finally {
    await connection.close();
    if (options.once) await product.stop();
  }
}

/** The same life up to the end of a day, then time stands still: work is open, late and under review, to be looked at. */
export async function runDemoUntil(day: LocalDate, options: DemoOptions = {}): Promise<Product> {
  const { say = console.log } = options;
  const { product, connection, world } = await open(options);
  try {
    await play(options, { product, connection, world }, day);
    say(`  ✓ thời gian dừng ở cuối ngày ${day}; việc còn mở, còn chậm, còn chờ duyệt để xem`);
    return product;
  } finally {
    await connection.close();
  }
}

interface Opened {
  product: Product;
  connection: DemoConnection;
  world: DemoWorld;
}

async function open({ seed = 1, say = console.log, ...options }: DemoOptions): Promise<Opened> {
  const product = await startProduct({
    clock: 'stepped',
    signIn: 'dev',
    say,
    dataDir: options.dataDir ?? join(projectRoot, '.data/demo'),
    fresh: true,
    // the catcher is ours: more lines to it than a real mail server would like; and most instants are too short for a relay to
    // look on its own whether a wake was lost
    env: { MAIL_LEASE_MS: '3000', MAIL_POOL: '40', RELAY_SWEEP_MS: '2000', ...options.env },
    envOf: options.envOf,
  });
  return { product, connection: await connectDemo(product), world: pick(demoWorld(seed), options.only) };
}

function play(
  { seed = 1, say = console.log, nobodyActs, onStep }: DemoOptions,
  { product, connection, world }: Opened,
  until?: LocalDate,
): Promise<DoneAct[]> {
  const hand = new Hand(product.url);
  const step = onStep && ((at: Date, steps: number) => onStep(product, at, steps));
  return live({ world, seed, hand, connection, say, nobodyActs, onStep: step, until });
}

function pick(world: DemoWorld, only: string[] | undefined): DemoWorld {
  return only ? { ...world, plans: world.plans.filter(({ code }) => only.includes(code)) } : world;
}
