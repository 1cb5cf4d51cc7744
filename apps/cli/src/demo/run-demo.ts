import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#libs/embedded';
import { startProduct, type Product, type ProductOptions } from '../start.js';
import { askOracle } from './ask-oracle.js';
import { connectDemo } from './connection.js';
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
  const dataDir = options.dataDir ?? join(projectRoot, '.data/demo');
  const product = await startProduct({
    clock: 'stepped',
    signIn: 'dev',
    say,
    dataDir,
    fresh: true,
    // the catcher is ours: more lines to it than a real mail server would like; and most instants are too short for a relay to
    // look on its own whether a wake was lost
    env: { MAIL_LEASE_MS: '3000', MAIL_POOL: '40', RELAY_SWEEP_MS: '2000', ...options.env },
    envOf: options.envOf,
  });
  const connection = await connectDemo(product);
  try {
    const world = pick(demoWorld(seed), options.only);
    const campaignsBegan = Date.now();
    const onStep = options.onStep && ((at: Date, steps: number) => options.onStep!(product, at, steps));
    const hand = new Hand(product.url);
    const done = await live({ world, seed, hand, connection, say, nobodyActs: options.nobodyActs, onStep });
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

function pick(world: DemoWorld, only: string[] | undefined): DemoWorld {
  return only ? { ...world, plans: world.plans.filter(({ code }) => only.includes(code)) } : world;
}
