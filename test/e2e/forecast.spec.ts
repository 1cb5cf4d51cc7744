import { withServers } from '../support/servers.js';
import { apiWorld, plan, type ApiWorld } from './api-world.js';

const PATH = '/api/campaigns/ta-2023/forecast';

withServers('the forecast over HTTP', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
  });
  afterAll(() => world?.close());

  const kinds = (body: { items: { kind: string }[] }) => body.items.map(({ kind }) => kind);

  it('tells a draft from its first day at nine to its end', async () => {
    const { body } = await world.as('ta-office:focal').get(PATH).expect(200);
    expect(body).toMatchObject({ campaign: 'ta-2023', launchedAt: '2023-09-01T02:00:00.000Z' });
    expect(kinds(body).slice(0, 3)).toEqual(['launched', 'step_opened', 'step_skipped']);
    expect(kinds(body).slice(-2)).toEqual(['concluded', 'closed']);
    const opened = body.items.find(({ kind }: { kind: string }) => kind === 'open');
    expect(opened).toMatchObject({
      at: '2023-09-05T00:00:00.000Z',
      step: 'report-1',
      level: 'commune',
      text: 'Mở kỳ “Báo cáo đợt 1” (xã): 2 việc',
      owner: { post: null, role: 'focal', count: 2 },
      recipients: { audiences: { focal: 2 }, count: 2 },
    });
    expect(opened.owner).not.toHaveProperty('posts');
  });

  it('warns in words, in the reader’s language', async () => {
    const request = () => world.as('ta-office:focal').get(PATH);
    const warnings = (body: { items: { warning: { code: string; text: string }[] | null }[] }) =>
      body.items.flatMap(({ warning }) => warning ?? []).filter(({ code }) => code === 'unreachable');
    expect(warnings((await request()).body)[0]!.text).toMatch(/không gửi thư cho ai được/);
    expect(warnings((await request().set('accept-language', 'en')).body)[0]!.text).toMatch(/reach nobody/);
  });

  it('names posts, and takes another day of launch, when asked', async () => {
    const { body } = await world.as('ta-office:focal').get(`${PATH}?posts=1&launch=2023-09-11`).expect(200);
    expect(body.launchedAt).toBe('2023-09-11T02:00:00.000Z');
    const opened = body.items.find(({ kind }: { kind: string }) => kind === 'open');
    expect(opened).toMatchObject({ at: body.launchedAt, owner: { posts: ['ta-x1:focal', 'ta-x2:focal'] } });
  });

  it('is for who may read the campaign, and changes nothing', async () => {
    const before = await world.store.campaigns.findOne({ _id: 'ta-2023' });
    await world.as('ta-x1:focal').get(PATH).expect(200);
    expect((await world.as('tb-x1:focal').get(PATH)).status).toBe(
      (await world.as('tb-x1:focal').get('/api/campaigns/ta-2023')).status,
    );
    expect((await world.as(null).get(PATH)).status).toBe((await world.as(null).get('/api/campaigns/ta-2023')).status);
    expect((await world.as('ta-office:focal').get('/api/campaigns/none/forecast')).status).toBe(404);
    expect((await world.as('ta-office:focal').get(`${PATH}?launch=2023-02-30`)).status).toBe(400);
    expect(await world.store.campaigns.findOne({ _id: 'ta-2023' })).toEqual(before);
    expect(await world.store.obligations.countDocuments({})).toBe(0);
  });
});
