import type { AddressInfo } from 'node:net';
import { aimsOf } from '../fuzz/aims.js';
import { resendRefused } from '../fuzz/aftermath.js';
import { Fuzz } from '../fuzz/fuzz.js';
import { wrongWith } from '../fuzz/judge.js';
import { operationsOf, type Document } from '../fuzz/openapi.js';
import { Line } from '../fuzz/send.js';
import type { Recorded } from '../fuzz/world.js';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

/** Of each operation; `FUZZ_CASES` in the environment asks for more. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 100);
/** Of operations that read files or make documents. */
const FILES = 15;
const WIDTH = 8;
const SECRET = 'bounce-secret-of-the-fuzz';

/** The small version of `npm run test:fuzz`, without engine and worker. */
withServers('whatever comes in', () => {
  let world: ApiWorld;
  const recorded: Recorded[] = [];
  const act = async (post: string, method: 'post' | 'patch', path: string, body: object) => {
    await world
      .as(post)
      .write(method, path, body)
      .expect(({ status }) => expect(status).toBeLessThan(300));
    recorded.push({ method: method.toUpperCase(), path, post, body });
  };

  beforeAll(async () => {
    world = await apiWorld({ MAIL_BOUNCE_SECRET: SECRET });
    await act('ta-office:focal', 'post', '/api/campaigns', plan);
    await act('ta-office:focal', 'post', '/api/campaigns/ta-2023/launch', {});
    await openReport(world);
    const content = { narrative: 'Xong.', figures: [{ target: 'T1', value: 3, status: 'final' }] };
    await act('ta-x1:focal', 'post', `/api/obligations/${X1}/submission`, { content });
    await act('ta-office:focal', 'post', `/api/obligations/${X1}/receive`, {});
    const remarks = [{ path: 'figures.T1', reason: 'no-evidence', text: 'Thiếu ảnh hiện trường.' }];
    await act('ta-office:focal', 'post', `/api/obligations/${X1}/return`, { reason: 'Xem ý kiến.', remarks });
  });
  afterAll(() => world?.close());

  it(`is answered with a reason, never with a 5xx, and what is refused changes nothing (${CASES} cases per operation)`, async () => {
    const url = `http://127.0.0.1:${(world.app.getHttpServer().address() as AddressInfo).port}`;
    const document = (await (await fetch(`${url}/docs-json`)).json()) as Document;
    const operations = operationsOf(document);
    expect(operations.length).toBeGreaterThan(100);
    const ground = { store: world.store, now: await world.clock.now(), url, recorded, secret: SECRET };
    const aims = await aimsOf(ground, document.components.schemas, operations);
    const line = new Line(url, WIDTH);
    const fuzz = new Fuzz(line, aims, { cases: CASES, files: FILES, seed: 7, width: WIDTH });
    await fuzz.run(operations);
    expect(fuzz.rows.flatMap((row) => row.wrong().map((wrong) => `${row.name}: ${wrong}`))).toEqual([]);
    const few = fuzz.rows.filter(({ sent, heavy }) => sent < (heavy ? FILES : CASES) * 0.95).map(({ name }) => name);
    expect(few).toEqual([]);
    const again = await resendRefused(world.store, () => Promise.resolve(), line, fuzz.refused);
    line.close();
    expect(again.wrong).toEqual([]);
    expect(again.judged).toBeGreaterThan(again.sent / 2);
  }, 1_200_000);
});

it('an answer that keeps its reason to itself would be noticed', () => {
  const reply = (status: number, body: object | string, type = 'application/problem+json') =>
    wrongWith({ status, type, ms: 1, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const said = { status: 404, code: 'not-found', detail: 'Không có việc này.', instance: '/api/x' };
  expect(reply(404, said)).toBeNull();
  expect(reply(200, 'anything', 'text/plain')).toBeNull();
  for (const wrong of [
    reply(500, { ...said, status: 500 }),
    reply(503, { ...said, status: 503 }),
    reply(404, said, 'text/html'),
    reply(404, '<pre>Cannot GET</pre>'),
    reply(403, said),
    reply(404, { ...said, code: '' }),
    reply(404, { ...said, detail: undefined }),
    reply(404, { ...said, detail: 'Không có {id}.' }),
    wrongWith('no answer within 60 s'),
  ])
    expect(wrong).not.toBeNull();
});
