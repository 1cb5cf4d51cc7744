import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, ROUND, X1, type ApiWorld } from './api-world.js';

const CONTENT = { figures: [{ target: 'T1', value: 3, status: 'final' }], narrative: 'Đã xong ba công trình.' };
const OF_X1 = `/api/obligations/${X1}`;

withServers('commands over HTTP', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;
  let office: ReturnType<ApiWorld['as']>;

  beforeAll(async () => {
    world = await apiWorld();
    focal = world.as('ta-x1:focal');
    office = world.as('ta-office:focal');
  });
  afterAll(() => world?.close());

  it('drafts and launches a campaign, the same key giving the same receipt', async () => {
    const first = await office.write('post', '/api/campaigns', plan, 'draft-ta-2023').expect(201);
    const again = await office.write('post', '/api/campaigns', plan, 'draft-ta-2023').expect(201);
    expect(first.body).toMatchObject({ campaign: 'ta-2023', command: 'draft', state: 'draft' });
    expect(again.body).toEqual(first.body);
    const other = await office.write('post', '/api/campaigns', { ...plan, code: 'ta-2024' }, 'draft-ta-2023');
    expect(other.status).toBe(422);
    const launched = await office.write('post', '/api/campaigns/ta-2023/launch', {}, 'launch-ta-2023').expect(201);
    expect((await office.write('post', '/api/campaigns/ta-2023/launch', {}, 'launch-ta-2023')).body).toEqual(
      launched.body,
    );
    const twice = await office.write('post', '/api/campaigns/ta-2023/launch', {});
    expect(twice.body).toMatchObject({ status: 409, code: 'not-a-draft' });
    await openReport(world);
  });

  it('has one door for drafts, and they stand apart from what is owed', async () => {
    const whole = await focal.write('put', `${OF_X1}/draft`, { revision: 0, content: { narrative: 'một' } });
    expect(whole.body).toMatchObject({ status: 404, code: 'no-such-route' });
    const { version } = (await focal.get(`${OF_X1}/form`).expect(200)).body;
    const changes = [{ path: 'sections.results', seen: 0, value: 'một' }];
    await focal.write('patch', `${OF_X1}/draft`, { form: version, changes }).expect(200);
    const obligation = await world.store.obligations.findOne({ _id: X1 });
    expect(obligation).toMatchObject({ version: 1, revision: 0 });
    expect((await focal.get(OF_X1)).body.draft).toMatchObject({ revision: 1, form: version, by: 'ta-x1:focal' });
  });

  it('takes a report once, whatever is pressed twice', async () => {
    const first = await focal
      .write('post', `${OF_X1}/submission`, { content: CONTENT, revision: 0 }, 'submit-key-1')
      .expect(201);
    expect(first.body).toMatchObject({
      obligation: X1,
      state: 'submitted',
      revision: 1,
      onTime: true,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const again = await focal
      .write('post', `${OF_X1}/submission`, { content: CONTENT, revision: 0 }, 'submit-key-1')
      .expect(201);
    expect(again.body).toEqual(first.body);
    const other = await focal.write(
      'post',
      `${OF_X1}/submission`,
      { content: { ...CONTENT, narrative: 'khác' } },
      'submit-key-1',
    );
    expect(other.body).toMatchObject({ status: 422, code: 'key-reused' });
    expect(await world.store.obligations.findOne({ _id: X1 })).toMatchObject({ revision: 1, attempt: 1 });
  });

  it('shows the obligation with ledger, submission and what comes next', async () => {
    const { body } = await focal.get(OF_X1).expect(200);
    expect(body).toMatchObject({
      id: X1,
      state: 'submitted',
      stateText: 'đã nộp',
      deadlines: [{ version: 1, kind: 'plan' }],
      submission: { content: CONTENT },
      draft: { revision: 1 },
    });
    expect(body).not.toHaveProperty('pending');
    const timeline = await focal.get(`${OF_X1}/timeline`).expect(200);
    expect(timeline.body.coming.length).toBeGreaterThan(0);
    const mine = await focal.get('/api/obligations?mine=1&campaign=ta-2023').expect(200);
    expect(mine.body).toMatchObject({ items: [{ id: X1 }], next: null });
  });

  it('lets the collecting unit receive and return it, with a reason', async () => {
    await office.write('post', `${OF_X1}/receive`, {}).expect(201);
    const returned = await office.write('post', `${OF_X1}/return`, { reason: 'Thiếu minh chứng' }).expect(201);
    expect(returned.body).toMatchObject({ state: 'returned', dueAt: expect.any(String) });
  });

  it('asks for more time and decides about it', async () => {
    await focal
      .write('post', `${OF_X1}/extension-request`, { proposedDay: '2023-09-29', reason: 'Mưa lũ' })
      .expect(201);
    const { body } = await office
      .write('post', `${OF_X1}/extension-decision`, { granted: true, reason: 'Đồng ý' })
      .expect(201);
    expect(body.dueAt).toBe('2023-09-29T16:59:59.999Z');
  });

  it('suspends and resumes with a reason', async () => {
    await world.as('ta:head').write('post', '/api/campaigns/ta-2023/suspend', { reason: 'Thiên tai' }).expect(201);
    expect((await office.get('/api/campaigns/ta-2023')).body).toMatchObject({
      suspended: true,
      state: 'launched',
      steps: [{ id: 'report-1' }, { id: 'follow-up' }],
    });
    await world.as('ta:head').write('post', '/api/campaigns/ta-2023/resume', { reason: 'Đã ổn định' }).expect(201);
  });

  it('names who is late only after the due instant', async () => {
    expect((await office.get('/api/campaigns/ta-2023/late')).body.items).toEqual([]);
    await world.clock.moveTo(new Date('2023-09-22T03:00:00Z'));
    const { body } = await office.get('/api/campaigns/ta-2023/late?limit=1');
    expect(body.items).toMatchObject([{ unit: 'ta-x2', daysLate: 2, stateText: 'đang mở' }]);
    expect(body.next).toBeNull();
    expect((await world.as(null).get('/api/public/campaigns/ta-2023/late')).body.items).toHaveLength(1);
  });

  it('pages lists by cursor', async () => {
    const first = (await office.get('/api/obligations?limit=1')).body;
    const second = (await office.get(`/api/obligations?limit=1&after=${encodeURIComponent(first.next)}`)).body;
    expect([first.items[0].subject, second.items[0].subject]).toEqual(['ta-x1', 'ta-x2']);
    expect(second.next).toBeNull();
  });

  it('keeps the two districts apart', async () => {
    const stranger = world.as('tb-x1:focal');
    for (const path of [
      OF_X1,
      `${OF_X1}/timeline`,
      '/api/campaigns/ta-2023',
      '/api/campaigns/ta-2023/timeline',
      '/api/campaigns/ta-2023/rounds',
      `/api/rounds/${ROUND}/sheet`,
      '/api/units/ta-x1',
    ]) {
      const { body } = await stranger.get(path);
      expect({ path, status: body.status, code: body.code }).toEqual({ path, status: 403, code: 'not-allowed' });
    }
    for (const path of [
      '/api/campaigns',
      '/api/obligations',
      '/api/mails',
      '/api/obligations?campaign=ta-2023&unit=ta-x1',
    ]) {
      expect((await stranger.get(path)).body).toEqual({ items: [], next: null });
    }
    expect((await stranger.write('post', `${OF_X1}/submission`, { content: CONTENT })).status).toBe(403);
    // a sibling of the same district reads the campaign but not its neighbour's paper
    const sibling = world.as('ta-x2:focal');
    expect((await sibling.get(OF_X1)).status).toBe(403);
    expect((await sibling.get('/api/campaigns/ta-2023')).status).toBe(200);
    expect(
      (await sibling.get('/api/obligations')).body.items.map(({ subject }: { subject: string }) => subject),
    ).toEqual(['ta-x2']);
  });

  it('lets the administrator read everything and decide nothing', async () => {
    const admin = world.as('ta:administrator');
    expect((await admin.get(OF_X1)).status).toBe(200);
    expect((await admin.get('/api/obligations')).body.items).toHaveLength(2);
    expect((await admin.write('post', `${OF_X1}/excuse`, { reason: 'thử' })).status).toBe(403);
    expect((await admin.write('post', '/api/campaigns/ta-2023/cancel', { reason: 'thử' })).status).toBe(403);
  });
});
