import type { PreferenceView } from '#libs/contracts/http/index.js';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const FOCAL = 'ta-x1:focal';

withServers('how somebody wants to be reminded', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
  });
  afterAll(() => world?.close());

  const mine = async (): Promise<PreferenceView> =>
    (await world.as(FOCAL).get('/api/me/preferences').expect(200)).body as PreferenceView;
  const choose = (body: object, key?: string, post: string | null = FOCAL) =>
    world.as(post).write('put', '/api/me/preferences', body, key);

  it('is eight every morning before anything was chosen, with what may be chosen beside it', async () => {
    expect(await mine()).toMatchObject({
      ...{ revision: 0, digestAt: '08:00', frequency: 'daily', at: null, earliest: '07:00', latest: '10:30' },
      budget: { instantsADay: 5, digestsADay: 1, mailsAWeek: 20 },
      floor: expect.stringContaining('luôn được gửi'),
    });
    expect((await mine()).frequencies.map(({ id }) => id)).toEqual(['daily', 'twice_a_week', 'weekly']);
  });

  it('is chosen by the person in steps; every version is kept', async () => {
    expect((await choose({ digestAt: '09:15' }, 'choose-key-1').expect(200)).body).toMatchObject({
      ...{ revision: 1, digestAt: '09:15', frequency: 'daily' },
    });
    await choose({ frequency: 'weekly', revision: 1 }).expect(200);
    expect(await mine()).toMatchObject({ revision: 2, digestAt: '09:15', frequency: 'weekly' });
    const kept = await world.store.preferences.findOne({ _id: 'p1' });
    expect(kept!.versions.map(({ version, digestAt, frequency, by }) => [version, digestAt, frequency, by])).toEqual([
      [1, '09:15', 'daily', FOCAL],
      [2, '09:15', 'weekly', FOCAL],
    ]);
  });

  it('changes nothing by the same request again, and answers 422 to another one under its key', async () => {
    await choose({ digestAt: '09:15' }, 'choose-key-1').expect(200);
    expect(await mine()).toMatchObject({ revision: 2, frequency: 'weekly' });
    expect((await choose({ digestAt: '09:30' }, 'choose-key-1').expect(422)).body.code).toBe('key-reused');
    expect((await choose({ digestAt: '09:30', revision: 1 }).expect(409)).body).toMatchObject({
      code: 'stale-revision',
      current: { revision: 2 },
    });
  });

  it.each([
    [
      { digestAt: '06:59' },
      'digestAt',
      'Giờ nhận thư 06:59 không chọn được: chọn từ 07:00 đến 10:30, cách nhau 15 phút.',
    ],
    [
      { digestAt: '10:31' },
      'digestAt',
      'Giờ nhận thư 10:31 không chọn được: chọn từ 07:00 đến 10:30, cách nhau 15 phút.',
    ],
    [{ digestAt: '8h' }, 'digestAt', 'phải là giờ dạng HH:mm, ví dụ 07:30'],
    [{ frequency: 'never' }, 'frequency', null],
    [{ floor: 'none', digestAt: '09:00' }, 'floor', null],
    [{}, 'body', 'phải có digestAt hoặc frequency'],
  ])('refuses %j with what is wrong', async (body, field, message) => {
    const { errors } = (await choose(body).expect(400)).body;
    expect(errors[0].field).toBe(field);
    if (message) expect(errors[0].message).toBe(message);
    expect((await mine()).revision).toBe(2);
  });

  it('belongs to a person: a vacant post has none to choose for, and nobody is told of another’s', async () => {
    const refused = await choose({ digestAt: '09:00' }, undefined, 'ta-x2:focal').expect(409);
    expect(refused.body.code).toBe('preference-nobody');
    expect((await world.as('ta-x2:focal').get('/api/me/preferences').expect(200)).body).toMatchObject({ revision: 0 });
    await choose({ digestAt: '09:00' }, undefined, null).expect(401);
  });

  it('lets one of many changes at once win each time, and loses none', async () => {
    const before = (await mine()).revision;
    const hours = Array.from(
      { length: 8 },
      (_, n) => `${String(7 + Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`,
    );
    await Promise.all(hours.map((digestAt) => choose({ digestAt }).expect(200)));
    const { versions } = (await world.store.preferences.findOne({ _id: 'p1' }))!;
    expect(versions.slice(before).map(({ version }) => version)).toEqual(hours.map((_, n) => before + n + 1));
    expect(new Set(versions.slice(before).map(({ digestAt }) => digestAt))).toEqual(new Set(hours));
  });

  describe('and why somebody was not reminded', () => {
    beforeAll(async () => {
      await world.as('ta:head').write('post', '/api/campaigns', plan).expect(201);
      await openReport(world);
      await world.clock.moveTo(new Date('2023-09-20T02:00:00Z'));
    });
    const why = (query: string, post = FOCAL) => world.as(post).get(`/api/obligations/${X1}/why${query}`);

    it('is told in a sentence to whoever may read the work', async () => {
      const { body } = await why('?day=2023-09-16').expect(200);
      expect(body).toMatchObject({ obligation: X1, post: FOCAL, told: false, code: 'rest-day' });
      expect(body.text).toBe('Ngày 16/09/2023 là ngày nghỉ tại nơi người nhận làm việc.');
      expect((await why('?day=2023-09-21').expect(200)).body.text).toBe('Ngày 21/09/2023 chưa đến.');
      await why('?day=2023-09-16', 'tb-x1:focal').expect(403);
    });

    it('needs a real day', async () => {
      expect((await why('').expect(400)).body.errors[0].field).toBe('day');
      expect((await why('?day=2023-02-30').expect(400)).body.errors[0].message).toContain('ngày có thật');
    });
  });
});
