import { withServers } from '../support/servers.js';
import { apiWorld, type ApiWorld } from './api-world.js';

const LEVELS = [
  { level: 'Xã', wants: 3 },
  { level: 'Huyện', wants: 3 },
  { level: 'Tỉnh', wants: 4 },
];

withServers('an officer tries out dates and units before anything is launched', () => {
  let world: ApiWorld;
  beforeAll(async () => (world = await apiWorld()));
  afterAll(() => world?.close());

  const ask = (path: string, body: object) => world.as('ta-office:focal').write('post', `/api/planning/${path}`, body);

  it('has the day of every level planned backwards, over weekends, and is told who is starved', async () => {
    // Friday 15/12/2023 back to the close of Thursday 30/11: eleven working days for ten wished
    const roomy = await ask('level-dates', { cutoff: '2023-11-30', due: '2023-12-15', levels: LEVELS }).expect(200);
    expect(roomy.body).toEqual({
      levels: [
        { level: 'Xã', due: '2023-12-06', has: 4, wants: 3, starved: false },
        { level: 'Huyện', due: '2023-12-11', has: 3, wants: 3, starved: false },
        { level: 'Tỉnh', due: '2023-12-15', has: 4, wants: 4, starved: false },
      ],
      slack: 1,
    });
    const tight = await ask('level-dates', { cutoff: '2023-11-30', due: '2023-12-05', levels: LEVELS }).expect(200);
    expect(
      tight.body.levels.map(({ due, has, starved }: { due: string; has: number; starved: boolean }) => [
        due,
        has,
        starved,
      ]),
    ).toEqual([
      ['2023-12-01', 1, true],
      ['2023-12-04', 1, true],
      ['2023-12-05', 1, true],
    ]);
  });

  it('is refused where a level would have no working day, with the earliest day that would do', async () => {
    const { body } = await ask('level-dates', { cutoff: '2023-11-30', due: '2023-12-04', levels: LEVELS }).expect(409);
    expect(body).toMatchObject({ code: 'periods-too-tight' });
    expect(body.detail).toContain('05/12/2023');
    await ask('level-dates', { cutoff: '2023-11-30', due: 'mai', levels: [] }).expect(400);
    await ask('level-dates', { cutoff: '2150-11-30', due: '2150-12-30', levels: LEVELS }).expect(422);
  });

  it('sees by name whom a selector picks below a unit', async () => {
    const communes = { under: 'ta', on: '2023-06-15', select: { kinds: ['commune'], exclude: ['ta-x2'] } };
    const { body } = await ask('units', communes).expect(200);
    expect(body).toEqual({
      count: 1,
      byKind: { commune: 1 },
      units: [{ id: 'ta-x1', name: 'Đơn vị ta-x1', kind: 'commune' }],
    });
    const nobody = await ask('units', { ...communes, select: { kinds: ['ministry'] } }).expect(200);
    expect(nobody.body).toEqual({ count: 0, byKind: {}, units: [] });
    await ask('units', { ...communes, under: 'nowhere' }).expect(404);
    await world.as(null).write('post', '/api/planning/units', communes).expect(401);
  });
});
