import request from 'supertest';
import { sweepEvidence, verifyEvidence } from '#libs/evidence';
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
const yesNo = {
  ...plan.targets[0]!,
  id: 'T2',
  name: 'Đạt chuẩn',
  comparator: 'done',
  method: 'all_done',
  unit: '',
  value: 1,
} as const;
const step = plan.steps[0]!;
const proving = {
  ...plan,
  targets: [plan.targets[0]!, yesNo],
  steps: [{ ...step, duties: [{ ...step.duties[0]!, targets: ['T1', 'T2'] }] }, plan.steps[1]!],
};

jest.setTimeout(240_000);

withServers('evidence of a report', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;
  let office: ReturnType<ApiWorld['as']>;
  let tus: ReturnType<typeof tusClient>;
  const server = () => world.app.getHttpServer() as Server;
  const remove = (post: string, path: string, key: string): request.Test =>
    request(server()).delete(path).set('authorization', `Bearer dev:${post}`).set('idempotency-key', key);
  const items = async (id = X1, who = focal) =>
    (await who.get(of(id)).expect(200)).body.items as { hash: string; path: string; bytes: number }[];

  beforeAll(async () => {
    world = await apiWorld();
    focal = world.as('ta-x1:focal');
    office = world.as('ta-office:focal');
    await office.write('post', '/api/campaigns', proving).expect(201);
    await office.write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world, proving);
    tus = tusClient(server(), 'ta-x1:focal');
  });
  afterAll(() => world?.close());

  it('tells its limits first, and how uploads go', async () => {
    const { body } = await focal.get('/api/evidence/limits').expect(200);
    expect(body).toMatchObject({ maxBytes: 20 * 1024 * 1024, maxPerPlace: 10, scanner: 'none', protocol: 'tus 1.0.0' });
    expect(body.kinds.map(({ extension }: { extension: string }) => extension)).toContain('pdf');
    await world.as(null).get('/api/evidence/limits').expect(401);
    const { headers } = await request(server())
      .options(of(X1, '/uploads'))
      .set('authorization', 'Bearer dev:ta-x1:focal')
      .expect(204);
    expect(headers).toMatchObject({
      'tus-version': '1.0.0',
      'tus-extension': 'creation,termination,checksum,expiration',
      'tus-max-size': String(20 * 1024 * 1024),
    });
  });

  it('is bound to its figure, told by its content, and read by whoever reads the report', async () => {
    const bytes = pdf(300_000);
    await tus
      .whole(X1, bytes, { path: 'figures.T1', name: 'Quyết định 12.docx' })
      .then(({ status }) => expect(status).toBe(204));
    expect(await items()).toMatchObject([
      {
        ...{ path: 'figures.T1', hash: sha256(bytes), name: 'Quyết định 12.docx', bytes: 300_000 },
        ...{ type: 'application/pdf', scan: 'unscanned', bound: true, submitted: false },
      },
    ]);
    for (const who of ['ta-x1:head', 'ta-office:focal', 'ta:head']) {
      const { body, headers } = await asBytes(world.as(who).get(of(X1, `/${sha256(bytes)}`))).expect(200);
      expect(sha256(body as Buffer)).toBe(sha256(bytes));
      expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
      expect(headers['content-disposition']).toMatch(
        /^inline; filename="Quy_t __nh 12.docx.pdf"; filename\*=UTF-8''Quy%E1/,
      );
      expect(headers['content-security-policy']).toMatch(/^script-src 'none'; .*frame-ancestors 'self'$/);
    }
    for (const who of ['ta-x2:focal', 'tb-x1:focal', 'tb:head'])
      for (const path of ['', `/${sha256(bytes)}`]) await world.as(who).get(of(X1, path)).expect(403);
    const download = await focal.get(of(X1, `/${sha256(bytes)}?download=1`)).expect(200);
    expect(download.headers['content-disposition']).toMatch(/^attachment; /);
  });

  it('is refused in words where it is too large, of another kind, not what was announced, or nowhere in the form', async () => {
    const small = pdf();
    const begin = (length: string, path: string) =>
      tus.begin(X1, small, { path, name: 'a.pdf' }).set('upload-length', length);
    expect((await begin(String(20 * 1024 * 1024 + 1), 'figures.T1')).body).toMatchObject({
      status: 413,
      code: 'evidence-too-large',
    });
    expect((await begin('0', 'figures.T1')).body).toMatchObject({ status: 400, code: 'evidence-empty' });
    expect((await begin('-1', 'figures.T1')).body).toMatchObject({ status: 400, code: 'upload-length' });
    expect((await begin('9', 'figures.T9')).body).toMatchObject({ status: 400, code: 'evidence-place' });
    const html = Buffer.from('<!doctype html><script>alert(1)</script>');
    const named = await tus.whole(X1, html, { path: 'figures.T1', name: 'ảnh.png' });
    expect(named.body).toMatchObject({
      status: 415,
      code: 'evidence-type',
      detail: expect.stringContaining('pdf, jpg, png'),
    });
    const wrong = await tus.whole(X1, small, { path: 'figures.T1', name: 'a.pdf', hash: sha256(html) });
    expect(wrong.body).toMatchObject({ status: 422, code: 'evidence-hash' });
    const old = await tus.begin(X1, small, { path: 'paper', name: 'a.pdf' }).set('tus-resumable', '0.2.2');
    expect(old.body).toMatchObject({ status: 412, code: 'upload-version' });
    const told = await tus.begin(X1, small, { path: 'paper', name: 'a.pdf' }).set('upload-metadata', 'path !!');
    expect(told.body).toMatchObject({ status: 400, code: 'upload-metadata' });
    await tusClient(server(), 'ta-office:focal').begin(X1, small, { path: 'paper', name: 'a.pdf' }).expect(403);
    expect(await items()).toHaveLength(1);
    expect(await world.store.connection.collection('evidence.files').countDocuments({})).toBe(1);
  });

  it('is kept once; only who may read it binds it by its hash, and nobody learns that another has it', async () => {
    const bytes = pdf(5_000);
    const hash = sha256(bytes);
    await tus.whole(X1, bytes, { path: 'figures.T1', name: 'chung.pdf' });
    const byHash = (who: string, id: string, key?: string) =>
      world.as(who).write('post', of(id), { path: 'paper', hash }, key);
    const strange = await byHash('ta-x2:focal', X2);
    const never = await world.as('ta-x2:focal').write('post', of(X2), { path: 'paper', hash: sha256(PNG) });
    expect(strange.body).toMatchObject({ status: 404, code: 'evidence-not-here' });
    expect({ ...strange.body, instance: '' }).toEqual({ ...never.body, instance: '' });
    const files = () => world.store.connection.collection('evidence.files').countDocuments({});
    const before = await files();
    const theirs = tusClient(server(), 'ta-x2:focal');
    expect((await theirs.whole(X2, bytes, { path: 'paper', name: 'của tôi.pdf' })).status).toBe(204);
    expect([await files(), await world.store.evidence.countDocuments({ _id: hash })]).toEqual([before, 1]);
    expect(await items(X2, world.as('ta-x2:focal'))).toMatchObject([
      { name: 'của tôi.pdf', by: { post: 'ta-x2:focal' } },
    ]);
    await byHash('ta-x1:focal', X1, 'by-hash-key').expect(200);
    await byHash('ta-x1:focal', X1, 'by-hash-key').expect(200);
    expect((await items()).filter((one: { hash: string }) => one.hash === hash)).toHaveLength(2);
  });

  it('stops at the number of files a place may have, however many come at once', async () => {
    const many = Array.from({ length: 14 }, () => pdf(900));
    const theirs = tusClient(server(), 'ta-x2:focal');
    const statuses = await Promise.all(
      many.map(async (bytes, n) => {
        const begun = await theirs.begin(X2, bytes, { path: 'figures.T1', name: `${n}.pdf` });
        return begun.status === 201
          ? (await theirs.append(begun.headers['location'] as string, 0, bytes)).status
          : begun.status;
      }),
    );
    expect([statuses.filter((one) => one === 204).length, statuses.filter((one) => one === 409).length]).toEqual([
      10, 4,
    ]);
  });

  it('proves a yes, is named by the submission, and stays with it whatever happens to the draft', async () => {
    const figures = [
      { target: 'T1', value: 3, status: 'final' },
      { target: 'T2', value: 1, status: 'final', proof: 'Quyết định 12/QĐ-UBND' },
    ];
    const submit = () =>
      focal.write('post', `/api/obligations/${X1}/submission`, { content: { figures, narrative: 'Xong.' } });
    expect((await submit()).body).toMatchObject({ code: 'report-unexplained', errors: [{ code: 'fault.no-proof' }] });
    const proof = pdf(70_000);
    await tus.whole(X1, proof, { path: 'figures.T2', name: 'QĐ 12.pdf' });
    expect((await focal.get(`/api/obligations/${X1}/form/check`)).body.faults).not.toContainEqual(
      expect.objectContaining({ code: 'fault.evidence-infected' }),
    );
    await submit().expect(201);
    const { submission } = (await world.store.obligations.findOne({ _id: X1 }))!;
    const { content } = (await world.store.submissions.findOne({ _id: submission! }))!;
    expect(content.evidence!['figures.T2']).toEqual([
      { hash: sha256(proof), name: 'QĐ 12.pdf', bytes: 70_000, type: 'application/pdf' },
    ]);
    const gone = of(X1, `/${sha256(proof)}?path=figures.T2`);
    expect((await remove('ta-x1:focal', gone, 'remove-too-late')).body).toMatchObject({
      status: 409,
      code: 'illegal-step',
    });
    expect((await tus.begin(X1, PNG, { path: 'paper', name: 'muộn.png' })).body).toMatchObject({ status: 409 });
    const source = await office.get(`/api/obligations/${X1}/provenance?target=T2`).expect(200);
    expect(source.body.evidence).toMatchObject([{ name: 'QĐ 12.pdf', url: of(X1, `/${sha256(proof)}`) }]);

    await office.write('post', `/api/obligations/${X1}/receive`, {}).expect(201);
    const returned = await office.write('post', `/api/obligations/${X1}/return`, {
      reason: 'Xem ý kiến.',
      remarks: [{ path: 'figures.T2', reason: 'no-evidence', text: 'Ảnh mờ.' }],
    });
    expect(returned.status).toBe(201);
    await remove('ta-x1:focal', gone, 'remove-returned').expect(200);
    await tus.whole(X1, PNG, { path: 'figures.T2', name: 'ảnh.png' });
    const picture = await focal.get(of(X1, `/${sha256(PNG)}`)).expect(200);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*; sandbox$/),
      'cache-control': 'no-store',
    });
    await tus.whole(X1, pdf(801), { path: 'figures.T1', name: 'ngoài phần được mở.pdf' });
    const again = () =>
      focal.write('post', `/api/obligations/${X1}/submission`, {
        content: { figures, narrative: 'Xong.' },
        replies: [{ remark: 'r1.1', text: 'Đã thay.' }],
      });
    expect((await again()).body).toMatchObject({
      code: 'part-not-open',
      detail: expect.stringContaining('evidence.figures.T1'),
    });
    const stray = (await items()).find((one: { bytes: number }) => one.bytes === 801)!;
    await remove('ta-x1:focal', of(X1, `/${stray.hash}?path=figures.T1`), 'remove-stray').expect(200);
    await again().expect(201);
    const then = await items();
    expect(then.filter((one: { path: string }) => one.path === 'figures.T2')).toMatchObject(
      [sha256(proof), sha256(PNG)].sort().map((hash) => ({ hash, submitted: true, bound: hash === sha256(PNG) })),
    );
    const sweep = (now: number) => sweepEvidence(world.store, gridFiles(world.store), evidenceLimitsOn, new Date(now));
    await sweep(Date.now() + 30 * DAY_MS);
    await office.get(of(X1, `/${sha256(proof)}`)).expect(200);
    await office.get(of(X1, `/${stray.hash}`)).expect(404);
    expect(await world.store.evidence.countDocuments({ _id: stray.hash })).toBe(0);
    const chunks = world.store.connection.collection('evidence.chunks');
    const kept = (await world.store.evidence.distinct('file')).sort();
    expect((await chunks.distinct('files_id')).map(String).sort()).toEqual(kept);
  });

  it('verify reads every byte again: a damaged and a missing file are named', async () => {
    const files = gridFiles(world.store);
    expect(await verifyEvidence(world.store, files)).toMatchObject({ damaged: [], missing: [] });
    const [one, two] = await world.store.evidence.find({}).limit(2).toArray();
    const chunks = world.store.connection.collection('evidence.chunks');
    const chunk = (await chunks.findOne({ files_id: one!.file } as never)) as unknown as {
      _id: never;
      data: { buffer: Buffer };
    };
    const spoiled = Buffer.from(chunk.data.buffer);
    spoiled[0]! ^= 1;
    await chunks.updateOne({ _id: chunk._id }, { $set: { data: spoiled } });
    await files.remove(two!.file);
    const { damaged } = await verifyEvidence(world.store, files);
    expect(damaged.map(({ hash }) => hash).sort()).toEqual([one!._id, two!._id].sort());
  });
});
