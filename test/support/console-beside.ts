import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { loadConfig } from '#libs/config';
import { TEMPORAL_OPTIONS, type TemporalOptions } from '#libs/temporal';
import { ApiModule } from '../../apps/api/src/app.module.js';
import { setup } from '../../apps/api/src/setup.js';
import { testMongoUri, testTemporalAddress } from './servers.js';
import type { WholeEngine } from './whole-engine.js';

export interface ConsoleBeside {
  /** Where it listens. */
  url: string;
  /** A request as a post, with its status and body. */
  ask(post: string, path: string): Promise<Told>;
  write(post: string, path: string, body: object, key: string): Promise<Told>;
  close(): Promise<void>;
}

export interface Told {
  status: number;
  body: Record<string, never>;
}

/** API and console on the records and the task queue of a running engine. */
export async function consoleBeside(engine: WholeEngine, env: Record<string, string> = {}): Promise<ConsoleBeside> {
  const config = loadConfig({
    NODE_ENV: 'test',
    MONGODB_URI: testMongoUri(),
    MONGODB_DB: engine.store.connection.db!.databaseName,
    TEMPORAL_ADDRESS: testTemporalAddress(),
    TEMPORAL_TASK_QUEUE: engine.app.get<TemporalOptions>(TEMPORAL_OPTIONS).taskQueue,
    CLOCK: 'stepped',
    SIGN_IN: 'dev',
    LOG_LEVEL: 'silent',
    ...env,
  });
  const module = await Test.createTestingModule({ imports: [ApiModule.with(config)] }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false });
  setup(app);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const call = async (post: string, path: string, init: RequestInit): Promise<Told> => {
    const headers = { authorization: `Bearer dev:${post}`, ...(init.headers as object) };
    const response = await fetch(`${url}${path}`, { ...init, headers });
    return { status: response.status, body: (await response.json()) as Told['body'] };
  };
  return {
    url,
    ask: (post, path) => call(post, path, {}),
    write: (post, path, body, key) =>
      call(post, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      }),
    close: () => app.close(),
  };
}
