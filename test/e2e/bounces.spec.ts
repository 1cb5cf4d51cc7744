import request from 'supertest';
import { tokenOf } from '#libs/mail';
import type { NoticeDoc } from '#libs/store';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const SECRET = 'mot-khoa-bi-mat-du-dai';
const MESSAGE = '2023-09-13T0100#1|p1';
const MESSAGE_ID = '<mau@dondoc>';
const report = [
  `To: don-doc+${tokenOf(MESSAGE_ID)}@office.test`,
  'Content-Type: multipart/report; report-type=delivery-status; boundary=B',
  '',
  '--B',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.test',
  '',
  'Final-Recipient: rfc822; lo@mail.test',
  'Action: failed',
  'Status: 5.1.1',
  '',
  '--B--',
].join('\r\n');

withServers('bounces over HTTP', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld({ MAIL_BOUNCE_SECRET: SECRET });
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await openReport(world);
    const { store } = world;
    const at = new Date('2023-09-13T01:00:00Z');
    await store.persons.updateOne({ _id: 'p1' }, { $set: { email: 'lo@mail.test', phone: '0212 3855 002' } });
    await store.messages.insertOne({
      ...{ _id: MESSAGE, slot: '2023-09-13T0100', person: 'p1', posts: ['ta-x1:focal'], state: 'sent', vacant: [] },
      ...{ to: { name: 'Lò Thị Mẫu', address: 'lo@mail.test' }, token: null, leaseUntil: null, attempts: 1, at },
      ...{ retryAt: null, answer: '250', reason: null, messageId: MESSAGE_ID, verp: tokenOf(MESSAGE_ID) },
      ...{ subject: 'Nhắc việc', sentAt: at },
    });
    await store.notices.insertOne({
      _id: 'n1',
      campaign: 'ta-2023',
      obligation: X1,
      message: MESSAGE,
      state: 'sent',
    } as NoticeDoc);
  });
  afterAll(() => world?.close());

  const hand = (secret: string | null, body: object) => {
    const test = request(world.app.getHttpServer()).post('/api/mail/bounces').set('idempotency-key', 'bounce-test');
    return (secret === null ? test : test.set('authorization', `Bearer ${secret}`)).send(body);
  };
  const state = async () => (await world.store.messages.findOne({ _id: MESSAGE }))!.state;

  it('are taken only from who shows the secret', async () => {
    for (const secret of [null, 'dev:ta:administrator', `${SECRET}x`, SECRET.slice(1)])
      expect((await hand(secret, { message: report })).body).toMatchObject({ status: 401, code: 'bounce-secret' });
    expect(await state()).toBe('sent');
  });

  it('say what is wrong with a message that is none, and change nothing', async () => {
    const { body } = await hand(SECRET, { message: 'Tôi đi vắng' });
    expect(body).toMatchObject({ status: 400, errors: [{ field: 'message' }] });
    expect((await hand(SECRET, { message: report, more: 1 })).body.errors[0].field).toBe('more');
    expect(await state()).toBe('sent');
  });

  it('mark their mail, twice the same, and put the reader on the list with the telephone', async () => {
    expect((await hand(SECRET, { message: report }).expect(200)).body).toEqual({ id: MESSAGE, state: 'bounced' });
    expect((await hand(SECRET, { message: report }).expect(200)).body).toEqual({ id: MESSAGE, state: 'bounced' });
    expect(await world.store.notices.findOne({ _id: 'n1' })).toMatchObject({ state: 'bounced', reason: '5.1.1' });
    const { items } = (await world.as('ta:administrator').get('/api/reach?limit=200').expect(200)).body;
    expect(items.find(({ why }: { why: string }) => why === 'bounced')).toMatchObject({
      post: 'ta-x1:focal',
      person: { name: 'Lò Thị Mẫu', phone: '0212 3855 002' },
      bounce: { message: MESSAGE, address: 'lo@mail.test', status: '5.1.1' },
      whyText: 'thư bị trả về',
    });
    expect(items.filter(({ why }: { why: string }) => why === 'vacant').length).toBeGreaterThan(0);
  });

  it('show the list to the bodies that lead, page by page, and to nobody else', async () => {
    const office = world.as('ta-office:focal');
    const first = (await office.get('/api/reach?limit=2').expect(200)).body;
    const second = (await office.get(`/api/reach?limit=2&after=${first.next}`).expect(200)).body;
    const posts = [...first.items, ...second.items].map(({ post }: { post: string }) => post);
    expect(posts).toEqual([...new Set(posts)].sort());
    expect((await world.as('tb:head').get('/api/reach')).body).toMatchObject({ status: 403, code: 'leaders-only' });
    expect((await world.as(null).get('/api/reach')).status).toBe(401);
  });

  it('end when somebody who leads says how the reader was reached', async () => {
    const path = `/api/mails/${encodeURIComponent(MESSAGE)}/reached`;
    const stranger = await world.as('tb:head').write('post', path, { how: 'gọi điện' });
    expect(stranger.body).toMatchObject({ status: 403, code: 'leaders-only' });
    const office = world.as('ta-office:focal');
    expect((await office.write('post', path, { how: '' })).status).toBe(400);
    expect((await office.write('post', path, { how: 'gọi điện' }).expect(200)).body).toEqual({
      id: MESSAGE,
      state: 'reached',
    });
    const { items } = (await office.get('/api/reach?limit=200')).body;
    expect(items.map(({ why }: { why: string }) => why)).not.toContain('bounced');
  });
});
