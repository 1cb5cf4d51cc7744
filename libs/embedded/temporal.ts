import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { obtain, ServerMissing } from '#servers';
import type { PlanContext, ServerPlan } from './server-plan.js';
import { within } from './server-plan.js';
import { ensureSearchAttributes } from './search-attributes.js';

/** Temporal's usual ports (7233, 8233) are left to a server of the machine. */
const USUAL_PORT = 7243;
const USUAL_UI_PORT = 8243;

/** Without these a chain of workflow tasks runs at 20 a second (50 ms each instead of 14 ms). */
const rates = ['timer', 'transfer', 'visibility'].flatMap((queue) => [
  '--dynamic-config-value',
  `history.${queue}ProcessorMaxPollRPS=10000`,
]);
/** An act begins with the answer that asked for it, without a trip through the queue; a worker that is full still gets it from there. */
const eager = ['--dynamic-config-value', 'system.enableActivityEagerExecution=true'];
/** One worker asks: tasks that are spread over four partitions would only be passed on between them. */
const partitions = ['Read', 'Write'].flatMap((way) => [
  '--dynamic-config-value',
  `matching.numTaskqueue${way}Partitions=1`,
]);
/** Its garbage is collected when the heap has grown fivefold, not twofold: some 100 MB for a tenth of its time. */
const env = { ...process.env, GOGC: process.env['GOGC'] ?? '400' };
/** File mode at the speed of memory, and safe against kill -9 of the server. */
const sqlite = ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'];

/** Temporal's development server with its data in one SQLite file, or in memory when not durable. */
export async function planTemporal(context: PlanContext): Promise<ServerPlan & { address: string; uiUrl: string }> {
  const { dataDir, ports, durable, say } = context;
  const found = await obtain('temporal', { say });
  if (!found) throw new ServerMissing('Không có Temporal (no Temporal)');
  const port = await ports.take('temporal', durable ? USUAL_PORT : 0);
  const uiPort = durable ? await ports.take('temporalUi', USUAL_UI_PORT) : 0;
  const address = `127.0.0.1:${port}`;
  const dir = join(dataDir, 'temporal');
  mkdirSync(dir, { recursive: true });
  const args = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'],
    ...[...rates, ...eager, ...partitions],
    ...(durable ? ['--db-filename', join(dir, 'temporal.db'), ...sqlite] : []),
    ...(uiPort ? ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)] : ['--headless']),
  ];
  return {
    how: found.how,
    version: `Temporal ${found.version}`,
    spec: { program: { file: found.path, args }, env, ready: () => temporalAnswers(address) },
    prepare: () => ensureSearchAttributes(address),
    address,
    uiUrl: uiPort ? `http://127.0.0.1:${uiPort}` : '',
  };
}

/** True when the front end answers a call. */
export async function temporalAnswers(address: string): Promise<boolean> {
  return (await temporalVersion(address)) !== '';
}

/** Server version, e.g. `1.29.1`. @throws Error when it does not answer within 2 s */
export async function temporalVersion(address: string): Promise<string> {
  const connection = await Connection.connect({ address, connectTimeout: '1s' });
  try {
    return (await within(2000, connection.workflowService.getSystemInfo({}))).serverVersion ?? '?';
  } finally {
    await connection.close();
  }
}
