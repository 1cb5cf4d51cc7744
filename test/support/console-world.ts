import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { loadConfig } from '#libs/config';
import { ApiModule } from '../../apps/api/src/app.module.js';
import { setup } from '../../apps/api/src/setup.js';
import { wholeEngine, type WholeEngine } from './whole-engine.js';

export interface ConsoleWorld extends WholeEngine {
  /** Where the console is served. */
  url: string;
  api: NestExpressApplication;
  /** A request as a development post. */
  as(post: string): {
    get(path: string): request.Test;
    write(method: 'post' | 'patch' | 'put', path: string, body: object): request.Test;
  };
}

/** The whole product in this process: worker, API and console, on stepped time; its organisation is the caller's. */
export async function consoleWorld(): Promise<ConsoleWorld> {
  const engine = await wholeEngine();
  const config = loadConfig({ ...engine.env, SIGN_IN: 'dev', LOG_LEVEL: 'silent' });
  const module = await Test.createTestingModule({ imports: [ApiModule.with(config)] }).compile();
  const api = module.createNestApplication<NestExpressApplication>({ bodyParser: false });
  setup(api);
  await api.listen(0, '127.0.0.1');
  let n = 0;
  const as = (post: string) => {
    const signed = (test: request.Test): request.Test => test.set('authorization', `Bearer dev:${post}`);
    return {
      get: (path: string) => signed(request(api.getHttpServer()).get(path)),
      write: (method: 'post' | 'patch' | 'put', path: string, body: object) =>
        signed(request(api.getHttpServer())[method](path))
          .set('idempotency-key', `console-${(n += 1)}`)
          .send(body),
    };
  };
  const close = async (): Promise<void> => {
    await api.close();
    await engine.close();
  };
  return { ...engine, url: await api.getUrl(), api, as, close };
}
