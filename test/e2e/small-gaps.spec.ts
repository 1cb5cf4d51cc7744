import { newRecord } from '#libs/store';
import { endOfDay, instantAt } from '#libs/domain';
import { storedReport } from '../fixtures/stored-report.js';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const SESSION = 'ta-2023.council';
const MEMBERS = ['ta:focal', 'ta:head'];

withServers('what had no answer before', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
    const office = world.as('ta-office:focal');
    await office.write('post', '/api/campaigns', plan).expect(201);
    await office.write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
  });
  afterAll(() => world?.close());

  it('says which calendar and ladder a clock stands by, and its cut-off, due, grace and lock apart', async () => {
    const { body } = await world.as('ta-x1:focal').get(`/api/obligations/${X1}`).expect(200);
    expect(body.clock.pins).toEqual({ ladder: expect.any(String), calendar: expect.any(String) });
    expect(body).not.toHaveProperty('worksAt');
    const { body: list } = await world.as('ta-x1:focal').get('/api/obligations?mine=1').expect(200);
    expect(list.items[0]).toMatchObject({
      cutoff: null,
      dueAt: expect.any(String),
      graceUntil: null,
      lockAt: expect.any(String),
    });
    const { body: rounds } = await world.as('ta-office:focal').get('/api/campaigns/ta-2023/rounds').expect(200);
    expect(rounds.items[0]).toMatchObject({ cutoff: null, graceUntil: null, lockAt: expect.any(String) });
  });

  it('lists nobody as late within grace', async () => {
    const graceUntil = endOfDay('2023-09-22');
    await world.store.obligations.updateOne({ _id: X1 }, { $set: { 'clock.graceUntil': graceUntil } });
    const late = async (): Promise<unknown> =>
      (await world.as('ta-office:focal').get('/api/campaigns/ta-2023/late').expect(200)).body.items.map(
        ({ obligation }: { obligation: string }) => obligation,
      );
    await world.clock.moveTo(instantAt('2023-09-21', '09:00'));
    expect(await late()).not.toContain(X1);
    expect((await world.as('ta-x1:focal').get(`/api/obligations/${X1}/timeline`).expect(200)).body.coming).toEqual(
      expect.arrayContaining([{ at: graceUntil.toISOString(), text: 'Hết hạn' }]),
    );
    await world.clock.moveTo(instantAt('2023-09-23', '09:00'));
    expect(await late()).toContain(X1);
  });

  it('puts parked work back by a command of the administrator, who decides nothing else', async () => {
    const o = (await world.store.obligations.findOne({ _id: X1 }))!;
    const parking = {
      ...{ parkedFrom: 'open', since: o.clock.opensAt, until: endOfDay('2023-09-25'), act: 'a' },
      ...{ cause: { code: 'recipient_missing', data: { audience: 'focal' } }, waitedFor: o.nextAt },
    };
    await world.store.obligations.updateOne({ _id: X1 }, { $set: { state: 'parked', parking } } as never);
    const at = `/api/obligations/${X1}`;
    await world.as('ta-x1:focal').write('post', `${at}/release`, { reason: 'Đã sửa' }).expect(403);
    await world.as('ta:administrator').write('post', `${at}/excuse`, { reason: 'x' }).expect(403);
    const { body } = await world
      .as('ta:administrator')
      .write('post', `${at}/release`, { reason: 'Đã sửa' })
      .expect(201);
    expect(body).toMatchObject({ command: 'release', state: 'open' });
    expect(await world.store.obligations.findOne({ _id: X1 })).toMatchObject({ state: 'open', parking: null });
  });

  it('puts a session off, with every vote that is still owed', async () => {
    const day = { meetsAt: instantAt('2023-10-10', '14:00'), closesAt: endOfDay('2023-10-10') };
    const session = {
      ...{ campaign: 'ta-2023', step: 'council', unit: 'ta', members: MEMBERS, secretary: 'ta-office:head' },
      ...{ items: [], threshold: { yesShare: 0.7, attendanceShare: 0.7, verified: true, source: '' }, needed: 2 },
      ...{ ...day, present: [], state: 'called', tally: null },
    };
    await world.store.sessions.insertOne({ ...newRecord(SESSION, 'ta-2023'), ...session } as never);
    const vote = (n: number, changes: object) => {
      const id = `ta-2023.council.vote.ta.${n}`;
      const { clock } = storedReport(id);
      const own = {
        campaign: 'ta-2023',
        step: 'council',
        kind: 'vote',
        answeringUnit: 'ta',
        receiver: 'ta-office',
      } as const;
      const due = { ...clock, ladder: 'vote', dueAt: day.closesAt, lockAt: day.closesAt };
      return storedReport(id, { ...own, answeringPost: MEMBERS[n]!, lockAfter: 0, clock: due, ...changes });
    };
    await world.store.obligations.insertMany([vote(0, {}), vote(1, { state: 'done', settled: true })] as never);

    const put = (body: object, key?: string) =>
      world.as('ta-office:head').write('post', `/api/sessions/${SESSION}/postpone`, { reason: 'Bão', ...body }, key);
    await world
      .as('ta-office:focal')
      .write('post', `/api/sessions/${SESSION}/postpone`, { day: '2023-10-17', reason: 'x' })
      .expect(403);
    expect((await put({ day: '2023-10-10' }).expect(409)).body.code).toBe('session-not-later');
    await put({ day: '2023-10-17' }, 'postpone-1').expect(201);
    expect((await put({ day: '2023-10-17' }, 'postpone-1')).body).toMatchObject({ state: 'called' });

    expect(await world.store.sessions.findOne({ _id: SESSION })).toMatchObject({
      ...{ state: 'called', meetsAt: instantAt('2023-10-17', '14:00'), closesAt: endOfDay('2023-10-17') },
      postponements: [{ from: day.meetsAt, by: 'ta-office:head' }],
    });
    const [owed, cast] = await world.store.obligations
      .find({ step: 'council' } as never)
      .sort({ _id: 1 })
      .toArray();
    expect(owed!.clock).toMatchObject({ version: 2, dueAt: endOfDay('2023-10-17'), lockAt: endOfDay('2023-10-17') });
    expect(cast!.clock).toMatchObject({ version: 1, dueAt: day.closesAt });
  });

  it('answers 503 in words while stepped time was not set', async () => {
    await world.store.clock.deleteMany({});
    const late = await world.as('ta-office:focal').get('/api/campaigns/ta-2023/late');
    expect([late.status, late.body.code]).toEqual([503, 'clock-not-set']);
    expect(late.body.detail).toContain('CLOCK=stepped');
    expect(late.headers['retry-after']).toBe('3');
  });
});
