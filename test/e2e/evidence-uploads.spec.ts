import request from 'supertest';
import { sweepEvidence } from '#libs/evidence';
import { evidenceLimitsOn } from '#libs/rules';
import { gridFiles } from '#libs/store';
import { PNG, pdf, sha256 } from '../fixtures/files.js';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';
import { asBytes, tusClient } from './tus-client.js';

type Server = Parameters<typeof request>[0];

const X2 = X1.replace('ta-x1', 'ta-x2');
const DAY_MS = 24 * 3_600_000;
const of = (id: string, rest = ''): string => `/api/obligations/${id}/evidence${rest}`;

jest.setTimeout(240_000);

withServers('a file of evidence on a line that breaks', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;
  let tus: ReturnType<typeof tusClient>;
  const server = () => world.app.getHttpServer() as Server;
  const remove = (post: string, path: string, key: string): request.Test =>
    request(server()).delete(path).set('authorization', `Bearer dev:${post}`).set('idempotency-key', key);
  const items = async (id = X1, who = focal) =>
    (await who.get(of(id)).expect(200)).body.items as { hash: string; path: string; bytes: number }[];

  beforeAll(async () => {
    world = await apiWorld();
    focal = world.as('ta-x1:focal');
    const office = world.as('ta-office:focal');
    await office.write('post', '/api/campaigns', plan).expect(201);
    await office.write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
    tus = tusClient(server(), 'ta-x1:focal');
  });
  afterAll(() => world?.close());

  it('goes on where the line broke; a wrong part leaves nothing; a lost answer is found again', async () => {
    const bytes = pdf(400_000);
    const announced = { path: 'sections.results', name: 'b.pdf' };
    const { body: form } = await focal.get(`/api/obligations/${X1}/form`);
    announced.path = `sections.${form.sections[0].id}`;
    const begun = await tus.begin(X1, bytes, announced, 'one-wish-key').expect(201);
    const again = await tus.begin(X1, bytes, announced, 'one-wish-key').expect(201);
    const url = begun.headers['location'] as string;
    expect(again.headers['location']).toBe(url);
    expect((await tus.begin(X1, bytes, { ...announced, name: 'c.pdf' }, 'one-wish-key')).body).toMatchObject({
      status: 422,
    });
    const first = await tus.append(url, 0, bytes.subarray(0, 150_000)).expect(204);
    expect(first.headers['upload-offset']).toBe('150000');
    expect((await tus.append(url, 0, bytes)).body).toMatchObject({ status: 409, code: 'upload-offset' });
    const part = bytes.subarray(150_000, 300_000);
    expect((await tus.append(url, 150_000, part, bytes)).status).toBe(460);
    expect((await tus.ask(url).expect(200)).headers['upload-offset']).toBe('150000');
    await tus.append(url, 150_000, part, part).expect(204);
    expect((await focal.get(of(X1))).body.uploads).toMatchObject([{ url, offset: 300_000, length: 400_000 }]);
    await tus.append(url, 300_000, Buffer.concat([bytes.subarray(300_000), PNG])).expect(413);
    const { headers } = await tus.ask(url).expect(200);
    const offset = Number(headers['upload-offset']);
    await tus.append(url, offset, bytes.subarray(offset)).expect(204);
    expect((await tus.ask(url).expect(200)).headers['upload-offset']).toBe('400000');
    expect(await items()).toContainEqual(expect.objectContaining({ path: announced.path, hash: sha256(bytes) }));
    expect(await world.store.uploadParts.countDocuments({})).toBe(0);
    const other = await tus.begin(X1, pdf(), { path: 'paper', name: 'd.pdf' }).expect(201);
    await tus.cancel(other.headers['location'] as string).expect(204);
    await tus.ask(other.headers['location'] as string).expect(410);
  });

  it('two connections send the same part at once: one wins, and the file is whole', async () => {
    for (let round = 0; round < 10; round += 1) {
      const bytes = pdf(200_000 + round);
      const begun = await tus.begin(X1, bytes, { path: 'paper', name: `${round}.pdf` }).expect(201);
      const url = begun.headers['location'] as string;
      const answers = await Promise.all([1, 2, 3].map(() => tus.append(url, 0, bytes)));
      const won = answers.filter(({ status }) => status === 204);
      const lost = answers.filter(({ status }) => status !== 204).map(({ status }) => status);
      expect([won.length, lost.filter((status) => ![409, 410, 423].includes(status))]).toEqual([1, []]);
      const { body } = await asBytes(focal.get(of(X1, `/${sha256(bytes)}`))).expect(200);
      expect(sha256(body as Buffer)).toBe(sha256(bytes));
      await remove('ta-x1:focal', of(X1, `/${sha256(bytes)}?path=paper`), `remove-key-${round}`).expect(200);
    }
  });

  it('an upload that nobody goes on with is removed, one whose process died at the end is completed', async () => {
    const theirs = tusClient(server(), 'ta-x2:focal');
    const [left, died] = [pdf(50_000), pdf(60_000)];
    const begun = await theirs.begin(X2, left, { path: 'paper', name: 'dở.pdf' }).expect(201);
    await theirs.append(begun.headers['location'] as string, 0, left.subarray(0, 40_000)).expect(204);
    const ended = await theirs.begin(X2, died, { path: 'paper', name: 'đủ.pdf' }).expect(201);
    const url = ended.headers['location'] as string;
    await theirs.append(url, 0, died.subarray(0, 59_999)).expect(204);
    // as a process leaves it that is killed between the last byte and the rest
    const upload = (await world.store.uploads.findOne({ name: 'đủ.pdf' }))!;
    await world.store.uploadParts.insertOne({
      _id: 'last',
      upload: upload._id,
      at: new Date(),
      bytes: died.subarray(59_999),
    } as never);
    await world.store.uploads.updateOne({ _id: upload._id }, {
      $push: { parts: { id: 'last', bytes: 1 } },
      $inc: { offset: 1 },
      $set: { lock: { token: 'killed', until: new Date(0) } },
    } as never);
    const sweep = (now: Date) => sweepEvidence(world.store, gridFiles(world.store), evidenceLimitsOn, now);
    expect(await sweep(new Date())).toMatchObject({ completed: 1, expired: 0 });
    expect(await items(X2, world.as('ta-x2:focal'))).toContainEqual(expect.objectContaining({ hash: sha256(died) }));
    expect(await sweep(new Date(Date.now() + 4 * DAY_MS))).toMatchObject({ completed: 0 });
    expect([await world.store.uploads.countDocuments({}), await world.store.uploadParts.countDocuments({})]).toEqual([
      0, 0,
    ]);
    await theirs.ask(begun.headers['location'] as string).expect(410);
  });
});
