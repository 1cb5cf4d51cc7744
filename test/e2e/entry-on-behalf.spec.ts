import request from 'supertest';
import { pdf, sha256 } from '../fixtures/files.js';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';
import { asBytes, tusClient } from './tus-client.js';

const X2 = X1.replace('ta-x1', 'ta-x2');
const PAPER = { paper: 'Báo cáo 12/BC ngày 15/9/2023', scan: 'a'.repeat(64) };
const CONTENT = { narrative: 'Theo bản ký.', figures: [{ target: 'T1', value: 3, status: 'final' }] };

withServers('an officer types for a unit without accounts', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
  });
  afterAll(() => world?.close());

  const enter = (who: string, id: string, body: object = { ...PAPER, content: CONTENT }, key?: string) =>
    world.as(who).write('post', `/api/obligations/${id}/entry`, body, key);

  it('only where nobody of the unit has one, only from above, only with the signed paper', async () => {
    expect((await enter('ta-office:focal', X1)).body).toMatchObject({ status: 409, code: 'unit-has-accounts' });
    expect((await enter('ta-x2:focal', X2)).status).toBe(403);
    expect((await enter('tb-x1:focal', X2)).status).toBe(403);
    const bare = await enter('ta-office:focal', X2, { content: CONTENT });
    expect(bare.body.errors.map(({ field }: { field: string }) => field)).toEqual(['paper', 'scan']);
    const spoiled = { ...PAPER, content: { ...CONTENT, figures: [{ target: 'T1', value: -1, status: 'final' }] } };
    expect((await enter('ta-office:focal', X2, spoiled)).body).toMatchObject({ status: 400, code: 'report-faulty' });
    expect(await world.store.submissions.countDocuments({})).toBe(0);
  });

  it('typed field by field as a draft of its own, handed in by the hash that was seen', async () => {
    const office = world.as('ta-office:focal');
    const at = `/api/obligations/${X2}`;
    const form = (await office.get(`${at}/form`).expect(200)).body.version as string;
    const changes = [{ path: 'figures.T1.final.value', seen: 0, value: '3' }];
    const type = (who: string, id: string, key: string) =>
      world.as(who).write('patch', `/api/obligations/${id}/entry/draft`, { form, changes }, key);
    expect((await type('ta-office:focal', X1, 'type-key-0')).body).toMatchObject({ code: 'unit-has-accounts' });
    expect((await type('tb-x1:focal', X2, 'type-key-1')).status).toBe(403);
    const { body } = await type('ta-office:focal', X2, 'type-key-2').expect(200);
    const both = await enter('ta-office:focal', X2, { ...PAPER, content: CONTENT, draft: body.hash });
    expect(both.body).toMatchObject({ status: 400, code: 'bad-input' });
    const other = await enter('ta-office:focal', X2, { ...PAPER, draft: 'f'.repeat(64) });
    expect(other.body).toMatchObject({ status: 409, code: 'draft-changed' });
    await enter('ta-office:focal', X2, { ...PAPER, draft: body.hash }).expect(201);
    const { submission, pending } = (await world.store.obligations.findOne({ _id: X2 }))!;
    expect(pending.at(-1)).toMatchObject({ actor: { post: 'ta-office:focal' }, data: { onBehalf: { ...PAPER } } });
    expect((await world.store.submissions.findOne({ _id: submission! }))!.content).toMatchObject({
      figures: [{ target: 'T1', value: 3, status: 'final' }],
    });
    // taken back, so that the next story begins anew
    await world.as('ta-x2:focal').write('post', `${at}/withdraw`, { reason: 'gõ nhầm' }).expect(201);
  });

  it('with the scan itself as a file of the report: sent by the officer, bound to the paper, read by who accepts', async () => {
    const server = world.app.getHttpServer();
    const office = tusClient(server, 'ta-office:focal');
    const scan = pdf(3_000);
    const at = { path: 'paper', name: 'bao-cao-12.pdf' };
    const kept = await office.begin(X1, scan, at);
    expect([kept.status, kept.body.code]).toEqual([403, 'unit-has-accounts']);
    expect((await tusClient(server, 'tb-x1:focal').begin(X2, scan, at)).status).toBe(403);
    // an upload of a unit that can send by itself is not the officer's to end
    const begun = await tusClient(server, 'ta-x1:focal').begin(X1, scan, at).expect(201);
    expect((await office.cancel(begun.headers['location'] as string)).status).toBe(403);
    await office.whole(X2, scan, at).then(({ status }) => expect(status).toBe(204));
    const list = await world.as('ta-office:focal').get(`/api/obligations/${X2}/evidence`).expect(200);
    const hash = sha256(scan);
    expect(list.body.items).toMatchObject([{ path: 'paper', hash, name: 'bao-cao-12.pdf' }]);
    const body = { paper: PAPER.paper, scan: hash, content: CONTENT };
    await enter('ta-office:focal', X2, body).expect(201);
    const { submission } = (await world.store.obligations.findOne({ _id: X2 }))!;
    expect(await world.store.submissions.findOne({ _id: submission! })).toMatchObject({
      onBehalf: { unit: 'ta-x2', scan: hash },
      content: { evidence: { paper: [{ hash }] } },
    });
    const read = await asBytes(world.as('ta-office:head').get(`/api/obligations/${X2}/evidence/${hash}`)).expect(200);
    expect(sha256(read.body as Buffer)).toBe(hash);
    const late = await request(server)
      .delete(`/api/obligations/${X2}/evidence/${hash}?path=paper`)
      .set({ authorization: 'Bearer dev:ta-office:focal', 'idempotency-key': 'take-it-away' });
    expect(late.body).toMatchObject({ status: 409, code: 'illegal-step' });
    // taken back, so that the next story begins anew
    await world.as('ta-x2:focal').write('post', `/api/obligations/${X2}/withdraw`, { reason: 'gõ nhầm' }).expect(201);
  });

  it('and somebody else accepts it; both names stay', async () => {
    const first = await enter('ta-office:focal', X2, { ...PAPER, content: CONTENT }, 'entry-key-1').expect(201);
    expect((await enter('ta-office:focal', X2, { ...PAPER, content: CONTENT }, 'entry-key-1')).body).toEqual(
      first.body,
    );
    const office = world.as('ta-office:focal');
    await office.write('post', `/api/obligations/${X2}/receive`, {}).expect(201);
    const own = await office.write('post', `/api/obligations/${X2}/accept`, {});
    expect(own.body).toMatchObject({ status: 409, code: 'own-entry' });
    await world.as('ta-office:head').write('post', `/api/obligations/${X2}/accept`, {}).expect(201);
    const { pending, enteredBy, submission } = (await world.store.obligations.findOne({ _id: X2 }))!;
    expect(enteredBy).toEqual({ post: 'ta-office:focal', person: null });
    const told = pending.slice(-3).map(({ type, actor, data }) => [type, actor.post, data.onBehalf]);
    expect(told).toEqual([
      ['submitted', 'ta-office:focal', { unit: 'ta-x2', ...PAPER }],
      ['received', 'ta-office:focal', undefined],
      ['accepted', 'ta-office:head', undefined],
    ]);
    expect(await world.store.submissions.findOne({ _id: submission! })).toMatchObject({
      onBehalf: { unit: 'ta-x2', ...PAPER },
    });
  });
});
