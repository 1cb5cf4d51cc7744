import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import request from 'supertest';
import { demoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import type { GateData } from '../../apps/cli/src/demo/plans/gate-data.js';
import { contentHash } from '#libs/store';
import { withServers } from '../support/servers.js';
import { apiWorld, type ApiWorld } from './api-world.js';

const SEED = 'apps/cli/demo-data/seeds/003_198ce77e64f14ae6.txt';
const data = <T>(path: string): T => parse(readFileSync(`apps/cli/demo-data/${path}`, 'utf8')) as T;
const { questions, waivers } = data<GateData>('gate/003.yaml');
const answers = data<Record<string, unknown>>('answers/003.yaml');

interface Item {
  id: string;
  kind: string;
  field: string | null;
  severity: string;
  open: boolean;
  waivableByText: string;
}
interface Gate {
  clean: boolean;
  composes: boolean;
  revision: number;
  items: Item[];
}

withServers('from the text of a plan to a running campaign', () => {
  const world = demoWorld(1);
  const expected = world.plans.find(({ code }) => code === 'td-2023')!;
  let api: ApiWorld;
  let officer: ReturnType<ApiWorld['as']>;
  let id: string;
  let n = 0;

  beforeAll(async () => {
    api = await apiWorld();
    await loadWorld(api.store, world);
    await api.clock.moveTo(new Date('2023-06-15T02:00:00Z'));
    officer = api.as('td-pnv:focal');
  });
  afterAll(() => api?.close());

  const upload = (bytes: Buffer, name: string, key = `begin-${(n += 1)}-0000`) =>
    request(api.app.getHttpServer())
      .post('/api/preparations')
      .set('authorization', 'Bearer dev:td-pnv:focal')
      .set('idempotency-key', key)
      .attach('file', bytes, name);
  const at = (path = '') => `/api/preparations/${id}${path}`;
  const gate = async (): Promise<Gate> => (await officer.get(at('/gate')).expect(200)).body as Gate;
  const stored = async () => ({
    preparations: await api.store.preparations.find({}).sort({ _id: 1 }).toArray(),
    campaigns: await api.store.campaigns.find({}).sort({ _id: 1 }).toArray(),
    processes: await api.store.processes.find({}).sort({ _id: 1 }).toArray(),
  });

  it('begins with an upload, once however often it is sent, and shows what the text says and what it does not', async () => {
    const text = readFileSync(SEED);
    const { body } = await upload(text, 'kế hoạch 003.txt', 'upload-003-a').expect(201);
    id = body.preparation;
    expect((await upload(text, 'kế hoạch 003.txt', 'upload-003-a').expect(201)).body.preparation).toBe(id);
    const other = await upload(
      Buffer.from(readFileSync(SEED, 'utf8').replace('Tam Đường', 'Tam Dương')),
      'khác.txt',
      'upload-003-a',
    );
    expect(other.body).toMatchObject({ status: 422, code: 'key-reused' });
    expect(await api.store.preparations.countDocuments({})).toBe(1);

    const view = (await officer.get(at()).expect(200)).body;
    expect(view).toMatchObject({ state: 'open', source: 'kế hoạch 003.txt', owner: 'td-pnv', code: null, revision: 0 });
    const field = (name: string) => (view.fields as { field: string }[]).find((one) => one.field === name);
    expect(field('end')).toMatchObject({ value: '2023-10-30', origin: 'read' });
    expect(field('number')).toMatchObject({ value: null, origin: null, open: false });
    expect(field('targets.T02.value')).toMatchObject({ value: 1, origin: 'read', open: true });
    for (const { evidence } of view.fields.filter((one: { origin: string }) => one.origin === 'read')) {
      if (evidence !== null) expect(view.text).toContain(evidence);
    }
    expect(view.gate.items.map(({ id: item }: Item) => item)).toEqual(
      expect.arrayContaining(['unanswered:start', 'unanswered:route', 'defect:blank_number@3', 'question:proof']),
    );
  });

  it('refuses a launch through an open gate with everything that holds it up, and changes nothing', async () => {
    const before = await stored();
    const { body } = await officer.write('post', at('/launch'), {}).expect(409);
    expect(body).toMatchObject({ code: 'preparation-gate-open', status: 409 });
    const open = (await gate()).items.filter((item) => item.open).map((item) => item.id);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual(open);
    expect((await officer.get(at('/forecast'))).body).toMatchObject({ status: 409, code: 'gate-open' });
    expect(await stored()).toEqual(before);
  });

  it('names what is wrong with an answer, and keeps nothing of it', async () => {
    const before = await stored();
    const tries: [object, number, string][] = [
      [{ answers: { colour: 'red' } }, 400, 'answers.colour'],
      [{ answers: { start: { value: '2023-02-30', inferred: true, ground: 'x' } } }, 400, 'answers.start.value'],
      [
        { answers: { levels: { unit: { level: 'unit', owes: { kind: ['x'] }, to: 'td' } } } },
        400,
        'answers.levels.unit.owes.kind',
      ],
      [{ answers: { route: null, code: 'a b' } }, 400, 'answers.code'],
      [{ answers: {}, more: 1 }, 400, 'more'],
    ];
    for (const [body, status, field] of tries) {
      const found = (await officer.write('patch', at('/answers'), body)).body;
      expect([found.status, found.errors?.[0]?.field]).toEqual([status, field]);
    }
    const refusals: [string, object, number, string][] = [
      [
        '/answers',
        { answers: { questions: { nothing: { answer: 'x', ground: 'x' } } } },
        409,
        'preparation-unknown-question',
      ],
      ['/answers', { answers: { laidOut: { steps: [] } } }, 409, 'preparation-not-a-copy'],
      ['/answers', { answers: { bodies: { launching: 'sl', standing: 'sl-snv' } } }, 403, 'not-allowed'],
      ['/answers', { answers: {}, revision: 7 }, 409, 'stale-revision'],
      ['/confirm', { fields: ['colour'] }, 409, 'preparation-unknown-field'],
      ['/confirm', { fields: ['number'] }, 409, 'preparation-nothing-to-confirm'],
      ['/waive', { item: 'unanswered:route', reason: 'để sau' }, 409, 'preparation-cannot-waive'],
      ['/waive', { item: 'defect:nothing', reason: 'để sau' }, 409, 'preparation-unknown-item'],
      ['/waive', { item: 'defect:blank_number@3', reason: 'để sau' }, 403, 'waiver-not-yours'],
      ['/parent', { parent: { campaign: 'nowhere', targets: [] } }, 404, 'not-found'],
    ];
    for (const [path, body, status, code] of refusals) {
      const found = (await officer.write(path === '/answers' ? 'patch' : 'post', at(path), body)).body;
      expect([path, body, found.status, found.code]).toEqual([path, body, status, code]);
    }
    const stranger = api.as('sl-snv:focal');
    expect((await stranger.get(at())).status).toBe(403);
    expect((await stranger.write('patch', at('/answers'), { answers: {} })).status).toBe(403);
    expect((await stranger.get('/api/preparations')).body.items).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('takes answers part by part; a repetition is the same answer, another body under its key is none', async () => {
    const { targets, ...rest } = answers;
    const first = (
      await officer.write('patch', at('/answers'), { answers: rest, revision: 0 }, 'answers-a').expect(200)
    ).body;
    expect(first.revision).toBe(1);
    expect(
      (await officer.write('patch', at('/answers'), { answers: rest, revision: 0 }, 'answers-a').expect(200)).body,
    ).toEqual(first);
    const reused = await officer.write('patch', at('/answers'), { answers: { cadence: null } }, 'answers-a');
    expect(reused.body).toMatchObject({ status: 422, code: 'key-reused' });
    const without = await gate();
    expect(without.items.filter(({ id: item }) => item.endsWith('target-without-mode'))).toHaveLength(3);
    for (const target of targets as object[])
      await officer.write('patch', at('/answers'), { answers: { targets: [target] } }).expect(200);
    await officer.write('patch', at('/answers'), { answers: { questions } }).expect(200);
    const now = await gate();
    expect([now.composes, now.clean]).toEqual([true, false]);
    expect(new Set(now.items.filter(({ open }) => open).map(({ kind }) => kind))).toEqual(
      new Set(['defect', 'indicator', 'unconfirmed']),
    );
    const { body } = await officer.get(at('/forecast')).expect(200);
    expect(body).toMatchObject({ campaign: 'td-2023', launchedAt: '2023-06-15T02:00:00.000Z' });
    expect(now.items.some(({ kind, severity }) => kind === 'forecast' && severity === 'warning')).toBe(true);
  });

  it('is launched when all is confirmed or waived by who may, with every reason kept', async () => {
    const unconfirmed = (await gate()).items.filter(({ kind }) => kind === 'unconfirmed').map(({ field }) => field!);
    const { body: confirmed } = await officer.write('post', at('/confirm'), { fields: unconfirmed }).expect(200);
    for (const { item, by, reason } of waivers) {
      expect((await gate()).clean).toBe(false);
      await api.as(`td-pnv:${by}`).write('post', at('/waive'), { item, reason }).expect(200);
    }
    const item = waivers[0]!.item;
    await api.as('td:chair').write('post', at('/withdraw-waiver'), { item }).expect(200);
    expect((await gate()).items.find((one) => one.id === item)!.open).toBe(true);
    await api.as('td:chair').write('post', at('/waive'), { item, reason: 'Chủ tịch đồng ý' }).expect(200);
    const clean = await gate();
    expect(clean.items.filter(({ open }) => open)).toEqual([]);
    expect(clean.clean).toBe(true);
    expect(clean.revision).toBeGreaterThan(confirmed.revision);

    const launched = (await officer.write('post', at('/launch'), {}, 'launch-003').expect(201)).body;
    expect(launched).toMatchObject({ campaign: 'td-2023', state: 'launched', preparation: id });
    expect((await officer.write('post', at('/launch'), {}, 'launch-003').expect(201)).body).toEqual(launched);
    expect((await officer.write('post', at('/launch'), {})).body).toMatchObject({
      status: 409,
      code: 'preparation-over',
    });
    const { body } = await officer.get('/api/campaigns/td-2023').expect(200);
    expect(body.state).toBe('launched');
    expect(
      await api.store.processes.countDocuments({ campaign: 'td-2023', type: 'campaignWorkflow', awake: true }),
    ).toBe(1);

    const campaign = (await api.store.campaigns.findOne({ _id: 'td-2023' }))!;
    expect(campaign.plan).toEqual({ ...JSON.parse(JSON.stringify(expected)), source: 'kế hoạch 003.txt' });
    const { body: ground } = await officer.get('/api/campaigns/td-2023/ground').expect(200);
    expect(ground).toMatchObject({ preparation: id, intact: true });
    const kept = ground as {
      waivers: { item: string; by: string; withdrawn: object | null }[];
      fields: { field: string }[];
    };
    expect(kept.waivers.map((one) => [one.item, one.by, one.withdrawn !== null])).toEqual([
      ...waivers.map(({ item: one, by }) => [one, `td-pnv:${by}`, one === item]),
      [item, 'td:chair', false],
    ]);
    expect(kept.fields.find(({ field }) => field === 'targets.W01.value')).toMatchObject({
      origin: 'read',
      confirmed: { by: 'td-pnv:focal' },
    });
    const sealed = (await api.store.preparations.findOne({ _id: id }))!;
    expect(campaign.pending.find(({ type }) => type === 'drafted')!.data).toMatchObject({
      preparation: id,
      ground: contentHash(sealed.ground),
    });
    expect((await officer.write('patch', at('/answers'), { answers: {} })).body).toMatchObject({
      code: 'preparation-over',
    });
  });

  it('is launched once, however many press the button together', async () => {
    const { _id, ...first } = (await api.store.preparations.findOne({ _id: id }))!;
    const answered = { ...first.answers, code: 'td-2023-c' };
    const open = { ...first, _id: 'p-crowd', state: 'open' as const, plan: null, ground: null, campaign: null };
    await api.store.preparations.insertOne({ ...open, answers: answered, commands: [] });
    const press = () => officer.write('post', '/api/preparations/p-crowd/launch', {});
    const all = await Promise.all([press(), press(), press(), press()]);
    const told = all.map(({ body, status }) => String(status === 201 ? body.campaign : body.code));
    expect(told).toContain('td-2023-c');
    for (const one of told) expect(['td-2023-c', 'preparation-over', 'stale-revision']).toContain(one);
    const { pending } = (await api.store.campaigns.findOne({ _id: 'td-2023-c' }))!;
    expect(pending.map(({ type }) => type)).toEqual(['drafted', 'launched']);
    expect((await api.store.preparations.findOne({ _id: 'p-crowd' }))!.state).toBe('launched');
  });

  it('opens again when another campaign took the code in the last moment', async () => {
    const { _id, ...first } = (await api.store.preparations.findOne({ _id: id }))!;
    await api.store.preparations.insertOne({ ...first, _id: 'p-late', state: 'sealed', commands: [] });
    const { body } = await officer.write('post', '/api/preparations/p-late/launch', {});
    expect(body).toMatchObject({ status: 409, code: 'code-taken' });
    const late = (await api.store.preparations.findOne({ _id: 'p-late' }))!;
    expect([late.state, late.plan, late.campaign]).toEqual(['open', null, null]);
    await officer.write('post', '/api/preparations/p-late/discard', { reason: 'trùng mã' }).expect(200);
  });

  it('goes on after a crash between the seal and the campaign', async () => {
    const { _id, ...first } = (await api.store.preparations.findOne({ _id: id }))!;
    const plan = { ...first.plan!, code: 'td-2023-b' };
    const sealed = { ...first, _id: 'p-cut', state: 'sealed' as const, plan, campaign: plan.code, commands: [] };
    await api.store.preparations.insertOne(sealed);
    const { body } = await officer.write('post', '/api/preparations/p-cut/launch', {}).expect(201);
    expect(body).toMatchObject({ campaign: 'td-2023-b', state: 'launched' });
    expect((await api.store.campaigns.findOne({ _id: 'td-2023-b' }))!.state).toBe('launched');
  });

  it('copies the campaign for the next year, and shows which of the parent’s targets nobody took up', async () => {
    const { body } = await officer.write('post', '/api/preparations/from-campaign/td-2023', { years: 1 }).expect(201);
    id = body.preparation;
    const { items } = await gate();
    expect(items.map((item) => item.id)).toEqual(
      expect.arrayContaining([
        'unanswered:code',
        'answer:signatory:head-missing',
        'unconfirmed:end',
        'unconfirmed:targets.W01',
      ]),
    );
    const said = { code: 'td-2024', head: { signatory: 'Chủ tịch (mẫu)' } };
    await officer.write('patch', at('/answers'), { answers: said }).expect(200);
    const link = { campaign: 'td-2023', targets: [{ parent: 'W02', child: 'W02' }] };
    await officer.write('post', at('/parent'), { parent: link }).expect(200);
    const fields = (await gate()).items.filter(({ kind }) => kind === 'unconfirmed').map(({ field }) => field!);
    await officer.write('post', at('/confirm'), { fields }).expect(200);
    const unlinked = { item: 'indicator:none', reason: 'Chỉ tiêu riêng của huyện.' };
    expect((await gate()).items.filter((item) => item.open).map((item) => item.id)).toEqual([unlinked.item]);
    await officer.write('post', at('/waive'), unlinked).expect(200);
    const open = await gate();
    expect(open.items.filter((item) => item.open)).toEqual([]);
    expect(open.items.map((item) => item.id)).toEqual(
      expect.arrayContaining(['parent:untaken:W01', 'parent:untaken:W03']),
    );
    await officer.write('post', at('/launch'), {}).expect(201);
    const coverage = (await officer.get('/api/campaigns/td-2023/untaken-targets').expect(200)).body;
    expect(coverage.untaken.map(({ target }: { target: string }) => target).sort()).toEqual(['W01', 'W03']);
    expect(coverage.taken).toMatchObject([
      { target: 'W02', by: [{ campaign: 'td-2024', target: 'W02', level: 'equal' }] },
    ]);
    const campaign = (await api.store.campaigns.findOne({ _id: 'td-2024' }))!;
    expect([campaign.plan.start, campaign.plan.number, campaign.parent!.campaign]).toEqual([
      '2024-06-15',
      null,
      'td-2023',
    ]);
  });

  it('refuses what is no plan, stores nothing of it, and lets a preparation be given up', async () => {
    const before = await stored();
    expect((await upload(Buffer.alloc(0), 'trống.txt')).body).toMatchObject({ status: 422, code: 'document-empty' });
    expect((await officer.write('post', '/api/preparations', { text: 7 })).body.errors[0].field).toBe('text');
    expect(await stored()).toEqual(before);
    const text = readFileSync(SEED, 'utf8');
    const { body } = await officer.write('post', '/api/preparations', { text, name: 'bản khác' }).expect(201);
    id = body.preparation;
    await officer.write('post', at('/discard'), {}).expect(400);
    await officer.write('post', at('/discard'), { reason: 'trùng bản trước' }).expect(200);
    expect((await officer.write('post', at('/launch'), {})).body).toMatchObject({ code: 'preparation-over' });
    const list = (await officer.get('/api/preparations').expect(200)).body;
    expect(list.items.map(({ state }: { state: string }) => state).sort()).toEqual([
      ...Array<string>(2).fill('discarded'),
      ...Array<string>(4).fill('launched'),
    ]);
  });
});
