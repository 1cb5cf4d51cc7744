import request from 'supertest';
import { consoleBeside } from './console-beside.js';
import { wholeEngine, type WholeEngine } from './whole-engine.js';

export interface ConsoleWorld extends WholeEngine {
  /** Where the console is served. */
  url: string;
  /** A request as a development post. */
  as(post: string): {
    get(path: string): request.Test;
    write(method: 'post' | 'patch' | 'put', path: string, body: object): request.Test;
  };
}

/** The whole product in this process: worker, API and console, on stepped time; its organisation is the caller's. */
export async function consoleWorld(): Promise<ConsoleWorld> {
  const engine = await wholeEngine();
  const beside = await consoleBeside(engine);
  const { url } = beside;
  let n = 0;
  const as = (post: string) => {
    const signed = (test: request.Test): request.Test => test.set('authorization', `Bearer dev:${post}`);
    return {
      get: (path: string) => signed(request(url).get(path)),
      write: (method: 'post' | 'patch' | 'put', path: string, body: object) =>
        signed(request(url)[method](path))
          .set('idempotency-key', `console-${(n += 1)}`)
          .send(body),
    };
  };
  const close = async (): Promise<void> => {
    await beside.close();
    await engine.close();
  };
  return { ...engine, url, as, close };
}
