import { readFileSync } from 'node:fs';
import request from 'supertest';
import { withServers } from '../support/servers.js';
import { apiWorld, type ApiWorld } from './api-world.js';

const SEED = 'apps/cli/demo-data/seeds/003_198ce77e64f14ae6.txt';

interface Read {
  text: string;
  reading: { numeric_targets: { evidence: string; offset: number }[] };
}

withServers('an officer uploads the plan that was signed', () => {
  let world: ApiWorld;
  let officer: ReturnType<ApiWorld['as']>;
  let before: string[];
  let n = 0;

  const upload = (bytes: Buffer, name: string) =>
    request(world.app.getHttpServer())
      .post('/api/plans/read')
      .set('authorization', 'Bearer dev:ta-office:focal')
      .set('idempotency-key', `upload-${(n += 1)}`)
      .attach('file', bytes, name);
  const documents = async () =>
    (await world.store.connection.db!.listCollections().toArray()).map(({ name }) => name).sort();

  beforeAll(async () => {
    world = await apiWorld();
    officer = world.as('ta-office:focal');
    before = await documents();
  });
  afterAll(() => world?.close());

  it('answers with what was read, each fact with its place in the text, and stores nothing', async () => {
    const text = readFileSync(SEED, 'utf8');
    const { body } = await upload(Buffer.from(text), 'kế hoạch.txt').expect(200);
    const { reading, text: normalised } = body as Read;
    expect(reading).toMatchObject({
      issuer: 'UBND huyện Tam Đường (tỉnh Lai Châu)',
      level: 'district',
      end: { value: '2023-10-30' },
    });
    for (const { evidence, offset } of reading.numeric_targets) {
      expect(normalised.startsWith(evidence, offset)).toBe(true);
    }
    const pasted = await officer.write('post', '/api/plans/read', { text }).expect(200);
    expect(pasted.body).toEqual(body);
    expect(await documents()).toEqual(before);
  });

  it('says in words what it cannot read', async () => {
    const tries: [Buffer, string, number, string][] = [
      [Buffer.alloc(0), 'trống.txt', 422, 'document-empty'],
      [
        Buffer.from('The province launches a campaign; every unit reports each month.'),
        'en.txt',
        422,
        'document-not-vietnamese',
      ],
      [
        Buffer.from('Hôm nay trời đẹp, tôi đi chợ mua năm quả cam và ba cân gạo nếp.'),
        'thư.txt',
        422,
        'document-no-plan',
      ],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'ảnh.png', 422, 'document-image'],
      [Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'to.txt', 413, 'too-large'],
    ];
    for (const [bytes, name, status, code] of tries) {
      const { body } = await upload(bytes, name);
      expect([name, (body as { status: number }).status, (body as { code: string }).code]).toEqual([
        name,
        status,
        code,
      ]);
    }
    await officer.write('post', '/api/plans/read', { text: 7 }).expect(400);
    await request(world.app.getHttpServer()).post('/api/plans/read').set('idempotency-key', 'nobody-1').expect(401);
    expect(await documents()).toEqual(before);
  });
});
