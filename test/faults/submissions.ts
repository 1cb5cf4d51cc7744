import 'reflect-metadata';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { CampaignCommands } from '#libs/commands';
import { loadConfig } from '#libs/config';
import { failpointNames, type FailpointName } from '#libs/config/failpoints.js';
import { Reconciler } from '#libs/reconcile';
import { Store } from '#libs/store';
import { benchWorld } from '../../apps/cli/src/bench/bench-world.js';
import { drained } from '../../apps/cli/src/bench/launch.js';
import { openForReports } from '../../apps/cli/src/bench/m7-submission.js';
import { Hand } from '../../apps/cli/src/demo/hand.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { CliModule } from '../../apps/cli/src/system/cli.module.js';
import { startProduct } from '../../apps/cli/src/start.js';
import { whole } from './flags.js';
import { IN_API } from './kill-plan.js';
import { dice } from './random.js';
import { keptAsSent, type SentReport } from './sent-report.js';
import { Tally } from './tally.js';

const ROUNDS = 5;
/** Reports of one round, so many at once. */
const EACH = 30;
const AT_ONCE = 6;
/** A report may meet every death of its round, each with a restart of the API behind it. */
const PATIENCE_MS = 900_000;
/** Points on a report's way; the last is the relay's, in the worker. */
const POINTS: FailpointName[] = failpointNames.filter((name) => name.startsWith('api.'));

/**
 * Units hand in their reports while the API is killed with -9 at every step between parse and reply, and the worker where it carries the
 * report on. Whoever gets no answer sends the same again under the same key. Every report that was answered is there once, as it was sent.
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { rounds: text, seed: text } });
const rounds = whole('rounds', values.rounds ?? String(ROUNDS));
const roll = dice(whole('seed', values.seed ?? '1'));
const tally = new Tally();
const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-submissions-'));
const markers = join(dataDir, 'points');
const armed = (points: FailpointName[]): NodeJS.ProcessEnv => ({
  FAILPOINTS: points.map((name) => `${name}:${roll(1, 4)}`).join(','),
  FAILPOINT_DIR: markers,
});
const product = await startProduct({
  ...{ clock: 'real', signIn: 'dev', dataDir, fresh: true, say: (): void => undefined },
  env: { LOG_LEVEL: 'error' },
  envOf: { api: armed(IN_API), worker: armed(['api.relayed']) },
});
const app = await NestFactory.createApplicationContext(CliModule.with(loadConfig(product.env)), { logger: ['error'] });
try {
  const store = app.get(Store);
  await loadWorld(store, benchWorld(rounds * EACH));
  const owed = await openForReports({ store, campaigns: app.get(CampaignCommands) });
  const sent: SentReport[] = [];
  const deaths = new Map<string, number>();
  for (let round = 1; round <= rounds; round += 1) {
    // a folder without markers arms every point anew, from each process's next start
    rmSync(markers, { recursive: true, force: true });
    await Promise.all([product.kill('api'), product.kill('worker')]);
    await Promise.all([product.ready('api'), product.ready('worker')]);
    const some = owed.splice(0, EACH);
    const hand = new Hand(product.url, PATIENCE_MS);
    const lane = async (): Promise<void> => {
      for (let one = some.pop(); one; one = some.pop()) {
        const { _id: obligation, answeringUnit, targets } = one;
        const figures = targets.map((target) => ({ target, value: roll(0, 9_999) / 4, status: 'final' }));
        const content = { figures, narrative: `Báo cáo của ${answeringUnit}: ${'ằ'.repeat(roll(0, 400))}` };
        const path = `/api/obligations/${obligation}/submission`;
        const answer = await hand.post(`${answeringUnit}:focal`, path, { content }, `kill-key-${obligation}`);
        sent.push({ obligation, key: `${answeringUnit}:focal|kill-key-${obligation}`, content, answer });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    await product.ready('worker');
    await drained(store);
    const reached = POINTS.filter((name) => existsSync(join(markers, name)));
    for (const name of reached) deaths.set(name, (deaths.get(name) ?? 0) + 1);
    tally.check(
      `round ${round}: died at ${reached.length} of ${POINTS.length} points`,
      POINTS.filter((name) => !reached.includes(name)).map((name) => `${name} never reached`),
    );
  }
  const refused = sent
    .filter(({ answer }) => !answer.ok)
    .map(({ obligation, answer }) => `${obligation}: ${answer.status}`);
  tally.check(
    `${sent.length} reports answered, ${[...deaths.values()].reduce((a, b) => a + b, 0)} deaths on their way`,
    refused,
  );
  tally.check('each is there once, as it was sent, in state, journal and sheet', await keptAsSent(store, sent));
  const { checked, found } = await app.get(Reconciler).look();
  tally.check(
    `reconcile looked at ${checked} and finds nothing`,
    found.map(({ kind, subject, cause }) => `${kind} ${subject}: ${cause}`),
  );
} catch (error) {
  tally.check(`came to an end (data and logs in ${dataDir})`, [(error as Error).message]);
} finally {
  await app.close();
  await product.stop();
}
if (tally.sound) rmSync(dataDir, { recursive: true, force: true });
tally.end();
