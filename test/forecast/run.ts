import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forecastCampaign } from '#libs/forecast';
import { connectDemo } from '../../apps/cli/src/demo/connection.js';
import { runDemo } from '../../apps/cli/src/demo/run-demo.js';
import { flags } from '../faults/flags.js';
import { Tally } from '../faults/tally.js';
import { differences } from './differences.js';
import { foreseen } from './foreseen.js';
import { happened } from './happened.js';

/**
 * Each campaign alone on stepped time, on the real servers, with API and worker as processes of their own, in a world where
 * nobody acts: what happened must be, line by line, what its forecast said. `--only CODES` (default qt-2022), `--seed N`.
 */
const { only = ['qt-2022'], seed } = flags();
const tally = new Tally();
for (const code of only) await compare(code);
tally.end();

async function compare(code: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-forecast-'));
  const { outcome, product } = await runDemo({ seed, only: [code], nobodyActs: true, dataDir, say: () => undefined });
  const connection = await connectDemo(product);
  try {
    const began = performance.now();
    const { entries } = (await forecastCampaign(connection.store, code))!;
    const ms = Math.round(performance.now() - began);
    const lines = foreseen(entries);
    const wrong = differences(lines, await happened(connection.store, code));
    const { oracleDifferences, journalVerified } = outcome.checks;
    tally.check(`${code}: ${entries.length} entries, ${lines.length} lines, ${ms} ms; ${outcome.wallSeconds} s`, wrong);
    tally.check(`${code}: the oracle and the journal agree`, [
      ...(oracleDifferences === 0 ? [] : [`oracle: ${oracleDifferences ?? 'was not asked'}`]),
      ...(journalVerified ? [] : ['the journal does not verify']),
    ]);
  } finally {
    await connection.close();
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
