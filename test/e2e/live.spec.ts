import { setTimeout as pause } from 'node:timers/promises';
import type { LiveView } from '#libs/contracts/http/index.js';
import { BEAT_MS, STREAMS_OF_POST } from '../../apps/api/src/live/live-desk.js';
import { withServers } from '../support/servers.js';
import { accountsWorld, PASSWORD, type AccountsWorld } from './accounts-world.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const CONTENT = { figures: [{ target: 'T1', value: 3, status: 'final' }], narrative: 'Đã xong ba công trình.' };

interface Stream {
  status: number;
  headers: Headers;
  /** Everything said so far, heartbeats too. */
  said(): string;
  heard(): LiveView[];
  over: Promise<void>;
  close(): void;
}

const as = (post: string): Record<string, string> => ({ authorization: `Bearer dev:${post}` });

async function listen(base: string, who: Record<string, string>): Promise<Stream> {
  const stop = new AbortController();
  const response = await fetch(`${base}/api/live`, {
    headers: { ...who, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  let text = '';
  const over = (async () => {
    for await (const part of response.body!) text += Buffer.from(part).toString('utf8');
  })().catch(() => undefined);
  const heard = (): LiveView[] =>
    [...text.matchAll(/event: changed\ndata: (.*)\n/g)].map(([, data]) => JSON.parse(data!) as LiveView);
  return {
    status: response.status,
    headers: response.headers,
    said: () => text,
    heard,
    over,
    close: () => stop.abort(),
  };
}

/** A window of somebody who signed in with a password; each beat of the server is waited for. */
withServers('a window ends with its sign-in', () => {
  let world: AccountsWorld;
  beforeAll(async () => (world = await accountsWorld({ SIGN_IN: 'local' })));
  afterAll(() => world?.close());

  it('which it does not keep from idling', async () => {
    const dev = await world.another({ SIGN_IN: 'dev' });
    await dev.as('ta:administrator').write('post', '/api/accounts/invitation', { person: 'p4' }).expect(200);
    const token = await world.tokenFor('vp@ta.test');
    const letIn = await world
      .browser()
      .write('post', '/api/account/password', { token, password: PASSWORD })
      .expect(200);
    const cookies: string[] = [letIn.get('set-cookie') ?? []].flat();
    const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
    const stream = await listen(await world.app.getUrl(), { cookie });
    expect(stream.status).toBe(200);
    const seenAt = new Date(Date.now() - 120_000);
    await world.store.signIns.updateMany({}, { $set: { seenAt } });
    expect(await until(() => stream.said().includes(': \n\n'), BEAT_MS + 5_000)).toBe(true);
    expect((await world.store.signIns.find({}).toArray()).map((one) => one.seenAt)).toEqual([seenAt]);
    await world.store.signIns.deleteMany({});
    const began = Date.now();
    await stream.over;
    expect(Date.now() - began).toBeLessThan(BEAT_MS + 5_000);
  });
});

async function until(what: () => boolean, ms = 10_000): Promise<boolean> {
  for (let waited = 0; !what() && waited < ms; waited += 50) await pause(50);
  return what();
}

withServers('an open window hears that something changed', () => {
  let world: ApiWorld;
  let closed = false;
  let base: string;
  let streams: Record<string, Stream>;
  beforeAll(async () => {
    world = await apiWorld();
    base = await world.app.getUrl();
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await openReport(world);
    const posts = ['ta-x1:head', 'ta-office:focal', 'ta:head', 'ta-x2:focal', 'tb-x1:focal', 'ta:administrator'];
    streams = Object.fromEntries(
      await Promise.all(posts.map(async (post) => [post, await listen(base, as(post))] as const)),
    );
    // the database is watched from now on: everybody asks once again
    expect(await until(() => Object.values(streams).every((one) => one.said().includes('event: again')))).toBe(true);
  });
  afterAll(async () => void (closed || (await world?.close())));

  it('of an act by another post, who owes, who collects and who stands above; and nobody else hears a word', async () => {
    expect(streams['ta-x1:head']!.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const quiet = ['ta-x2:focal', 'tb-x1:focal'].map((post) => streams[post]!.said());
    await world
      .as('ta-x1:focal')
      .write('post', `/api/obligations/${X1}/submission`, { content: CONTENT, revision: 0 })
      .expect(201);
    const heard = ['ta-x1:head', 'ta-office:focal', 'ta:head', 'ta:administrator'].map((post) => streams[post]!);
    expect(await until(() => heard.every((one) => one.heard().length > 0))).toBe(true);
    expect(heard.map((one) => one.heard()[0])).toEqual([
      { about: ['work'], campaigns: ['ta-2023'] },
      { about: ['queue'], campaigns: ['ta-2023'] },
      { about: [], campaigns: ['ta-2023'] },
      { about: ['queue'], campaigns: ['ta-2023'] },
    ]);
    await pause(1_500); // another look of the watch
    expect(['ta-x2:focal', 'tb-x1:focal'].map((post) => streams[post]!.said())).toEqual(quiet);
    // nothing but that: no unit, no paper, no figure
    for (const one of Object.values(streams)) expect(one.said()).not.toMatch(/ta-x1|report-1/);
  });

  it('of a notice to its post', async () => {
    const before = streams['ta-x2:focal']!.heard().length;
    await world.store.notices.insertOne({ _id: 'n-live', post: 'ta-x2:focal', state: 'waiting' } as never);
    expect(await until(() => streams['ta-x2:focal']!.heard().length > before)).toBe(true);
    expect(streams['ta-x2:focal']!.heard().at(-1)).toEqual({ about: ['notices'], campaigns: [] });
    expect(streams['tb-x1:focal']!.heard()).toEqual([]);
  });

  it('of a difficulty that its unit has passed on, whoever answers it now', async () => {
    expect(streams['tb-x1:focal']!.heard()).toEqual([]);
    const difficulty = { owners: [{ unit: 'tb-x1' }, { unit: 'ta-office' }] };
    await world.store.obligations.updateOne({ _id: X1 }, { $set: { difficulty } } as never);
    await world.as('ta-office:focal').write('post', `/api/obligations/${X1}/receive`, {}).expect(201);
    expect(await until(() => streams['tb-x1:focal']!.heard().length > 0)).toBe(true);
    expect(streams['tb-x1:focal']!.heard()).toEqual([{ about: [], campaigns: ['ta-2023'] }]);
  });

  it('has room for some windows of a post, and needs somebody', async () => {
    const more = await Promise.all(Array.from({ length: STREAMS_OF_POST }, () => listen(base, as('ta-x2:head'))));
    expect(more.map(({ status }) => status)).toEqual(more.map(() => 200));
    expect((await listen(base, as('ta-x2:head'))).status).toBe(429);
    expect((await fetch(`${base}/api/live`)).status).toBe(401);
    expect((await world.as('ta-x2:head').get('/api/live')).body).toMatchObject({ status: 406, code: 'live-stream' });
    more[0]!.close();
    expect(await until(() => false, 500)).toBe(false);
    const again = await listen(base, as('ta-x2:head'));
    expect(again.status).toBe(200);
    for (const one of [...more, again]) one.close();
  });

  it('and the server ends with its windows, not after them', async () => {
    const began = Date.now();
    closed = true;
    await world.close();
    await Promise.all(Object.values(streams).map(({ over }) => over));
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});
