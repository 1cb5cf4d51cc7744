import { chain, headOf, recordOnce, type NoticeDoc } from '#libs/store';
import type { EventType } from '#libs/domain';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, ROUND, X1, type ApiWorld } from './api-world.js';

const X2 = X1.replace('ta-x1', 'ta-x2');
const ADMIN = 'ta:administrator';
const at = (hour: string, day = '2023-09-18') => new Date(`${day}T${hour}:00+07:00`);

/** What an administrator reads: one line out of journal and mail, what lies ahead, and why somebody heard nothing. */
withServers('the history of a campaign', () => {
  let world: ApiWorld;

  beforeAll(async () => {
    world = await apiWorld();
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
    await world.store.campaigns.updateOne({ _id: plan.code }, { $set: { 'steps.0.state': 'opened' } });
    await world.clock.moveTo(at('09:00'));
    await journal();
    await world.store.notices.insertMany([
      notice('n1', X1, 'ta-x1:focal', { state: 'sent', message: 'm1', readAt: at('10:15') }),
      notice('n2', X2, 'ta-x2:focal', { state: 'failed', message: 'm2', reason: 'hộp thư không tồn tại' }),
      notice('n3', X1, 'ta-x1:head', {
        state: 'waiting',
        slotAt: at('07:00', '2023-09-19'),
        holds: [{ at: at('07:00'), from: at('07:00'), until: at('07:00', '2023-09-19'), why: 'budget_day' }],
      }),
    ]);
    await world.store.messages.insertOne({
      ...{ _id: 'm1', slot: 's', posts: ['ta-x1:focal'], state: 'sent', at: at('07:00'), sentAt: at('07:01') },
      ...{ to: { name: 'Lò Thị Mẫu', address: 'a@ta.test' }, vacant: ['ta-x1:focal'], openedAt: at('08:30') },
    } as never);
    await world.store.messages.insertOne({
      ...{ _id: 'm2', slot: 's', posts: ['ta-x2:focal'], state: 'failed', at: at('07:00'), sentAt: null, vacant: [] },
      to: { name: 'B', address: 'b@ta.test' },
    } as never);
  });
  afterAll(() => world?.close());

  const notice = (_id: string, obligation: string, post: string, own: object): NoticeDoc =>
    ({
      ...{ _id, campaign: plan.code, obligation, round: ROUND, clockVersion: 1, phase: 'submission', rung: 'remind-2' },
      ...{ act: 'remind', audience: 'focal', post, class: 'digest', slot: 's', slotAt: at('07:00'), seal: null },
      ...{ message: null, reason: null, at: at('07:00'), ...own },
    }) as NoticeDoc;

  async function journal(): Promise<void> {
    const event = (n: number, type: EventType, subject: string, when: Date, data: Record<string, unknown>) => ({
      subject,
      event: { id: `e${n}`, type, at: when, actor: { post: n === 3 ? 'ta-x1:focal' : null, person: null }, data },
    });
    const events = [
      event(1, 'launched', plan.code, at('08:00', '2023-09-01'), { steps: 2 }),
      event(2, 'act', ROUND, at('07:00'), { acts: [{ act: 'remind', rung: 'remind-2' }], obligations: [[X1, 2], [X2, 2]] }), // prettier-ignore
      event(3, 'extension_requested', X1, at('08:00'), { proposedDay: '2023-09-25' }),
    ];
    await world.store.journal.insertMany(chain(plan.code, await headOf(world.store, plan.code), events));
  }

  const line = async (query = '', as = ADMIN) =>
    (await world.as(as).get(`/api/campaigns/ta-2023/history${query}`).expect(200)).body as {
      items: { id: string; text: string; kind: string; fate: string[]; trouble: boolean; at: string }[];
      about: string | null;
      acts: string[];
      next: string | null;
    };
  const texts = async (query = '') => (await line(query)).items.map(({ text }) => text);

  it('is one line of events and mail, newest first, many notices of one act counted by their fate', async () => {
    const { items, about, acts } = await line();
    expect(about).toBeNull();
    expect(items.map(({ text }) => text)).toEqual([
      'Xin gia hạn “Báo cáo đợt 1” đến ngày 25/09/2023',
      'Nhắc trước hạn 2 ngày làm việc: 2 đơn vị – “Báo cáo đợt 1”',
      'Nhắc trước hạn 2 ngày làm việc “Báo cáo đợt 1”: 3 thông báo',
      'Phát động phong trào, 2 bước',
    ]);
    expect(items[2]).toMatchObject({
      kind: 'mail',
      trouble: true,
      fate: ['chờ gửi: 1', 'không gửi được: 1', 'đã gửi: 1'],
    });
    expect(acts).toEqual(['nudge']);
    expect((await line('', 'ta-office:focal')).acts).toEqual(['nudge', 'suspend', 'cancel']);
  });

  it('of one unit names each notice, to whom it went instead, and whether it was opened and read', async () => {
    const { items, about } = await line('?unit=ta-x1');
    expect(about).toBe('Đơn vị ta-x1');
    const mail = items.find(({ id }) => id === 'n1')!;
    expect(mail.text).toBe('Nhắc trước hạn 2 ngày làm việc “Báo cáo đợt 1” tới focal ta-x1');
    expect(mail.fate).toEqual([
      'đã gửi lúc 07:01 18/09/2023',
      'chức danh ta-x1:focal khuyết, thư lên cấp trên',
      'đã mở từ thư lúc 08:30 18/09/2023',
      'đã đọc trên trang lúc 10:15 18/09/2023',
    ]);
    expect(items.find(({ id }) => id === 'n3')!.fate).toEqual([
      'giữ lại đến 07:00 19/09/2023: gộp vì hạn mức thư trong ngày',
      'chờ gửi lúc 07:00 19/09/2023',
    ]);
    expect(items.map(({ id }) => id)).not.toContain('n2');
    expect(items.map(({ text }) => text)).toContain('Nhắc trước hạn 2 ngày làm việc: 2 đơn vị – “Báo cáo đợt 1”');
  });

  it('narrows to a kind, a day, a round and a duty', async () => {
    expect(await texts('?kind=deadline')).toEqual(['Xin gia hạn “Báo cáo đợt 1” đến ngày 25/09/2023']);
    expect(await texts('?day=2023-09-01')).toEqual(['Phát động phong trào, 2 bước']);
    expect(await texts(`?round=${ROUND}&kind=engine`)).toHaveLength(1);
    expect(await texts(`?obligation=${X2}`)).toEqual([
      'Nhắc trước hạn 2 ngày làm việc: 2 đơn vị – “Báo cáo đợt 1”',
      'Nhắc trước hạn 2 ngày làm việc “Báo cáo đợt 1” tới focal ta-x2',
    ]);
    for (const wrong of ['unit=nobody', 'round=ta-2023.x.y.z', `obligation=${X1.replace('ta-2023', 'tb-2023')}`])
      await world.as(ADMIN).get(`/api/campaigns/ta-2023/history?${wrong}`).expect(404);
  });

  it('is paged without losing or repeating a line, also where many stand on one instant', async () => {
    const whole = (await line('?unit=ta-x1')).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await line(`?unit=ta-x1&limit=1${after && `&after=${after}`}`);
      paged.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect([...paged].sort()).toEqual([...whole].sort());
    expect(new Set(paged).size).toBe(paged.length);
  });

  it('says by day what will happen if nobody acts, with how many it concerns', async () => {
    const { body } = await world.as(ADMIN).get('/api/campaigns/ta-2023/ahead').expect(200);
    expect(body.silent).toBeNull();
    const days = (body.days as { day: string; items: { act: string; count: number; text: string }[] }[]).map(
      ({ day, items }) => [day, items.map(({ act, count }) => `${act} ${count}`)],
    );
    expect(days).toEqual([
      ['2023-09-19', ['mail 1']],
      ['2023-09-20', ['overdue 2']],
      ['2023-09-21', ['urge 2']],
      ['2023-09-25', ['escalate 2']],
    ]);
    expect(body.days[1].items[0].text).toBe('Hết hạn – “Báo cáo đợt 1” (xã): 2 việc');
    const one = await world.as(ADMIN).get(`/api/campaigns/ta-2023/ahead?unit=ta-x1&days=4`).expect(200);
    expect(one.body.days.at(-1)).toMatchObject({ day: '2023-09-21', items: [{ count: 1, unitName: 'Đơn vị ta-x1' }] });
  });

  it('says why a unit heard nothing on a day, duty by duty', async () => {
    const why = async (unit: string, day: string) =>
      (await world.as(ADMIN).get(`/api/campaigns/ta-2023/why?unit=${unit}&day=${day}`).expect(200)).body.items as {
        code: string;
        text: string;
        title: string;
      }[];
    expect(await why('ta-x1', '2023-09-16')).toMatchObject([{ code: 'rest-day', title: 'Báo cáo đợt 1' }]);
    expect(await why('ta-x2', '2023-09-18')).toMatchObject([{ code: 'failed' }]);
    expect(await why('ta-x1', '2023-09-18')).toMatchObject([{ code: 'sent-upwards' }]);
  });

  it('goes silent, and says why, while the campaign is suspended', async () => {
    await world.as('ta-office:focal').write('post', '/api/campaigns/ta-2023/suspend', { reason: 'Bão số 3' });
    const { body } = await world.as(ADMIN).get('/api/campaigns/ta-2023/ahead').expect(200);
    expect(body).toMatchObject({ days: [], silent: expect.stringContaining('đang tạm dừng') });
  });

  it('is for administrators and the bodies that lead the campaign', async () => {
    for (const path of ['history', 'ahead', 'units', 'why?unit=ta-x1&day=2023-09-18'])
      for (const post of ['ta-x1:focal', 'tb:head'])
        await world.as(post).get(`/api/campaigns/ta-2023/${path}`).expect(403);
    for (const path of ['/api/workflows', '/api/workflows/campaign.ta-2023', '/api/findings'])
      for (const post of ['ta-office:focal', 'ta:head', 'ta-x1:focal']) await world.as(post).get(path).expect(403);
  });

  it('shows workflows from their records while Temporal is away, with what stands still, and acts on none', async () => {
    const until = at('17:00', '2023-09-20');
    const cause = { code: 'unknown_calendar_year', data: { calendar: 'vn-5d', year: 2141 } } as const;
    const cohort = 'cohort.ta-2023.report-1.commune.1';
    await world.store.processes.insertOne({
      ...{ _id: cohort, type: 'cohortWorkflow', campaign: plan.code, step: 'report-1', level: 'commune', turn: 3 },
      ...{ asleep: 3, sleepsUntil: until, nudge: 1, seen: 1, awake: false, finished: false, createdAt: at('07:00') },
    });
    const parking = { parkedFrom: 'open', since: at('07:00'), until, cause, waitedFor: at('07:00'), act: 'a' };
    const parked = {
      id: 'p1',
      type: 'parked' as const,
      at: at('07:00'),
      actor: { post: null, person: null },
      data: {},
    };
    await recordOnce(world.store, 'obligations', X2, parked, { state: 'parked', parking });
    const { body } = await world.as(ADMIN).get('/api/workflows?state=stuck').expect(200);
    expect(body.engine).toEqual({ reachable: false, ui: null });
    const found = (body.items as { id: string; execution: unknown; acts: string[]; causes: object[] }[]).find(
      ({ id }) => id === cohort,
    )!;
    expect(found).toMatchObject({ execution: null, acts: [] });
    expect(found.causes[0]).toMatchObject({
      kind: 'parked',
      obligation: X2,
      unitName: 'Đơn vị ta-x2',
      cause: expect.stringContaining('chưa có bảng ngày nghỉ năm 2141'),
    });
    const { body: ofUnit } = await world.as(ADMIN).get('/api/workflows?unit=ta-x2').expect(200);
    expect(ofUnit.items.map(({ id }: { id: string }) => id)).toEqual(['campaign.ta-2023', cohort]);
    const before = await world.store.campaigns.findOne({ _id: plan.code });
    for (const act of ['wake', 'restart', 'retry']) {
      const asked = await world.as(ADMIN).write('post', `/api/workflows/${cohort}/${act}`, { reason: 'xem lại' });
      expect([asked.status, asked.body.code]).toEqual([409, 'engine-away']);
    }
    expect((await world.as(ADMIN).get('/api/findings')).body).toMatchObject({ status: 409, code: 'engine-away' });
    expect(await world.store.campaigns.findOne({ _id: plan.code })).toEqual(before);
    await world.as(ADMIN).get('/api/workflows/nothing').expect(404);
  });
});
