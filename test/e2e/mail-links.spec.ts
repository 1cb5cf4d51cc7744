import request from 'supertest';
import { signLink, tokenOf } from '#libs/mail';
import { openingRule } from '#libs/rules';
import { organisationOn, secretOf, unreachablePosts, type NoticeDoc } from '#libs/store';
import { OfficeDesk } from '#libs/letters';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const MESSAGE = '2023-09-13T0100#1|p1';
const MESSAGE_ID = '<0123@dondoc>';
const SENT = new Date('2023-09-13T01:00:00Z');

withServers('links of a mail', () => {
  let world: ApiWorld;
  let token: string;
  const http = () => request(world.app.getHttpServer());
  const page = (thu = token, id = X1) => http().get(`/viec/${id}`).query({ thu });
  const press = (act: string, form: object = {}, thu = token) =>
    http()
      .post(`/viec/${X1}/${act}`)
      .type('form')
      .send({ thu, ...form });
  const late = (ngay = '2023-09-25', lyDo = 'bão lũ', thu = token) => press('nop-muon', { ngay, lyDo }, thu);

  beforeEach(async () => {
    world = await apiWorld();
    const { store, clock } = world;
    await world.as('ta:head').write('post', '/api/campaigns', plan).expect(201);
    await openReport(world);
    await clock.moveTo(SENT);
    await store.persons.updateOne({ _id: 'p1' }, { $set: { email: 'lo@mail.test', phone: '0212 3855 002' } });
    await store.messages.insertOne({
      ...{ _id: MESSAGE, slot: '2023-09-13T0100', person: 'p1', posts: ['ta-x1:focal'], state: 'sent', vacant: [] },
      ...{ to: { name: 'Lò Thị Mẫu', address: 'lo@mail.test' }, token: null, leaseUntil: null, attempts: 1, at: SENT },
      ...{ retryAt: null, answer: '250', reason: null, messageId: MESSAGE_ID, verp: tokenOf(MESSAGE_ID) },
      ...{ subject: 'Nhắc việc', sentAt: SENT },
    });
    await store.notices.insertOne({
      ...{ _id: `${X1}|1|remind-5|ta-x1:focal`, campaign: 'ta-2023', obligation: X1, message: MESSAGE, state: 'sent' },
      ...{ post: 'ta-x1:focal', phase: 'submission', rung: 'remind-5', act: 'remind', at: SENT, clockVersion: 1 },
    } as NoticeDoc);
    token = signLink(await secretOf(store, 'mail-links'), { mail: tokenOf(MESSAGE_ID), until: '2023-10-28' });
  });
  afterEach(() => world?.close());

  /** Everything that is kept, as text. */
  const everything = async (): Promise<string> => {
    const { db } = world.store.connection;
    const names = (await db!.listCollections().toArray()).map(({ name }) => name).sort();
    const all = await Promise.all(
      names.map(async (name) => [name, await db!.collection(name).find().sort({ _id: 1 }).toArray()]),
    );
    return JSON.stringify(all);
  };

  it('opens a page with the work: unit, due day, working days left, state; nobody signed in', async () => {
    const { text, headers } = await page().expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    for (const words of [
      'Báo cáo đợt 1',
      'Đơn vị ta-x1',
      'Phong trào mẫu',
      'Hạn: 24:00 thứ Tư ngày 20/09/2023 (giờ Việt Nam) – còn 5 ngày làm việc',
      'đang mở',
      'Lò Thị Mẫu, chức danh focal ta-x1',
    ])
      expect(text).toContain(words);
    expect(text).toContain(`action="/viec/${X1}/nop-muon"`);
  });

  it('change nothing when a scanner opens every one of them, again and again', async () => {
    const before = await everything();
    for (let n = 0; n < 5; n += 1) {
      await page().expect(200);
      await http().head(`/viec/${X1}`).query({ thu: token }).expect(200);
      for (const act of ['da-nhan', 'nop-muon'])
        await http().get(`/viec/${X1}/${act}`).query({ thu: token }).expect(404);
      await http().get('/viec/tuy-chon').expect(200);
      await http().get('/viec/tuy-chon').query({ thu: token }).expect(200);
    }
    expect(await everything()).toBe(before);
  });

  it('“Đã nhận” is noted once, by the button, and counts as opened', async () => {
    const { store, clock } = world;
    const first = await press('da-nhan').expect(200);
    expect(first.text).toContain('Đã ghi nhận lúc 08:00 ngày 13/09/2023');
    const after = await everything();
    await clock.moveTo(new Date('2023-09-14T03:00:00Z'));
    expect((await press('da-nhan').expect(200)).text).toContain('Đã ghi nhận lúc 08:00 ngày 13/09/2023');
    const kept = JSON.parse(await everything()) as [string, unknown[]][];
    const was = JSON.parse(after) as [string, unknown[]][];
    const apart = kept.filter(
      ([name, docs], at) => name !== 'clock' && JSON.stringify(docs) !== JSON.stringify(was[at]![1]),
    );
    expect(apart).toEqual([]);
    expect(await store.notices.findOne({ message: MESSAGE })).toMatchObject({ readAt: SENT });
    expect(await store.messages.findOne({ _id: MESSAGE })).toMatchObject({ openedAt: SENT, state: 'sent' });
    expect((await store.obligations.findOne({ _id: X1 }))!.revision).toBe(0);
  });

  it('“Tôi sẽ nộp muộn” is a command of the post: once however often it is pressed, a later day again', async () => {
    const { store } = world;
    expect((await late().expect(200)).text).toContain('Đã báo nộp muộn, dự kiến nộp ngày 25/09/2023');
    await late().expect(200);
    const owed = (await store.obligations.findOne({ _id: X1 }))!;
    expect(owed.clock.delay).toMatchObject({ n: 1, lastDay: '2023-09-25' });
    expect(owed.clock.dueAt).toEqual(new Date('2023-09-20T16:59:59.999Z'));
    expect(owed.pending.filter(({ type }) => type === 'delay_declared')).toMatchObject([
      { actor: { post: 'ta-x1:focal', person: 'p1' } },
    ]);
    const again = await late('2023-09-24').expect(409);
    expect(again.text).toContain('phải sau ngày đã khai báo');
    expect((await store.obligations.findOne({ _id: X1 }))!.revision).toBe(owed.revision);
  });

  it.each([
    ['ngày mai', 'bão', 400, 'không phải là một ngày'],
    ['2023-09-18', 'bão', 409, 'chưa quá hạn'],
    ['2023-09-25', '   ', 400, 'Hãy ghi lý do'],
    ['2023-09-25', 'x'.repeat(2001), 400, 'Hãy ghi lý do'],
  ])('says what is wrong with a form and keeps what was typed: %s', async (day, reason, status, words) => {
    const { text } = await late(day, reason).expect(status);
    expect(text).toContain(words);
    expect(text).toContain('name="lyDo"');
    expect((await world.store.obligations.findOne({ _id: X1 }))!.revision).toBe(0);
  });

  it('what somebody typed stays text', async () => {
    const { text } = await late('2023-09-18', '</textarea><script>alert(1)</script>').expect(409);
    expect(text).toContain('&lt;/textarea&gt;&lt;script&gt;');
    expect(text).not.toContain('<script>');
  });

  it.each(['GET', 'POST'] as const)(
    'that are wrong, expired or of somebody who left open nothing: %s',
    async (method) => {
      const { store, clock } = world;
      const key = await secretOf(store, 'mail-links');
      const use = (thu: string, id = X1) =>
        method === 'GET' ? page(thu, id) : http().post(`/viec/${id}/da-nhan`).type('form').send({ thu });
      const before = await everything();
      for (const thu of [
        '',
        'x',
        `${token}x`,
        token.slice(0, -1),
        token.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')),
        '<b>',
      ])
        expect((await use(thu).expect(404)).text).toContain('Liên kết không đúng');
      const others = signLink(key, { mail: tokenOf('<other@dondoc>'), until: '2023-10-28' });
      await use(others).expect(404);
      await use(token, X1.replace('ta-x1', 'ta-x2')).expect(404); // a work that this mail did not speak of
      expect(await everything()).toBe(before);

      await store.holders.updateOne({ _id: 'h1' }, { $set: { person: 'p2' } });
      await store.stamps.updateOne({ _id: 'organisation' }, { $inc: { version: 1 } });
      expect((await use(token).expect(409)).text).toContain('Chức danh đã có người khác giữ');
      await clock.moveTo(new Date('2023-10-28T17:00:00Z'));
      expect((await use(token).expect(410)).text).toContain('hết ngày 28/10/2023');
      expect(await store.notices.countDocuments({ readAt: { $exists: true } })).toBe(0);
    },
  );

  it('never opened: on the list with the telephone after five working days, off it once a button was pressed', async () => {
    const { store, clock } = world;
    const unopened = async () => {
      const now = await clock.now();
      const list = await unreachablePosts(store, await organisationOn(store, '2023-09-21'), null, openingRule(now));
      return list.filter(({ why }) => why === 'unopened');
    };
    await clock.moveTo(new Date('2023-09-20T16:00:00Z'));
    expect(await unopened()).toEqual([]);
    await clock.moveTo(new Date('2023-09-21T01:00:00Z'));
    expect(await unopened()).toMatchObject([
      { post: 'ta-x1:focal', person: { phone: '0212 3855 002' }, unopened: { mails: 1, since: SENT } },
    ]);
    const { body } = await world.as('ta-office:focal').get('/api/reach').expect(200);
    expect(body.items).toContainEqual(expect.objectContaining({ why: 'unopened', whyText: 'có thư nhưng chưa mở' }));
    await press('da-nhan').expect(200);
    expect(await unopened()).toEqual([]);
  });

  it('stands in the fact sheet: delivered and not opened, then opened', async () => {
    const { store } = world;
    const outcome = async () => {
      const sheet = await new OfficeDesk(store).factSheet(X1, SENT);
      return sheet!.lists['nhac_viec']!.map(({ ket_qua }) => ket_qua);
    };
    expect(await outcome()).toEqual(['đã gửi, chưa mở']);
    await press('da-nhan').expect(200);
    expect(await outcome()).toEqual(['đã mở 13/09']);
    await store.notices.updateOne({ message: MESSAGE }, { $set: { state: 'bounced' }, $unset: { readAt: '' } });
    expect(await outcome()).toEqual(['bị trả về']);
  });

  it('of one’s choice of letters ends nothing by itself', async () => {
    const { text } = await http().get('/viec/tuy-chon').expect(200);
    expect(text).toContain('luôn được gửi');
    expect(text).toContain('<a href="/thong-bao/tuy-chon">Đăng nhập và đổi tùy chọn</a>');
    expect(text).not.toContain('<form');
  });

  describe('to one’s choice of letters', () => {
    const shown = (thu = token) => http().get('/viec/tuy-chon').query({ thu });
    const choose = (gio: string, nhip: string, banCu: number, thu = token) =>
      http().post('/viec/tuy-chon').type('form').send({ thu, gio, nhip, banCu });
    const chosen = () => world.store.preferences.findOne({ _id: 'p1' });

    it('shows what holds and what may be chosen, and keeps a choice once however often it is pressed', async () => {
      const before = await shown().expect(200);
      expect(before.text).toContain('<option selected>08:00</option>');
      expect(before.text).toContain('value="daily" checked');
      expect(before.text).toContain('Lò Thị Mẫu');
      expect(before.headers['set-cookie']).toBeUndefined();
      for (let n = 0; n < 2; n += 1) {
        const { text } = await choose('07:00', 'weekly', 0).expect(200);
        expect(text).toContain('Đã lưu');
        expect(text).toContain('<option selected>07:00</option>');
        expect(text).toContain('value="weekly" checked');
      }
      expect(await chosen()).toMatchObject({ version: 1, digestAt: '07:00', frequency: 'weekly', by: 'ta-x1:focal' });
      await choose('08:00', 'daily', 1).expect(200);
      await choose('07:00', 'weekly', 2).expect(200); // back again is a new choice
      expect(await chosen()).toMatchObject({ version: 3, digestAt: '07:00', frequency: 'weekly' });
      expect((await choose('08:00', 'daily', 1).expect(200)).text).toContain('<option selected>07:00</option>'); // an old page, pressed before
      expect((await choose('09:00', 'daily', 1).expect(409)).text).toContain('Chưa ghi nhận được'); // an old page
      expect(await chosen()).toMatchObject({ version: 3 });
    });

    it.each([
      ['03:00', 'daily'],
      ['07:01', 'daily'],
      ['bảy giờ', 'daily'],
      ['07:00', 'never'],
      ['<script>', '<b>'],
    ])('refuses what cannot be chosen, in words, and changes nothing: %s, %s', async (hour, often) => {
      const { text } = await choose(hour, often, 0).expect(400);
      expect(text).toContain('Chưa ghi nhận được');
      expect(text).toContain('<option selected>08:00</option>');
      expect(text).not.toContain('<script>');
      expect(await chosen()).toBeNull();
    });

    it('opens to nobody else: wrong, expired, or of somebody who left; and a one-click POST ends nothing', async () => {
      const before = await everything();
      await http().post('/viec/tuy-chon').type('form').send({ 'List-Unsubscribe': 'One-Click' }).expect(404);
      const forged = token.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A'));
      for (const thu of ['', 'x', forged]) {
        expect((await shown(thu).expect(404)).text).toContain('Liên kết không đúng');
        await choose('07:00', 'weekly', 0, thu).expect(404);
      }
      expect(await everything()).toBe(before);
      const { store, clock } = world;
      await store.holders.updateOne({ _id: 'h1' }, { $set: { person: 'p2' } });
      await store.stamps.updateOne({ _id: 'organisation' }, { $inc: { version: 1 } });
      await choose('07:00', 'weekly', 0).expect(409);
      await clock.moveTo(new Date('2023-10-28T17:00:00Z'));
      await choose('07:00', 'weekly', 0).expect(410);
      expect(await store.preferences.countDocuments()).toBe(0);
    });
  });

  it('speaks English to who asked for it', async () => {
    await world.store.persons.updateOne({ _id: 'p1' }, { $set: { language: 'en' } });
    const { text } = await page().expect(200);
    expect(text).toContain('Confirm receipt');
    expect(text).toContain('5 working days left');
  });
});
