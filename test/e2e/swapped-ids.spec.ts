import { obligationId, roundId } from '#libs/contracts';
import { newRecord, saveOrganisation, type ObligationDoc } from '#libs/store';
import type { CampaignPlan } from '#libs/domain';
import { withServers } from '../support/servers.js';
import { accountsWorld, type AccountsWorld, type TestBrowser } from './accounts-world.js';
import { openReport, plan, X1, type ApiWorld } from './api-world.js';

const FROM = '2010-01-01';
/** Below each district a commune, a village and a group of houses: four levels, side by side. */
const levels = (district: string) => [district, `${district}-x1`, `${district}-x1-t`, `${district}-x1-t-n`];
const NEAR = levels('ta');
const FAR = levels('tb');
const far: CampaignPlan = {
  ...plan,
  ...{ code: 'tb-2023', launchingUnit: 'tb', standingBody: 'tb', chairPost: 'tb:head' },
  steps: plan.steps.map((step) => ({ ...step, duties: step.duties.map((duty) => ({ ...duty, to: { unit: 'tb' } })) })),
};
const reportOf = (unit: string) => obligationId('tb-2023', 'report-1', 'report', unit);

/** Bodies that would pass, where a route looks at its body before it can tell whose it is. */
const BODIES: Record<string, object> = {
  'POST /api/mails/{id}/reached': { how: 'gọi điện thoại' },
  'POST /api/covenants/{id}/versions': { seen: 0, text: 'Cùng cam kết.', pledges: [] },
  'POST /api/covenants/{id}/signature': { hash: '0'.repeat(64) },
  'POST /api/covenants/{id}/refusal': { hash: '0'.repeat(64), reason: 'không đồng ý' },
};

interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
}

withServers('ids of another subtree', () => {
  let world: AccountsWorld;
  let local: ApiWorld;
  let routes: Route[];
  let ids: Record<string, string[]>;
  const heads = new Map<string, TestBrowser>();

  beforeAll(async () => {
    world = await accountsWorld();
    await loadDepth();
    const tb = world.as('tb:head');
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await tb.write('post', '/api/campaigns', far).expect(201);
    const { body: begun } = await tb.write('post', '/api/preparations', { text: 'KẾ HOẠCH phong trào thi đua' });
    await openReport(world);
    await openReport(world, far);
    await copyToEveryLevel();
    await world.clock.moveTo(new Date('2023-09-25T02:00:00Z'));
    const { body: letter } = await tb.write('post', '/api/campaigns/tb-2023/urging-letter', {}).expect(201);
    ids = {
      campaigns: ['tb-2023'],
      rounds: [roundId('tb-2023', 'report-1', 'commune', 'tb')],
      obligations: FAR.slice(1).map(reportOf),
      units: FAR,
      preparations: [begun.preparation],
      letters: [letter.id],
      ...(await oddDocuments()),
    };
    local = await world.another({ SIGN_IN: 'local' });
    for (const unit of NEAR) {
      await world.settle(`head-${unit}`, `${unit}@ta.test`);
      const browser = world.browser(local);
      await browser
        .write('post', '/api/session', { address: `${unit}@ta.test`, password: 'trâu trắng qua suối' })
        .expect(200);
      heads.set(unit, browser);
    }
    const { body } = await world.as(null).get('/docs-json');
    routes = Object.entries(body.paths as Record<string, object>).flatMap(([path, operations]) =>
      Object.keys(operations)
        .filter((method) => method !== 'options' && method !== 'head') // of uploads: evidence.spec.ts
        .map((method) => ({ method: method as Route['method'], path })),
    );
  });
  afterAll(() => world?.close());

  async function loadDepth(): Promise<void> {
    const units = [...NEAR.slice(2), ...FAR.slice(2)];
    await saveOrganisation(world.store, {
      units: units.map((_id) => ({
        _id,
        name: _id,
        kind: 'village',
        groups: [],
        validFrom: FROM,
        validTo: null,
        successors: [],
      })),
      edges: units.map((unit) => ({
        _id: `e-${unit}`,
        unit,
        parent: unit.slice(0, unit.lastIndexOf('-')),
        validFrom: FROM,
        validTo: null,
      })),
      posts: units.map((unit) => ({
        _id: `${unit}:head`,
        unit,
        role: 'head' as const,
        title: `head ${unit}`,
        mailbox: null,
      })),
      persons: NEAR.map((unit) => ({ _id: `head-${unit}`, name: unit, email: `${unit}@ta.test`, phone: null })),
      holders: NEAR.map((unit) => ({
        _id: `h-${unit}`,
        post: `${unit}:head`,
        person: `head-${unit}`,
        from: '2015-01-01',
        to: null,
      })),
    });
  }

  async function copyToEveryLevel(): Promise<void> {
    const { _id: _, ...report } = (await world.store.obligations.findOne({ _id: reportOf('tb-x1') })) as ObligationDoc;
    const below = FAR.slice(2).map((unit, n) => {
      const above = FAR.slice(0, n + 2).reverse();
      return {
        ...report,
        _id: reportOf(unit),
        subject: unit,
        answeringUnit: unit,
        receiver: above[0]!,
        ancestors: above,
      };
    });
    await world.store.obligations.insertMany(below);
  }

  /** What the engine would have made. */
  async function oddDocuments(): Promise<Record<string, string[]>> {
    const { store } = world;
    const at = new Date('2023-09-20T01:00:00Z');
    await store.notices.insertOne({
      ...{ _id: 'tb-notice', campaign: 'tb-2023', obligation: reportOf('tb-x1'), round: 'r', clockVersion: 1 },
      ...{
        phase: 'submission',
        rung: 'remind-2',
        act: 'remind',
        audience: 'focal',
        post: 'tb-x1:head',
        class: 'digest',
      },
      ...{ slot: 's', slotAt: at, seal: null, message: 'tb-mail', state: 'sent', reason: null, at },
    });
    await store.messages.insertOne({
      _id: 'tb-mail',
      slot: 's',
      posts: ['tb-x1:head'],
      to: { name: 'B', address: 'b@tb.test' },
      state: 'bounced',
      at,
    } as never);
    await store.sessions.insertOne({
      _id: 'tb-session',
      campaign: 'tb-2023',
      secretary: 'tb:head',
      members: ['tb:head'],
      book: 'tb-2023',
      state: 'called',
    } as never);
    await store.covenants.insertOne({
      ...newRecord('tb-covenant', 'tb-2023'),
      ...{ campaign: 'tb-2023', step: 'report-1', state: 'unwritten', versions: [], signatures: [], declined: [] },
      signatories: [{ obligation: reportOf('tb-x1'), unit: 'tb-x1' }],
    } as never);
    return { covenants: ['tb-covenant'], notices: ['tb-notice'], mails: ['tb-mail'], sessions: ['tb-session'] };
  }

  const call = ({ method, path }: Route, id: string, as: TestBrowser) => {
    const at = path
      .replace('{id}', id)
      .replace('{kind}', 'urging')
      .replace(/^\/api\/public/, '/api/public');
    return method === 'get' ? as.get(at) : as.write(method, at, BODIES[`${method.toUpperCase()} ${path}`] ?? {});
  };
  const kindOf = (path: string): string | undefined =>
    path.includes('from-campaign') ? 'campaigns' : /^\/api\/(?:public\/)?(\w+)(?=\/\{id\})/.exec(path)?.[1];

  it('give 403 or 404 and nothing else, on every route that takes an id, to the head of each of four levels', async () => {
    const asked = routes.filter(({ path }) => path.includes('{id}') && kindOf(path) !== 'indicators');
    const untested = asked.filter(({ path }) => ids[kindOf(path) ?? ''] === undefined).map(({ path }) => path);
    expect(untested).toEqual(['/api/me/sign-ins/{id}']); // sign-ins.spec.ts
    const wrong: unknown[] = [];
    let calls = 0;
    for (const route of asked)
      for (const id of ids[kindOf(route.path)!] ?? [])
        for (const [unit, head] of heads) {
          const { status, body } = await call(route, id, head);
          calls += 1;
          const leaks = JSON.stringify(body)
            .replaceAll(id, '')
            .match(/Đơn vị tb|b@tb\.test|Phong trào mẫu/);
          if (![403, 404].includes(status) || leaks) wrong.push([unit, route.method, route.path, id, status, body]);
        }
    expect(wrong).toEqual([]);
    expect(calls).toBeGreaterThan(500);
  });

  it('are ids that exist: their own people read every one of them', async () => {
    const own = world.as('tb:head');
    const reads: Record<string, string> = {
      campaigns: '',
      rounds: '/sheet',
      obligations: '',
      units: '',
      preparations: '',
      letters: '',
      sessions: '',
    };
    for (const [kind, path] of Object.entries(reads))
      for (const id of ids[kind]!)
        expect([kind, id, (await own.get(`/api/${kind}/${id}${path}`)).status]).toEqual([kind, id, 200]);
  });

  it('give the same inside one district: nobody reads or judges the neighbour’s report', async () => {
    const neighbour = obligationId('ta-2023', 'report-1', 'report', 'ta-x2');
    const x1 = heads.get('ta-x1')!;
    expect((await x1.get(`/api/obligations/${X1}`)).status).toBe(200);
    for (const path of ['', '/form', '/form/excel', '/fact-sheet.pdf', '/timeline', '/rounds', '/chain'])
      expect([path, (await x1.get(`/api/obligations/${neighbour}${path}`)).status]).toEqual([path, 403]);
    for (const path of ['submission', 'accept', 'return', 'extension', 'escalate'])
      expect([path, (await x1.write('post', `/api/obligations/${neighbour}/${path}`)).status]).toEqual([path, 403]);
  });

  it('stand in no list, however it is asked', async () => {
    const lists = routes.filter(
      ({ method, path }) => method === 'get' && path.startsWith('/api/') && !path.includes('{'),
    );
    const plain = lists.map(({ path }) => path).filter((path) => !/\/(public|accounts|session|live)(\/|$)/.test(path));
    expect(plain).toEqual(
      expect.arrayContaining([
        '/api/campaigns',
        '/api/obligations',
        '/api/notices',
        '/api/mails',
        '/api/overview',
        '/api/review-queue',
      ]),
    );
    for (const [unit, head] of heads)
      for (const path of plain)
        for (const query of ['', '?campaign=tb-2023', '?unit=tb-x1', '?limit=100']) {
          const { status, body } = await head.get(`${path}${query}`);
          expect([unit, path, query, [200, 400, 403].includes(status)]).toEqual([unit, path, query, true]);
          const { errors: _, ...told } = body as { errors?: unknown };
          expect([unit, path, query, /"(tb-|Đơn vị tb)/.test(JSON.stringify(told))]).toEqual([
            unit,
            path,
            query,
            false,
          ]);
        }
  });

  it('do not come in by fields or operators that nobody asked for: every body refuses them', async () => {
    const head = heads.get('ta-x1')!;
    const before = await world.store.obligations.findOne({ _id: X1 });
    const account = await world.store.accounts.findOne({ _id: 'head-ta-x1' });
    const extra = [
      { role: 'administrator' },
      { unit: 'tb' },
      { state: 'accepted' },
      { __v: 1 },
      { $set: { state: 'accepted' } },
      { _id: 'x' },
      { post: { $ne: null } },
    ];
    const strange = { content: { narrative: { $gt: '' } }, revision: { $ne: 0 }, reason: { $regex: '.' } };
    // parts of an upload are bytes in a protocol of their own (evidence.spec.ts)
    const written = routes.filter(({ path }) => /^\/api\/obligations\/\{id\}(?!.*\/uploads)/.test(path));
    for (const { path, method } of written)
      if (method !== 'get')
        for (const body of [...extra, strange]) {
          const { status } = await head.write(method, path.replace('{id}', X1), body);
          expect([method, path, body, [400, 403].includes(status)]).toEqual([method, path, body, true]);
        }
    const typed = { address: 'ta-x1@ta.test', password: 'trâu trắng qua suối' };
    for (const body of [
      { ...typed, address: { $ne: null } },
      { ...typed, password: { $gt: '' } },
      { ...typed, role: 'administrator' },
      [typed],
    ])
      expect((await world.browser(local).write('post', '/api/session', body)).status).toBe(400);
    for (const path of ['/api/account/password', '/api/account/reset'])
      expect(
        (await world.browser(local).write('post', path, { token: { $ne: 1 }, address: ['a@b.vn'], password: 1 }))
          .status,
      ).toBe(400);
    expect((await head.write('put', '/api/me/post', { post: { $ne: 'x' } })).status).toBe(400);
    for (const query of ['?limit[$ne]=1', '?after[$gt]=', '?campaign[$regex]=.', '?limit=1&limit=2'])
      expect((await head.get(`/api/obligations${query}`)).status).toBe(400);
    expect(await world.store.obligations.findOne({ _id: X1 })).toEqual(before);
    expect(await world.store.accounts.findOne({ _id: 'head-ta-x1' })).toEqual(account);
  });
});
