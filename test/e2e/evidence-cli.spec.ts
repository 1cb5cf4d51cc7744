import { execFile } from 'node:child_process';
import { bindFile, gridFiles, keepContentOnce, type BoundFile } from '#libs/store';
import { pdf, sha256 } from '../fixtures/files.js';
import { testMongoUri, withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const ID = 'c.report.report.xa-1.main';

withServers('dondoc evidence', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await testStore();
  });
  afterAll(() => test?.close());

  const dondoc = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, MONGODB_URI: testMongoUri(), MONGODB_DB: test.database, NODE_ENV: 'test' };
      execFile(process.execPath, ['dist/apps/cli/src/main.js', 'evidence', ...args], { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });

  it('lists the files of a report, and finds the one that is not what it was', async () => {
    const { store } = test;
    const files = gridFiles(store);
    const [bytes, hash] = [pdf(2_000), sha256(Buffer.from('another'))];
    const at = new Date();
    async function* spoiled(): AsyncGenerator<Buffer> {
      yield bytes;
    }
    await store.obligations.insertOne({ _id: ID, campaign: 'c' } as never);
    await files.put('copy', spoiled());
    const content = { _id: hash, file: 'copy', bytes: 2_000, type: 'application/pdf', keptAt: at, touchedAt: at };
    await keepContentOnce(store, { ...content, scan: null });
    const by = { post: 'xa-1:focal', person: null };
    const file: BoundFile = {
      path: 'paper',
      hash,
      name: 'QĐ.pdf',
      bytes: 2_000,
      type: content.type,
      by,
      at,
      since: at,
    };
    await bindFile(store, { _id: ID, campaign: 'c' }, file, { maxPerPlace: 1, maxPerReport: 1 }, null);
    const listed = await dondoc('list', ID, '--json');
    expect([listed.code, JSON.parse(listed.out)]).toMatchObject([
      0,
      [{ path: 'paper', hash, name: 'QĐ.pdf', scan: 'unscanned', bound: true, submitted: false }],
    ]);
    expect(await dondoc('list', 'nothing')).toMatchObject({ code: 1, err: expect.stringContaining('nothing') });
    const verified = await dondoc('verify', '--json');
    expect([verified.code, JSON.parse(verified.out)]).toMatchObject([
      1,
      { files: 1, damaged: [{ hash, found: sha256(bytes) }], missing: [] },
    ]);
    await store.evidence.deleteOne({ _id: hash });
    const missing = await dondoc('verify');
    expect([missing.code, missing.out]).toEqual([1, expect.stringContaining(`${ID} (paper): thiếu tệp ${hash}`)]);
  });
});
