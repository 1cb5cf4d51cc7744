import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

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
    const told = pending.map(({ type, actor, data }) => [type, actor.post, data.onBehalf]);
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
