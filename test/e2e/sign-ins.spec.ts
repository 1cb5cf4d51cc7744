import request from 'supertest';
import type { TryOutView } from '#libs/contracts/http/index.js';
import { withServers } from '../support/servers.js';
import { accountsWorld, PASSWORD, type AccountsWorld, type TestBrowser } from './accounts-world.js';
import { openReport, plan, type ApiWorld } from './api-world.js';

const ADDRESS = 'vp@ta.test';

withServers('sign-ins', () => {
  let world: AccountsWorld;
  let other: ApiWorld;
  beforeAll(async () => {
    world = await accountsWorld({ SIGN_IN: 'dev', SESSION_IDLE_MINUTES: '30', SESSION_HOURS: '8' });
    other = await world.another();
    await world.settle('p4', ADDRESS);
  });
  afterAll(() => world?.close());

  const signedIn = async (on?: ApiWorld): Promise<TestBrowser> => {
    const browser = world.browser(on);
    await browser.write('post', '/api/session', { address: ADDRESS, password: PASSWORD }).expect(200);
    return browser;
  };
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  it('are not needed to look around where development accounts are on: posts to begin with are offered, and only there', async () => {
    const offered = async (on?: ApiWorld) =>
      ((await world.browser(on).get('/api/session/posts').expect(200)).body as TryOutView).items;
    expect((await offered()).map(({ id }) => id)).toEqual(['ta:administrator']);
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await openReport(world);
    expect(await offered()).toEqual([
      { id: 'ta-x1:focal', title: 'focal ta-x1', role: 'focal', unit: 'ta-x1', unitName: 'Đơn vị ta-x1' },
      {
        id: 'ta-office:focal',
        title: 'focal ta-office',
        role: 'focal',
        unit: 'ta-office',
        unitName: 'Đơn vị ta-office',
      },
      expect.objectContaining({ id: 'ta:head' }),
      expect.objectContaining({ id: 'ta:administrator' }),
    ]);
    expect(await offered(await world.another({ SIGN_IN: 'local' }))).toEqual([]);
  });

  it('are an id that nobody else knows, in a cookie that no script and no other site can use', async () => {
    const answer = await world.browser().write('post', '/api/session', { address: ADDRESS, password: PASSWORD });
    const [session, device] = answer.get('Set-Cookie')!;
    expect(session).toMatch(/^dondoc=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/); // ends with the browser
    expect(device).toMatch(/^dondoc-device=[\w-]{22}\.[\w-]{22}; Max-Age=34560000; Path=\/; .*HttpOnly; SameSite=Lax$/);
    const id = session!.slice('dondoc='.length, session!.indexOf(';'));
    expect(JSON.stringify(await world.store.signIns.find().toArray())).not.toContain(id);
  });

  it('are a new id each time, whatever was in the cookie before', async () => {
    const fixed = 'A'.repeat(43);
    const signIn = () =>
      request(world.app.getHttpServer())
        .post('/api/session')
        .set('cookie', `dondoc=${fixed}`)
        .set('sec-fetch-site', 'same-origin')
        .send({ address: ADDRESS, password: PASSWORD });
    const ids = (await Promise.all([signIn(), signIn()])).map((answer) => answer.get('Set-Cookie')![0]!.split(';')[0]);
    expect(new Set([...ids, `dondoc=${fixed}`]).size).toBe(3);
    const planted = request(world.app.getHttpServer()).get('/api/campaigns').set('cookie', `dondoc=${fixed}`);
    expect((await planted).body.code).toBe('sign-in-ended');
  });

  it('end one by one or all together, at once in every process of the API', async () => {
    await world.store.signIns.deleteMany({});
    const [here, there, third] = [await signedIn(), await signedIn(other), await signedIn()];
    const { items } = (await here.get('/api/me/sign-ins')).body;
    expect(items).toHaveLength(3);
    expect(items.filter(({ own }: { own: boolean }) => own)).toHaveLength(1);
    const theirs = (await there.get('/api/me/sign-ins')).body.items.find(({ own }: { own: boolean }) => own);
    await here.write('delete', `/api/me/sign-ins/${theirs.id}`).expect(200);
    expect((await there.get('/api/campaigns')).body).toMatchObject({ status: 401, code: 'sign-in-ended' });
    expect((await third.get('/api/campaigns')).status).toBe(200);
    await there.write('post', '/api/session', { address: ADDRESS, password: PASSWORD }).expect(200);

    const gone = await here.write('delete', '/api/me/sign-ins');
    expect(gone.body).toMatchObject({ ended: 3 });
    expect(gone.get('Set-Cookie')![0]).toMatch(/^dondoc=;.*Expires=Thu, 01 Jan 1970/);
    for (const one of [there, third]) expect((await one.get('/api/campaigns')).body.code).toBe('sign-in-ended');
    expect((await here.get('/api/campaigns')).body.code).toBe('sign-in-required'); // the browser gave its cookie up
  });

  it('end one by one only for their own person', async () => {
    const [mine, stranger] = [await signedIn(), await world.settle('p6', 'x1@ta.test')];
    const own = (await mine.get('/api/me/sign-ins')).body.items[0].id;
    expect((await stranger.write('delete', `/api/me/sign-ins/${own}`)).status).toBe(404);
    expect((await mine.get('/api/campaigns')).status).toBe(200);
    await mine.write('delete', '/api/me/sign-ins/own').expect(200);
    expect((await stranger.get('/api/campaigns')).status).toBe(200);
  });

  it('end when they are left idle, and when they grow too old however much they are used', async () => {
    await world.store.signIns.deleteMany({});
    const [idle, old, used] = [await signedIn(), await signedIn(), await signedIn()];
    const idOf = async (browser: TestBrowser): Promise<string> => {
      const { items } = (await browser.get('/api/me/sign-ins')).body as { items: { id: string; own: boolean }[] };
      return items.find(({ own }) => own)!.id;
    };
    const [a, b, c] = [await idOf(idle), await idOf(old), await idOf(used)];
    expect((await world.store.signIns.findOne({ _id: a }))!.until.getTime() - Date.now()).toBeGreaterThan(
      7.9 * 3_600_000,
    );
    await world.store.signIns.updateOne({ _id: a }, { $set: { seenAt: minutesAgo(31) } });
    await world.store.signIns.updateOne({ _id: b }, { $set: { until: minutesAgo(0) } });
    await world.store.signIns.updateOne({ _id: c }, { $set: { seenAt: minutesAgo(29) } });
    expect((await idle.get('/api/campaigns')).body.code).toBe('sign-in-ended');
    expect((await old.get('/api/campaigns')).body.code).toBe('sign-in-ended');
    expect((await used.get('/api/campaigns')).status).toBe(200);
    expect((await world.store.signIns.findOne({ _id: c }))!.seenAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  describe('and requests from other sites', () => {
    const from = async (headers: Record<string, string>, cookie: string, path = '/api/me/post') => {
      const server = request(world.app.getHttpServer());
      const test = path === '/api/session' ? server.post(path) : server.put(path);
      const { body } = await test.set({ cookie, ...headers }).send({ post: 'ta-office:focal' });
      return (body as { code?: string }).code ?? 'ok';
    };
    let cookie: string;
    beforeAll(async () => {
      const answer = await world.browser().write('post', '/api/session', { address: ADDRESS, password: PASSWORD });
      cookie = answer.get('Set-Cookie')![0]!.split(';')[0]!;
    });
    const host = () => new URL(`http://127.0.0.1:${(world.app.getHttpServer().address() as { port: number }).port}`);

    it.each([
      [{ 'sec-fetch-site': 'same-origin' }, 'ok'],
      [{ 'sec-fetch-site': 'cross-site' }, 'cross-site'],
      [{ 'sec-fetch-site': 'same-site' }, 'cross-site'],
      [{ 'sec-fetch-site': 'none' }, 'cross-site'],
      [{ 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' }, 'cross-site'],
      [{ origin: 'http://127.0.0.1:3000' }, 'ok'], // PUBLIC_URL
      [{ origin: 'https://evil.test' }, 'cross-site'],
      [{ origin: 'null' }, 'cross-site'],
      [{ origin: 'http://127.0.0.1:3000.evil.test' }, 'cross-site'],
      [{}, 'cross-site'],
    ])('%j: %s', async (headers, code) => expect(await from(headers, cookie)).toBe(code));

    it('takes its own origin where PUBLIC_URL says another', async () =>
      expect(await from({ origin: host().origin }, cookie)).toBe('ok'));

    it('refuses a strange sign-in too: nobody is signed in as somebody else behind their back', async () => {
      expect(await from({ origin: 'https://evil.test' }, '', '/api/session')).toBe('cross-site');
      expect(await from({ origin: 'http://127.0.0.1:3000' }, '', '/api/session')).toBe('bad-input');
    });

    it('leaves bearers alone: no browser sends them on its own', async () => {
      const write = world.as('ta:administrator').write('post', '/api/accounts/sign-out', { person: 'p1' });
      expect((await write.set('origin', 'https://evil.test')).body.code).toBe('account-unknown');
    });
  });
});

withServers('cookies over https', () => {
  let world: AccountsWorld;
  beforeAll(async () => (world = await accountsWorld({ SIGN_IN: 'dev', PUBLIC_URL: 'https://don-doc.test' })));
  afterAll(() => world?.close());

  it('are bound to the host and never sent in the clear', async () => {
    await world.as('ta:administrator').write('post', '/api/accounts/invitation', { person: 'p4' }).expect(200);
    const password = { token: await world.tokenFor(ADDRESS), password: PASSWORD };
    const answer = await world.browser().write('post', '/api/account/password', password).expect(200);
    const cookies = answer.get('Set-Cookie')!;
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Host-dondoc(-device)?=.*Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
    expect(cookies.join()).not.toContain('Domain');
  });

  it('and development accounts do not pass where only real ones sign in', async () => {
    const { as } = await world.another({ SIGN_IN: 'local' });
    const development = await as('ta:administrator').get('/api/campaigns');
    expect(development.body).toMatchObject({ status: 401, code: 'development-off' });
    expect((await as(null).get('/api/public/overview')).status).toBe(401);
    expect((await as(null).get('/api/session')).body).toMatchObject({ accounts: true, development: false, me: null });
  });
});
