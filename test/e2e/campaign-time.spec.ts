import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { testMongoUri, withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const OF_X1 = `/api/obligations/${X1}`;
const X2 = X1.replace('ta-x1', 'ta-x2');
const CAMPAIGN = '/api/campaigns/ta-2023';
const document = { number: '21/UBND-NV', date: '2023-09-12' };

/** Due by Wed 20 September 2023 as the plan writes it, locked on Wed 27. */
withServers('decisions about time over HTTP', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;
  let office: ReturnType<ApiWorld['as']>;
  let chair: ReturnType<ApiWorld['as']>;

  beforeAll(async () => {
    world = await apiWorld();
    [focal, office, chair] = [world.as('ta-x1:focal'), world.as('ta-office:focal'), world.as('ta:chair')];
    await office.write('post', '/api/campaigns', plan, 'draft-ta-2023').expect(201);
    await office.write('post', `${CAMPAIGN}/launch`, {}, 'launch-ta-2023').expect(201);
    await openReport(world);
  });
  afterAll(() => world?.close());

  const dueOf = async (id: string) => (await world.store.obligations.findOne({ _id: id }))!.clock.dueAt.toISOString();
  const revisions = async () =>
    (await world.store.obligations.find({}).sort({ _id: 1 }).toArray()).map(({ revision }) => revision);

  it('takes “I shall be late” from the unit itself, once more, and says in words what cannot be', async () => {
    const body = { expectedDay: '2023-09-22', reason: 'Chờ số liệu của thôn' };
    const first = await focal.write('post', `${OF_X1}/delay`, body, 'delay-key-1').expect(201);
    expect((await focal.write('post', `${OF_X1}/delay`, body, 'delay-key-1')).body).toEqual(first.body);
    expect((await office.write('post', `${OF_X1}/delay`, body)).body).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    const late = await focal.write('post', `${OF_X1}/delay`, { ...body, expectedDay: '2023-10-02' });
    expect(late.body).toMatchObject({
      status: 409,
      code: 'delay-after-lock',
      detail: expect.stringContaining('sau ngày khóa sổ 27/09/2023'),
    });
    expect((await focal.write('post', `${OF_X1}/delay`, { ...body, expectedDay: '2023-02-30' })).status).toBe(400);
    await focal.write('post', `${OF_X1}/delay`, { ...body, expectedDay: '2023-09-25' }).expect(201);
    expect((await focal.write('post', `${OF_X1}/delay`, { ...body, expectedDay: '2023-09-26' })).body).toMatchObject({
      code: 'delay-too-often',
    });
    expect(await dueOf(X1)).toBe('2023-09-20T16:59:59.999Z');
  });

  it('lets a supervisor escalate by hand once in a working day', async () => {
    const body = { to: 'superior', reason: 'Đã gọi điện hai lần' };
    expect((await focal.write('post', `${OF_X1}/escalate`, body)).body).toMatchObject({ status: 403 });
    await office.write('post', `${OF_X1}/escalate`, body).expect(201);
    const again = await office.write('post', `${OF_X1}/escalate`, { ...body, to: 'chair' });
    expect(again.body).toMatchObject({ status: 409, code: 'escalated-just-now' });
    expect((await office.write('post', `${OF_X1}/escalate`, { ...body, to: 'anybody' })).status).toBe(400);
    expect(await world.store.obligations.findOne({ _id: X1 })).toMatchObject({
      clock: { byHand: { n: 1, to: 'superior' } },
    });
  });

  it('previews an extension for many and stores nothing', async () => {
    const before = await revisions();
    const body = { command: 'extend', lastDay: '2023-09-30' };
    const { body: found } = await office.write('post', `${CAMPAIGN}/preview`, body).expect(200);
    expect(found).toMatchObject({
      ...{ campaign: 'ta-2023', moved: 2, kept: 0, letters: 0, refused: [] },
      groups: [
        { level: 'commune', count: 2, dueAfter: '2023-09-30T16:59:59.999Z', warnings: [{ code: 'due-on-rest-day' }] },
      ],
      refusal: { code: 'extension-needs-chair' },
    });
    expect((await office.write('post', `${CAMPAIGN}/preview`, { command: 'resume' })).body.refusal).toMatchObject({
      code: 'not-suspended',
    });
    expect((await world.as('tb-x1:focal').write('post', `${CAMPAIGN}/preview`, body)).status).toBe(403);
    expect(await revisions()).toEqual(before);
  });

  it('moves the plan’s date for everybody only by who signs for it, with a document, and once', async () => {
    const body = { lastDay: '2023-09-29', reason: 'Mưa lũ toàn huyện' };
    const before = await revisions();
    expect((await office.write('post', `${CAMPAIGN}/extension`, body)).body).toMatchObject({
      status: 403,
      code: 'extension-needs-chair',
      detail: expect.stringContaining('ta-office:focal'),
    });
    expect((await chair.write('post', `${CAMPAIGN}/extension`, body)).body).toMatchObject({
      status: 422,
      code: 'extension-needs-document',
    });
    expect(await revisions()).toEqual(before);
    const first = await chair.write('post', `${CAMPAIGN}/extension`, { ...body, document }, 'extend-all-1').expect(201);
    expect(first.body).toMatchObject({ lastDay: '2023-09-29', extended: [X1, X2], refused: [] });
    const after = await revisions();
    expect((await chair.write('post', `${CAMPAIGN}/extension`, { ...body, document }, 'extend-all-1')).body).toEqual(
      first.body,
    );
    const other = { ...body, document, lastDay: '2023-09-30' };
    expect((await chair.write('post', `${CAMPAIGN}/extension`, other, 'extend-all-1')).body).toMatchObject({
      status: 422,
    });
    expect(await revisions()).toEqual(after);
    const { clock, deadlines } = (await world.store.obligations.findOne({ _id: X1 }))!;
    expect(clock.delay).toBeUndefined();
    expect(deadlines.at(-1)).toMatchObject({
      kind: 'extension',
      by: 'ta:chair',
      ground: expect.stringContaining('21/UBND-NV'),
    });
  });

  it('extends what it can, and names what it refused with the reason', async () => {
    const one = { select: { obligations: [X1] }, lastDay: '2023-10-06', reason: 'Riêng một xã' };
    await office.write('post', `${CAMPAIGN}/extension`, one).expect(201);
    const all = { select: { units: { under: 'ta' }, level: 'commune' }, lastDay: '2023-10-05', reason: 'Cả cấp xã' };
    const { body } = await office.write('post', `${CAMPAIGN}/extension`, all).expect(201);
    expect(body).toMatchObject({ extended: [X2], refused: [{ obligation: X1, code: 'not-later' }] });
    const none = { ...all, select: { level: 'province' } };
    expect((await office.write('post', `${CAMPAIGN}/extension`, none)).body).toMatchObject({
      code: 'extension-selects-nothing',
    });
  });

  it('keeps a ledger of suspensions with the decision that ended each', async () => {
    await office.write('post', `${CAMPAIGN}/suspend`, { reason: 'Bão' }).expect(201);
    const silent = await office.write('post', `/api/obligations/${X2}/escalate`, { to: 'head', reason: 'r' });
    expect(silent.body).toMatchObject({ status: 409, code: 'campaign-suspended' });
    await world.clock.moveTo(new Date('2023-09-08T02:00:00Z'));
    const resume = { shift: 'by_suspension', document };
    const { body } = await office.write('post', `${CAMPAIGN}/preview`, { command: 'resume', ...resume }).expect(200);
    expect(body).toMatchObject({ moved: 2, refusal: null });
    expect(body.groups.map(({ dueAfter }: { dueAfter: string }) => dueAfter.slice(0, 10))).toEqual([
      '2023-10-10',
      '2023-10-11',
    ]);
    await office.write('post', `${CAMPAIGN}/resume`, { reason: 'Đã tan', ...resume }).expect(201);
    expect((await office.get(CAMPAIGN)).body.suspensions).toMatchObject([
      { n: 1, by: 'ta-office:focal', resumedBy: 'ta-office:focal', shift: 'by_suspension', document },
    ]);
  });

  it('lists by name who is late on a level, with the day they declared', async () => {
    await world.clock.moveTo(new Date('2023-10-07T02:00:00Z'));
    await world
      .as('ta-x2:focal')
      .write('post', `/api/obligations/${X2}/delay`, { expectedDay: '2023-10-10', reason: 'r' })
      .expect(201);
    const { body } = await office.get(`${CAMPAIGN}/late?level=commune`).expect(200);
    expect(body.items).toMatchObject([
      { unit: 'ta-x2', level: 'commune', declaredDay: '2023-10-10' },
      { unit: 'ta-x1', declaredDay: null },
    ]);
    expect((await office.get(`${CAMPAIGN}/late?level=district`)).body.items).toEqual([]);
  });

  it('is extended from the command line too, and looked at first', async () => {
    const MONGODB_DB = world.store.connection.db!.databaseName;
    const env = {
      ...process.env,
      MONGODB_URI: testMongoUri(),
      MONGODB_DB,
      CLOCK: 'stepped',
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    };
    const extend = async (...flags: string[]): Promise<unknown> => {
      const args = ['campaign', 'extend', 'ta-2023', '--to', '2023-10-13', '--reason', 'Bù bão', '--json', ...flags];
      const { stdout } = await promisify(execFile)(process.execPath, ['dist/apps/cli/src/main.js', ...args], { env });
      return JSON.parse(stdout);
    };
    const before = await revisions();
    expect(await extend('--preview', '--units', 'ta-x1')).toMatchObject({ moved: 1, refusal: null });
    expect(await revisions()).toEqual(before);
    const done = { extended: [X1, X2], refused: [], lastDay: '2023-10-13' };
    expect(await extend('--key', 'cli-extend-1')).toMatchObject({ ...done, replayed: false });
    const after = await revisions();
    expect(await extend('--key', 'cli-extend-1')).toMatchObject({ ...done, replayed: true });
    expect(await revisions()).toEqual(after);
    expect(await dueOf(X2)).toBe('2023-10-13T16:59:59.999Z');
  });
});
