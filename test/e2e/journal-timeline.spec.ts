import type { EventType } from '#libs/domain';
import { chain, headOf } from '#libs/store';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, ROUND, X1, type ApiWorld } from './api-world.js';

withServers('a timeline for people', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
    const at = new Date('2023-09-12T03:00:00Z');
    const note = { _id: 'n1', book: plan.code, text: 'Thiếu minh chứng', salt: 's' };
    await world.store.notes.insertOne(note);
    const event = (n: number, type: EventType, subject: string, post: string | null, data: object) => ({
      subject,
      event: { id: `e${n}`, type, at, actor: { post, person: null }, data: data as Record<string, unknown> },
    });
    const entries = chain(plan.code, await headOf(world.store, plan.code), [
      event(1, 'launched', plan.code, 'ta-office:focal', { steps: 2 }),
      event(2, 'act', ROUND, null, {
        acts: [{ act: 'open', rung: 'open', at }],
        obligations: [
          [X1, 2],
          ['ta-2023.report-1.report.ta-x2.main', 2],
        ],
      }),
      event(3, 'submitted', X1, 'ta-x1:focal', { obligation: X1, onTime: true, attempt: 1, nil: false }),
      event(4, 'returned', X1, 'ta-office:focal', {
        obligation: X1,
        dueAt: new Date('2023-09-15T16:59:59.999Z'),
        note: { id: 'n1', hash: 'h' },
      }),
      event(5, 'submitted', 'ta-2023.report-1.report.ta-x2.main', 'ta-x2:focal', {
        onTime: false,
        attempt: 1,
        nil: true,
      }),
    ]);
    await world.store.journal.insertMany(entries);
  });
  afterAll(() => world?.close());

  const texts = (body: { items: { text: string }[] }) => body.items.map(({ text }) => text);

  it('says what happened, newest first, with post and reason', async () => {
    const { body } = await world.as('ta-office:focal').get('/api/campaigns/ta-2023/timeline').expect(200);
    expect(texts(body)).toEqual([
      'Nộp “Báo cáo đợt 1”, muộn hạn, không phát sinh, lần 1',
      'Trả lại “Báo cáo đợt 1”, nộp lại trước hết ngày 15/09/2023',
      'Nộp “Báo cáo đợt 1”, đúng hạn, lần 1',
      'Mở kỳ: 2 đơn vị – “Báo cáo đợt 1”',
      'Phát động phong trào, 2 bước',
    ]);
    expect(body.items[1]).toMatchObject({
      postTitle: 'focal ta-office',
      unitName: 'Đơn vị ta-x1',
      reason: 'Thiếu minh chứng',
    });
    expect(body.coming).toEqual([{ at: '2023-09-05T00:00:00.000Z', text: 'Sẽ mở bước “Báo cáo đợt 1”' }]);
  });

  it('holds the acts of the engine in the timeline of one obligation, and what is to come', async () => {
    const { body } = await world.as('ta-x1:focal').get(`/api/obligations/${X1}/timeline`).expect(200);
    expect(texts(body)).toHaveLength(3);
    expect(body.coming.map(({ text }: { text: string }) => text)).toEqual(
      expect.arrayContaining(['Hết hạn', 'Khóa sổ']),
    );
  });

  it('does not show one unit what another was told', async () => {
    const { body } = await world.as('ta-x2:focal').get('/api/campaigns/ta-2023/timeline').expect(200);
    expect(texts(body)).toEqual([
      'Nộp “Báo cáo đợt 1”, muộn hạn, không phát sinh, lần 1',
      'Phát động phong trào, 2 bước',
    ]);
  });

  it('pages backwards', async () => {
    const first = (await world.as('ta:head').get('/api/campaigns/ta-2023/timeline?limit=3')).body;
    const second = (await world.as('ta:head').get(`/api/campaigns/ta-2023/timeline?limit=3&after=${first.next}`)).body;
    expect([...first.items, ...second.items]).toHaveLength(5);
  });
});
