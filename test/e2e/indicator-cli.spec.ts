import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testMongoUri, withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const DEMO = 'apps/cli/demo-data/indicators.yaml';

withServers('dondoc indicator', () => {
  let test: TestStore;
  let folder: string;
  beforeAll(async () => {
    test = await testStore();
    folder = await mkdtemp(join(tmpdir(), 'dondoc-indicator-'));
  });
  afterAll(async () => {
    await test?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const dondoc = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, MONGODB_URI: testMongoUri(), MONGODB_DB: test.database, NODE_ENV: 'test' };
      execFile(process.execPath, ['dist/apps/cli/src/main.js', 'indicator', ...args], { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  const kept = () => test.store.indicators.countDocuments({});
  const file = async (text: string): Promise<string> => {
    const path = join(folder, 'f.yaml');
    await writeFile(path, text);
    return path;
  };

  it('takes a file whole, once, and shows first what it would do', async () => {
    const seen = await dondoc('import', DEMO, '--as', 'sl-snv:focal', '--dry-run');
    expect([seen.code, await kept()]).toEqual([0, 0]);
    expect(seen.out).toContain('budget-revenue');
    expect((await dondoc('import', DEMO, '--as', 'sl-snv:focal')).code).toBe(0);
    const again = JSON.parse((await dondoc('import', DEMO, '--as', 'sl-snv:focal', '--json')).out);
    expect([again.changes, await kept()]).toEqual([[], 6]);
    expect(JSON.parse((await dondoc('list', '--json')).out)).toHaveLength(6);
  });

  it('takes nothing of a file with one mistake, and says which', async () => {
    const row = (id: string, rest: string) =>
      `  - { id: ${id}, name: A, definition: B, source: C, method: sum, ${rest} }\n`;
    const wrong = await file(`indicators:\n${row('x1', 'unit: hộ, decimals: 0')}${row('x2', 'unit: hộ, decimals: 9')}`);
    const refused = await dondoc('import', wrong, '--as', 'sl-snv:focal');
    expect([refused.code, await kept()]).toEqual([1, 6]);
    expect(refused.err).toContain('indicators.1.decimals');
    const unit = await file(
      `indicators:\n${row('x1', 'unit: hộ, decimals: 0')}${row('budget-revenue', 'unit: USD, decimals: 0')}`,
    );
    const other = await dondoc('import', unit, '--as', 'sl-snv:focal');
    expect([other.code, await kept()]).toEqual([1, 6]);
    expect(other.err).toContain('tỷ đồng');
    expect((await dondoc('import', DEMO)).code).toBe(2);
    expect((await dondoc('import', DEMO, '--as', 'td-pnv:focal')).err).toContain('sl-snv');
  });

  it('deprecates with a ground and shows every version', async () => {
    const args = ['deprecate', 'grdp-growth', '--ground', 'Đổi năm gốc', '--as', 'sl-snv:head'];
    expect((await dondoc(...args)).code).toBe(0);
    expect((await dondoc(...args)).err).toContain('ngừng dùng');
    const { out } = await dondoc('show', 'grdp-growth');
    expect(out).toContain('Đổi năm gốc');
    expect(
      JSON.parse((await dondoc('show', 'grdp-growth', '--json')).out).map(
        ({ version }: { version: number }) => version,
      ),
    ).toEqual([2, 1]);
    expect((await dondoc('show', 'nothing')).code).toBe(1);
  });
});
