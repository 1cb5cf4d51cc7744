import { withServers } from '../support/servers.js';
import { apiWorld, plan, type ApiWorld } from './api-world.js';

const draft = {
  id: 'ho-ngheo-giam',
  name: 'Mức giảm tỷ lệ hộ nghèo',
  definition: 'Tỷ lệ hộ nghèo kỳ trước trừ kỳ này.',
  unit: '%',
  source: 'Nghị định 07/2021/NĐ-CP',
  method: 'ratio',
  decimals: 2,
};

withServers('the catalogue of indicators', () => {
  let api: ApiWorld;
  beforeAll(async () => (api = await apiWorld()));
  afterAll(() => api?.close());

  const define = (who: string, body: object, key?: string) => api.as(who).write('post', '/api/indicators', body, key);
  const stored = () => api.store.indicators.find({}).sort({ _id: 1 }).toArray();

  it('keeps every version, once however often it is sent', async () => {
    const first = (await define('ta-office:focal', { ...draft, version: 0 }, 'define-0001').expect(200)).body;
    expect(first).toMatchObject({ indicator: 'ho-ngheo-giam', version: 1 });
    expect((await define('ta-office:focal', { ...draft, version: 0 }, 'define-0001').expect(200)).body).toEqual(first);
    expect((await define('ta-office:focal', { ...draft, decimals: 3, version: 0 }, 'define-0001')).body).toMatchObject({
      status: 422,
      code: 'key-reused',
    });
    await define('ta-office:head', { ...draft, decimals: 1, version: 1 }).expect(200);
    const { body } = await api.as('tb-x1:focal').get('/api/indicators/ho-ngheo-giam').expect(200);
    expect(body.versions.map(({ version, decimals, by }: never) => [version, decimals, by])).toEqual([
      [2, 1, 'ta-office:head'],
      [1, 2, 'ta-office:focal'],
    ]);
    expect(body.versions[0].keeper).toBe('ta-office');
  });

  it('of two who change the same version one wins, the other is shown what stands now', async () => {
    const [a, b] = await Promise.all(
      [3, 4].map((decimals) => define('ta-office:focal', { ...draft, decimals, version: 2 })),
    );
    expect([a!.status, b!.status].sort()).toEqual([200, 409]);
    const [won, lost] = a!.status === 200 ? [a!, b!] : [b!, a!];
    expect(won.body.version).toBe(3);
    expect(lost.body).toMatchObject({ code: 'indicator-stale', current: { version: 3, name: draft.name } });
    expect(await stored()).toHaveLength(3);
  });

  it('refuses what is not theirs, not sound or not known, and keeps nothing of it', async () => {
    const before = await stored();
    const tries: [string, object, number, string][] = [
      ['ta-x1:focal', { ...draft, version: 3 }, 403, 'indicator-not-yours'],
      ['ta:administrator', { ...draft, id: 'x', version: 0 }, 403, 'not-allowed'],
      ['ta-office:focal', { ...draft, unit: 'hộ', version: 3 }, 409, 'indicator-unit-changed'],
      ['ta-office:focal', { ...draft, version: 1 }, 409, 'indicator-stale'],
      ['ta-office:focal', { ...draft, decimals: 9, version: 3 }, 400, 'decimals'],
      ['ta-office:focal', { ...draft, keeper: 'tb', version: 3 }, 400, 'keeper'],
      ['ta-office:focal', { ...draft, name: { $gt: '' }, version: 3 }, 400, 'name'],
      ['ta-office:focal', { ...draft, method: 'average', version: 3 }, 400, 'method'],
    ];
    for (const [who, body, status, expected] of tries) {
      const { body: answer } = await define(who, body);
      expect([body, answer.status, status === 400 ? answer.errors[0].field : answer.code]).toEqual([
        body,
        status,
        expected,
      ]);
    }
    expect((await api.as(null).get('/api/indicators')).status).toBe(401);
    expect((await api.as('ta:focal').get('/api/indicators/nowhere')).status).toBe(404);
    expect(await stored()).toEqual(before);
  });

  it('takes an indicator out of use and names what comes instead; it is found, never deleted', async () => {
    const other = { ...draft, id: 'ngheo-da-chieu', name: 'Nghèo đa chiều', version: 0 };
    await define('ta-office:focal', other).expect(200);
    const at = '/api/indicators/ho-ngheo-giam/deprecate';
    const write = (body: object, key?: string) => api.as('ta-office:head').write('post', at, body, key);
    const why = { ground: 'Chuẩn nghèo mới', version: 3 };
    expect((await write({ ...why, replacedBy: 'nowhere' })).status).toBe(404);
    expect((await write({ ...why, replacedBy: 'ho-ngheo-giam' })).body.code).toBe('indicator-replaces-itself');
    await write({ ...why, replacedBy: 'ngheo-da-chieu' }, 'deprecate-1').expect(200);
    await write({ ...why, replacedBy: 'ngheo-da-chieu' }, 'deprecate-1').expect(200);
    const list = async (query: string): Promise<string[]> =>
      (await api.as('ta-x1:focal').get(`/api/indicators?${query}`).expect(200)).body.items.map(
        ({ id }: { id: string }) => id,
      ) as string[];
    expect(await list('')).toEqual(['ngheo-da-chieu']);
    expect(await list('state=deprecated')).toEqual(['ho-ngheo-giam']);
    expect(await list('state=all&q=ngheo%20da')).toEqual(['ngheo-da-chieu']);
    expect(await list(`state=all&q=${encodeURIComponent('giảm')}`)).toEqual(['ho-ngheo-giam']);
  });

  it('shows where it is used, among the campaigns that the reader may see', async () => {
    const targets = plan.targets.map((one) => ({
      ...one,
      indicator: { id: 'ngheo-da-chieu', version: 1, decimals: 2 },
    }));
    const body = { ...plan, targets };
    await api.as('ta-office:focal').write('post', '/api/campaigns', body).expect(201);
    const used = async (who: string): Promise<unknown> =>
      (await api.as(who).get('/api/indicators/ngheo-da-chieu').expect(200)).body.campaigns;
    expect(await used('ta-office:focal')).toEqual([
      { campaign: 'ta-2023', name: 'Phong trào mẫu', target: 'T1', version: 1 },
    ]);
    expect(await used('tb-x1:focal')).toEqual([]);
  });
});
