import type { NoticePage } from '#libs/contracts/http/index.js';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

withServers('what a post is told', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
    await world.as('ta:head').write('post', '/api/campaigns', plan).expect(201);
    await openReport(world);
    const notice = (n: number, more: object = {}) => ({
      _id: `${X1}|1|due+${n}|ta-x1:focal`,
      campaign: 'ta-2023',
      obligation: X1,
      phase: 'submission',
      rung: `due+${n}`,
      act: 'remind',
      post: 'ta-x1:focal',
      state: 'sent',
      at: new Date(Date.UTC(2023, 8, n)),
      ...more,
    });
    await world.store.notices.insertMany([
      ...Array.from({ length: 7 }, (_, n) => notice(n + 1)),
      notice(8, { state: 'withdrawn' }),
      notice(9, { state: 'waiting' }),
      notice(10, { _id: 'other', post: 'ta-x1:head' }),
    ] as never);
  });
  afterAll(() => world?.close());

  const mine = async (query = ''): Promise<NoticePage> =>
    (await world.as('ta-x1:focal').get(`/api/notices${query}`).expect(200)).body as NoticePage;
  const days = ({ items }: { items: { at: string }[] }) => items.map(({ at }) => Number(at.slice(8, 10)));
  const read = (day: number, post = 'ta-x1:focal', key?: string) =>
    world.as(post).write('post', `/api/notices/${encodeURIComponent(`${X1}|1|due+${day}|ta-x1:focal`)}/read`, {}, key);

  it('is listed newest first, in words, without what was withdrawn and without other posts’', async () => {
    const page = await mine();
    expect(days(page)).toEqual([9, 7, 6, 5, 4, 3, 2, 1]);
    expect(page).toMatchObject({ unread: 8, next: null });
    expect(page.items[0]).toMatchObject({
      text: 'Nhắc việc: Báo cáo đợt 1',
      unitName: 'Đơn vị ta-x1',
      obligation: X1,
      dueAt: '2023-09-20T16:59:59.999Z',
      state: 'waiting',
      readAt: null,
    });
    expect(days(await mine('?state=withdrawn'))).toEqual([8]);
    await world.as('ta-x1:focal').get('/api/notices?state=lost').expect(400);
    await world.as(null).get('/api/notices').expect(401);
  });

  it('goes behind what is unread once it was read, page by page, none twice', async () => {
    await world.clock.moveTo(new Date('2023-09-10T02:00:00Z'));
    for (const day of [9, 4]) await read(day).expect(200);
    const seen: number[] = [];
    let after: string | null = '';
    for (let pages = 0; after !== null && pages < 9; pages++) {
      const page: NoticePage = await mine(`?limit=3${after && `&after=${after}`}`);
      expect(page.unread).toBe(6);
      seen.push(...days(page));
      after = page.next;
    }
    expect(seen).toEqual([7, 6, 5, 3, 2, 1, 9, 4]);
  });

  it('keeps the first instant at which it was read', async () => {
    const first = await read(9).expect(200);
    await world.clock.moveTo(new Date('2023-09-11T02:00:00Z'));
    expect((await read(9).expect(200)).body).toEqual(first.body);
    expect(first.body.readAt).toBe('2023-09-10T02:00:00.000Z');
  });

  it('cannot be marked by another post', async () => {
    await read(1, 'ta-x1:head').expect(404);
    await read(1, 'ta:administrator').expect(404);
    expect((await mine()).unread).toBe(6);
  });

  describe('in its calendar', () => {
    const make = (post: string, key?: string) => world.as(post).write('post', '/api/calendar/token', {}, key);
    const path = ({ url }: { url: string }) => new URL(url).pathname;
    const feed = (at: string) => world.as(null).get(at);

    it('has every deadline of the unit at an address that only the post knows', async () => {
      const { body } = await make('ta-x1:focal').expect(200);
      expect(body.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/api\/calendar\/[\w-]{43}\.ics$/);
      const kept = await world.store.calendarTokens.findOne({ _id: 'ta-x1:focal' });
      expect(JSON.stringify(kept)).not.toContain(path(body).slice(14, -4));
      const { text, headers } = await feed(path(body)).expect(200);
      expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
      expect(text).toContain('SUMMARY:Hạn: Báo cáo đợt 1 – Đơn vị ta-x1');
      expect(text).toContain('DTSTART;VALUE=DATE:20230920');
      expect(text).toContain('SUMMARY:Khóa sổ: Báo cáo đợt 1 – Đơn vị ta-x1');
    });

    it('shows the reviewer what waits for review, and nothing of a cancelled or suspended campaign', async () => {
      const at = path((await make('ta-office:focal').expect(200)).body);
      expect((await feed(at)).text).not.toContain('BEGIN:VEVENT');
      await world.store.obligations.updateOne({ _id: X1 }, { $set: { state: 'submitted', 'clock.phase': 'review' } });
      expect((await feed(at)).text).toContain('Hạn: Báo cáo đợt 1 – Đơn vị ta-x1');
      await world.store.campaigns.updateOne({ _id: 'ta-2023' }, { $set: { suspended: true } });
      expect((await feed(at)).text).not.toContain('BEGIN:VEVENT');
      await world.store.campaigns.updateOne({ _id: 'ta-2023' }, { $set: { suspended: false } });
      await world.store.obligations.updateOne({ _id: X1 }, { $set: { state: 'open', 'clock.phase': 'submission' } });
    });

    it('opens nothing by another token, nor by the one before a new one', async () => {
      const before = path((await make('ta-x2:focal').expect(200)).body);
      const now = path((await make('ta-x2:focal').expect(200)).body);
      await feed(now).expect(200);
      await feed(before).expect(404);
      await feed(`/api/calendar/${'a'.repeat(43)}.ics`).expect(404);
      await feed('/api/calendar/x.ics').expect(404);
    });

    it('gives one address for one key, also when asked twice at once', async () => {
      const both = await Promise.all([make('ta-x1:head', 'feed-key-1'), make('ta-x1:head', 'feed-key-1')]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const made = both.find(({ status }) => status === 200)!;
      await feed(path(made.body)).expect(200);
      const told = both.find(({ status }) => status === 409)!;
      expect(told.body.code).toBe('token-shown-once');
      await world.as(null).write('post', '/api/calendar/token', {}).expect(401);
    });
  });
});
