import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { CampaignCommands } from '#libs/commands';
import { loadConfig } from '#libs/config';
import { Store, type ObligationDoc } from '#libs/store';
import { benchWorld } from '../../apps/cli/src/bench/bench-world.js';
import { drained } from '../../apps/cli/src/bench/launch.js';
import { openForReports } from '../../apps/cli/src/bench/m7-submission.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { startProduct } from '../../apps/cli/src/start.js';
import { CliModule } from '../../apps/cli/src/system/cli.module.js';
import { Line } from '../fuzz/send.js';
import { whole } from './flags.js';
import { judgeRound } from './one-report-judge.js';
import { Tally } from './tally.js';

/** Rounds with everything they left behind looked at together. */
const BATCH = 50;

/**
 * So many clients hand in the same report at once over HTTP, each something else under a key of its own, round after round: exactly one is
 * taken, every other gets 409 with the revision that stands now, and what stands is byte for byte what the one that was taken sent.
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { rounds: text, clients: text, minutes: text } });
const rounds = whole('rounds', values.rounds ?? '1000');
const clients = whole('clients', values.clients ?? '200');
const minutes = whole('minutes', values.minutes ?? '30');
const tally = new Tally();
const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-one-report-'));
const say = (): void => undefined;
const env = { LOG_LEVEL: 'error' };
const product = await startProduct({ clock: 'real', signIn: 'dev', dataDir, fresh: true, say, env });
const app = await NestFactory.createApplicationContext(CliModule.with(loadConfig(product.env)), { logger: ['error'] });
const line = new Line(product.url, clients);
try {
  const store = app.get(Store);
  await loadWorld(store, benchWorld(rounds));
  const owed = await openForReports({ store, campaigns: app.get(CampaignCommands) });
  const began = Date.now();
  const count = { rounds: 0, taken: 0, told: 0 };
  const wrong: string[] = [];
  for (const { _id, answeringUnit, targets } of owed.slice(0, rounds)) {
    if (Date.now() - began > minutes * 60_000) break;
    const seen = (await store.obligations.findOne({ _id })) as unknown as ObligationDoc;
    const contents = Array.from({ length: clients }, (_, n) => ({
      narrative: `Bản ${n} của ${answeringUnit}`,
      figures: targets.map((target) => ({ target, value: n + 1, status: 'final' as const })),
    }));
    const answers = await Promise.all(
      contents.map((content, n) =>
        line.send({
          method: 'POST',
          url: `/api/obligations/${encodeURIComponent(_id)}/submission`,
          headers: {
            authorization: `Bearer dev:${answeringUnit}:focal`,
            'content-type': 'application/json',
            'idempotency-key': `one-report-${n}`,
          },
          body: JSON.stringify({ revision: seen.revision, content }),
        }),
      ),
    );
    const judged = await judgeRound(store, seen, contents, answers);
    count.rounds += 1;
    count.taken += judged.taken;
    count.told += judged.told;
    wrong.push(...judged.wrong);
    if (count.rounds % BATCH === 0) console.error(`  ${new Date().toISOString()} ${JSON.stringify(count)}`);
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  tally.check(
    `${count.rounds} rounds of ${clients} clients in ${seconds} s: ${count.taken} taken, ${count.told} told 409 with the revision that stands`,
    wrong,
  );
  tally.check(
    'each round had one that was taken and told all others',
    count.taken === count.rounds && count.told === count.rounds * (clients - 1) ? [] : [JSON.stringify(count)],
  );
  await drained(store);
  const told = await store.journal.countDocuments({ type: 'submitted' });
  tally.check(`the journal has ${told} reports handed in`, told === count.rounds ? [] : [`${count.rounds} were taken`]);
} catch (error) {
  tally.check(`came to an end (data and logs in ${dataDir})`, [(error as Error).message]);
} finally {
  line.close();
  await app.close();
  await product.stop();
}
if (tally.sound) rmSync(dataDir, { recursive: true, force: true });
tally.end();
