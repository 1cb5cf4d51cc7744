import { refreshHeaders, type NoticeDoc } from '#libs/store';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, ROUND, X1, type ApiWorld } from './api-world.js';

const CODE = plan.code;
interface Day {
  date: string;
  working: boolean;
  reason: string;
  name: string | null;
  provisional: boolean;
  entries: Record<string, unknown>[];
}

withServers('the month of a post, the leader’s sheet, the letters of a person', () => {
  let world: ApiWorld;
  const month = async (post: string, of: string) =>
    (await world.as(post).get(`/api/work/calendar?month=${of}`).expect(200)).body as { days: Day[] };
  const on = ({ days }: { days: Day[] }, date: string): Day => days.find((day) => day.date === date)!;

  beforeAll(async () => {
    world = await apiWorld();
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', `/api/campaigns/${CODE}/launch`, {}).expect(201);
    await openReport(world);
    await world.clock.moveTo(new Date('2023-09-18T02:00:00Z'));
  });
  afterAll(() => world?.close());

  it('has what the post owes and when it locks, around the days of rest; nothing of others', async () => {
    const view = await month('ta-x1:focal', '2023-09');
    expect(view).toMatchObject({ month: '2023-09', unitName: 'Đơn vị ta-x1', truncated: false });
    expect(view.days).toHaveLength(30);
    expect(on(view, '2023-09-20').entries).toEqual([
      {
        ...{ kind: 'due', time: null, title: 'Báo cáo đợt 1', campaign: CODE, campaignName: 'Phong trào mẫu' },
        ...{ unitName: 'Đơn vị ta-x1', count: 1, obligation: X1, done: false },
      },
    ]);
    expect(on(view, '2023-09-27').entries).toMatchObject([{ kind: 'lock', obligation: X1 }]);
    // no worker has marked the stage as opened here, so it still stands on its day
    expect(view.days.flatMap(({ entries }) => entries.map(({ kind }) => kind))).toEqual(['step', 'due', 'lock']);
    // Quốc khánh 2023: Friday the first to Monday the fourth
    expect(['2023-09-01', '2023-09-04'].map((day) => on(view, day).reason)).toEqual(['holiday', 'holiday']);
    expect(on(view, '2023-09-04')).toMatchObject({ working: false, name: expect.any(String), provisional: true });
    expect((await month('tb-x1:focal', '2023-09')).days.flatMap(({ entries }) => entries)).toEqual([]);
  });

  it('has for who collects when it is handed in, and answers that are due as one entry a day', async () => {
    const content = { figures: [{ target: 'T1', value: 12, status: 'final' }], narrative: 'Xong.' };
    for (const unit of ['ta-x1', 'ta-x2'])
      await world
        .as(`${unit}:focal`)
        .write('post', `/api/obligations/${X1.replace('ta-x1', unit)}/submission`, { content })
        .expect(201);
    const view = await month('ta-office:focal', '2023-09');
    expect(on(view, '2023-09-20').entries).toMatchObject([{ kind: 'collect', count: 2, unitName: null }]);
    // three working days after the 18th
    expect(on(view, '2023-09-21').entries).toMatchObject([{ kind: 'review', count: 2, obligation: null }]);
    expect(on(await month('ta-x1:focal', '2023-09'), '2023-09-20').entries).toMatchObject([
      { kind: 'due', done: true },
    ]);
  });

  it('refuses what is no month, and a year without a calendar, in words', async () => {
    const asked = (of: string) => world.as('ta-x1:focal').get(`/api/work/calendar?month=${of}`);
    await asked('2023-13').expect(400);
    expect((await asked('1700-01').expect(422)).body.detail).toContain('1700');
    expect((await world.as('ta-x1:focal').get('/api/work/calendar').expect(200)).body.month).toBe('2023-09');
  });

  it('the sheet of a leader: what is in, who is late and whom to ring up, what comes', async () => {
    await world.as('ta-office:focal').write('post', `/api/obligations/${X1}/receive`, {}).expect(201);
    await world
      .as('ta-office:focal')
      .write('post', `/api/obligations/${X1}/return`, { reason: 'Thiếu ảnh.' })
      .expect(201);
    const { store } = world;
    const owed = (await store.obligations.findOne({ _id: X1 }))!;
    const { rowOf, setRows, standingOf } = await import('#libs/store');
    const all = await store.obligations.find({ campaign: CODE }).toArray();
    const standing = await standingOf(store, all);
    await setRows(
      store,
      all.map((one) => rowOf(one, standing.get(one.submission))),
    );
    await refreshHeaders(store, [ROUND], plan, 1);
    await store.persons.updateOne({ _id: 'p1' }, { $set: { phone: '0912 345 678' } });
    await world.clock.moveTo(new Date(owed.clock.dueAt.getTime() + 2 * 86_400_000));
    const { body } = await world.as('ta:head').get(`/api/campaigns/${CODE}/leader`).expect(200);
    expect(body).toMatchObject({
      ...{ name: 'Phong trào mẫu', total: { expected: 2, actual: 1, rate: 50, overdue: 1 }, lateUnits: 1 },
      steps: [{ step: 'report-1', levelText: 'xã', expected: 2, actual: 1, rate: 50, returned: 1, overdue: 1 }],
      late: [
        {
          ...{ unit: 'ta-x1', works: 1, daysLate: 2, obligation: X1 },
          contacts: [{ title: 'focal ta-x1', name: 'Lò Thị Mẫu', phone: '0912 345 678' }],
        },
      ],
      targets: [{ target: 'T1', goal: 20, value: 12, status: 'in_progress', percent: 60, in: 1, asked: 2 }],
    });
    expect(body.coming).toMatchObject([{ kind: 'lock', levelText: 'xã', count: 1 }]);
  });

  it('is for the bodies of the campaign and the administrator only: it names persons', async () => {
    await world.as('ta:administrator').get(`/api/campaigns/${CODE}/leader`).expect(200);
    expect((await world.as('ta-x1:head').get(`/api/campaigns/${CODE}/leader`).expect(403)).body.code).toBe(
      'leaders-only',
    );
    await world.as('tb:head').get(`/api/campaigns/${CODE}/leader`).expect(403);
    expect((await world.as(null).get(`/api/campaigns/${CODE}/leader`)).status).not.toBe(200);
  });

  it('letters of a person are theirs alone, newest first, each with its fate', async () => {
    const mail = (n: number, more: object) => ({
      ...{ _id: `mail-${n}`, slot: 's', person: 'p1', posts: ['ta-x1:focal'], attempts: 1, messageId: `<${n}@x>` },
      ...{ to: { name: 'Lò Thị Mẫu', address: 'p1@ta.vn' }, token: null, leaseUntil: null, retryAt: null },
      ...{ answer: null, reason: null, subject: `Bản tin ${n}`, at: new Date(Date.UTC(2023, 8, n)), vacant: [] },
      ...more,
    });
    const bounce = {
      at: new Date(),
      recipient: 'p1@ta.vn',
      status: '5.2.2',
      answer: 'hộp thư đầy',
      repairBy: new Date(),
    };
    await world.store.messages.insertMany([
      mail(11, { state: 'sent', sentAt: new Date(Date.UTC(2023, 8, 11, 1)), kind: 'digest' }),
      mail(12, { state: 'bounced', sentAt: null, kind: 'instant', bounce }),
      mail(13, { state: 'sent', sentAt: null, person: 'somebody-else' }),
    ] as never);
    await world.store.notices.insertOne({ _id: 'n1', message: 'mail-11', campaign: CODE } as NoticeDoc);
    const first = (await world.as('ta-x1:focal').get('/api/me/deliveries?limit=1').expect(200)).body;
    expect(first.items).toMatchObject([
      { id: 'mail-12', kind: 'instant', state: 'bounced', detail: 'hộp thư đầy', to: 'p1@ta.vn', works: 0 },
    ]);
    const rest = (await world.as('ta-x1:focal').get(`/api/me/deliveries?after=${first.next}`).expect(200)).body;
    expect(rest).toMatchObject({
      items: [{ id: 'mail-11', stateText: 'đã gửi', sentAt: '2023-09-11T01:00:00.000Z', works: 1 }],
      next: null,
    });
    expect((await world.as('ta-x2:focal').get('/api/me/deliveries')).body.items).toEqual([]);
  });
});
