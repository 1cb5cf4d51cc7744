import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from '@temporalio/client';
import { CampaignCommands, ObligationCommands } from '#libs/commands';
import { loadConfig } from '#libs/config';
import { compiled, ManagedProcess, projectRoot, startEmbedded, type RunningEmbedded } from '#libs/embedded';
import { migrate, Store } from '#libs/store';
import { CliModule } from '../system/cli.module.js';
import { cpuMs } from './cpu.js';

/** A whole product on servers of its own, without API: commands are given in this process, as the API gives them. */
export interface BenchSystem {
  app: INestApplicationContext;
  store: Store;
  client: Client;
  campaigns: CampaignCommands;
  obligations: ObligationCommands;
  embedded: RunningEmbedded;
  /** Starts the API as a process of its own. @returns its address */
  startApi(): Promise<string>;
  /** CPU time used so far by each process, milliseconds; `bench` is this one: whoever gives commands, and the mail server. */
  cpu(): Record<string, number>;
  /** Ends all processes and removes the data. */
  close(): Promise<void>;
}

/** Addresses and choices of whoever called us have no place in a measurement; other options (sizes, pools) are theirs. */
const NOT_OURS = [
  'MONGODB_URI',
  'MONGODB_DB',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'TEMPORAL_TASK_QUEUE',
  'SMTP_URL',
  'FAILPOINTS',
];

/** Durable servers in a folder of their own beside the product's data, hence on the same disk. @param given options in place of ours */
export async function startBenchSystem(
  clock: 'real' | 'stepped',
  say: (line: string) => void,
  given: Record<string, string> = {},
): Promise<BenchSystem> {
  const parent = join(projectRoot, '.data');
  mkdirSync(parent, { recursive: true });
  const dataDir = mkdtempSync(join(parent, 'bench-'));
  const embedded = await startEmbedded({ dataDir, durable: true, supervise: false, env: {}, say });
  const base = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_OURS.includes(name)));
  const env = {
    ...base,
    MONGODB_URI: embedded.mongoUri,
    TEMPORAL_ADDRESS: embedded.temporalAddress,
    SMTP_URL: embedded.smtpUrl,
    WORKFLOW_BUNDLE: '', // bundled at start from what is measured, never a stale one
    CLOCK: clock,
    ...given,
  };
  const config = loadConfig(env);
  await migrate(config.MONGODB_URI, config.MONGODB_DB);
  const child = (name: string, file: string, args: string[], own: NodeJS.ProcessEnv = env): ManagedProcess =>
    new ManagedProcess(
      {
        name,
        program: { node: compiled(file), args },
        cwd: projectRoot,
        env: own,
        log: join(dataDir, 'logs', `${name}.log`),
        ready: 'message',
      },
      embedded.pids,
    );
  const children = [
    child('worker', 'apps/worker/src/main', []),
    child('anchors', 'apps/cli/src/bench/anchor-worker', [embedded.temporalAddress]),
  ];
  const startApi = async (): Promise<string> => {
    const port = await embedded.ports.take('api');
    const options = { ...env, PORT: String(port), HOST: '127.0.0.1', SIGN_IN: 'dev', LOG_LEVEL: 'error' };
    const api = child('api', 'apps/api/src/main', [], options);
    children.push(api);
    await api.start();
    return `http://127.0.0.1:${port}`;
  };
  let app: INestApplicationContext | undefined;
  const close = async (): Promise<void> => {
    await app?.close();
    await Promise.all(children.map((one) => one.stop()));
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    app = await NestFactory.createApplicationContext(CliModule.with(config), { logger: ['error'] });
    await Promise.all(children.map((one) => one.start()));
    return {
      app,
      store: app.get(Store),
      client: app.get(Client),
      campaigns: app.get(CampaignCommands),
      obligations: app.get(ObligationCommands),
      embedded,
      startApi,
      cpu: () => ({
        worker: cpuMs(children[0]!.pid),
        ...Object.fromEntries(embedded.servers.map(({ name, pid }) => [name, cpuMs(pid)])),
        bench: cpuMs(process.pid),
      }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
