import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDemo } from '../../apps/cli/src/demo/connection.js';
import { dumpWorld } from '../../apps/cli/src/demo/dump.js';
import { Hand } from '../../apps/cli/src/demo/hand.js';
import { live } from '../../apps/cli/src/demo/live.js';
import { demoOutcome } from '../../apps/cli/src/demo/outcome.js';
import { startProduct } from '../../apps/cli/src/start.js';
import { unsound } from '../faults/rehearsal.js';
import { compare, inWords } from '../oracle/compare.js';
import type { Dump } from '../oracle/dump.types.js';
import { boardOf } from './board.js';
import { RandomPeople } from './random-people.js';
import { randomWorld } from './random-world.js';

export interface RandomRun {
  dump: Dump;
  /** What is not as docs/rules.md says, and what every rehearsal must show; in words. */
  wrong: string[];
  refused: { path: string; code: string | undefined }[];
  /** Instants the world stepped through. */
  steps: number;
  seconds: number;
}

/**
 * The random campaign of a seed from its draft to its close: through API and worker as processes of their own, on real servers and
 * stepped time. Its folder goes when all is right. @throws when it does not come to an end, naming the folder
 */
export async function rehearseRandom(seed: number, units: number): Promise<RandomRun> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-random-'));
  try {
    const run = await rehearseIn(dataDir, seed, units);
    if (run.wrong.length) run.wrong.push(`data, logs and dump in ${dataDir}`);
    else rmSync(dataDir, { recursive: true, force: true });
    return run;
  } catch (error) {
    throw new Error(`${(error as Error).message} (data and logs in ${dataDir})`, { cause: error });
  }
}

async function rehearseIn(dataDir: string, seed: number, units: number): Promise<RandomRun> {
  const began = Date.now();
  const say = (): void => undefined;
  const env = { MAIL_LEASE_MS: '3000', MAIL_POOL: '40' };
  const product = await startProduct({ clock: 'stepped', signIn: 'dev', say, dataDir, fresh: true, env });
  const connection = await connectDemo(product).catch(async (error: unknown) => {
    await product.stop();
    throw error;
  });
  try {
    const { store } = connection;
    const world = randomWorld(seed, units);
    const people = new RandomPeople(store, seed, world.plans[0]!, world.units, boardOf(seed, world));
    let steps = 0;
    const onStep = (_: Date, step: number): void => void (steps = step);
    const done = await live({ world, seed, hand: new Hand(product.url), connection, say, people, onStep });
    const raw = await dumpWorld(store, world, seed, done, product.embedded.mailUrl);
    const dump = JSON.parse(JSON.stringify(raw)) as Dump;
    const lines = compare(dump).map(inWords);
    const seconds = Math.round((Date.now() - began) / 100) / 10;
    const wrong = [...unsound(await demoOutcome(store, world, raw, lines.length, seconds)), ...lines];
    const refused = done.filter(({ ok }) => !ok).map(({ path, code }) => ({ path, code }));
    if (wrong.length) writeFileSync(join(dataDir, 'dump.json'), JSON.stringify(dump));
    return { dump, wrong, refused, steps, seconds };
  } finally {
    await connection.close();
    await product.stop();
  }
}
