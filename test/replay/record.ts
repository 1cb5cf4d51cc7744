import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { temporal } from '@temporalio/proto';
import { projectRoot } from '#libs/embedded';
import { connectDemo } from '../../apps/cli/src/demo/connection.js';
import { runDemo } from '../../apps/cli/src/demo/run-demo.js';
import type { Product } from '../../apps/cli/src/start.js';
import { stories } from './stories.js';

/**
 * Records the histories that every later version must be able to go on from: runs one campaign of the demo and keeps, for each
 * story, the shortest history that tells it. Run it when the workflows change on purpose, then commit the files.
 */
const FOLDER = join(projectRoot, 'test/replay/histories');
const CAMPAIGN = 'td-2023';

type History = temporal.api.history.v1.IHistory;

const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-record-'));
const { product } = await runDemo({ only: [CAMPAIGN], dataDir, say: () => undefined });
try {
  const histories = await fetchAll(product);
  const returned = await cohortsWithReturn(product);
  mkdirSync(FOLDER, { recursive: true });
  for (const { workflow, story, tells } of stories) {
    const [shortest] = histories
      .filter((one) => one.type === workflow && tells(one.history, one.id, returned))
      .sort((a, b) => a.history.events!.length - b.history.events!.length);
    if (!shortest) throw new Error(`no history of ${workflow} tells of ${story}`);
    const history = plain(historyToJSON(shortest.history));
    writeFileSync(
      join(FOLDER, `${workflow}-${story}.json`),
      `${JSON.stringify({ workflowId: shortest.id, history })}\n`,
    );
    console.log(`${workflow}-${story}: ${shortest.id}, ${shortest.history.events!.length} events`);
  }
} finally {
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function plain(json: unknown): unknown {
  return typeof json === 'string' ? JSON.parse(json) : json;
}

async function fetchAll({ env }: Product): Promise<{ id: string; type: string; history: History }[]> {
  const connection = await Connection.connect({ address: env['TEMPORAL_ADDRESS']! });
  const client = new Client({ connection });
  const found: { id: string; type: string; history: History }[] = [];
  for await (const { workflowId: id, type, runId } of client.workflow.list()) {
    found.push({ id, type, history: await client.workflow.getHandle(id, runId).fetchHistory() });
  }
  await connection.close();
  return found;
}

async function cohortsWithReturn(of: Product): Promise<Set<string>> {
  const { store, close } = await connectDemo(of);
  const cohorts = await store.obligations.distinct('cohort', { returns: { $gt: 0 } } as never);
  await close();
  return new Set(cohorts);
}
