import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { testMongoUri, withServers } from '../support/servers.js';
import { testStore, type TestStore } from '../support/test-store.js';

const SEED = 'apps/cli/demo-data/seeds/003_198ce77e64f14ae6.txt';
const ANSWERS = 'apps/cli/demo-data/answers/003.yaml';

interface Run {
  code: number;
  out: string;
  err: string;
}

withServers('dondoc plan draft', () => {
  let test: TestStore;
  let folder: string;
  beforeAll(async () => {
    test = await testStore();
    folder = await mkdtemp(join(tmpdir(), 'dondoc-draft-'));
    await loadWorld(test.store, demoWorld(1));
  });
  afterAll(async () => {
    await test?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const dondoc = (...args: string[]): Promise<Run> =>
    new Promise((resolve) => {
      const env = { ...process.env, MONGODB_URI: testMongoUri(), MONGODB_DB: test.database, NODE_ENV: 'test' };
      execFile(process.execPath, ['dist/apps/cli/src/main.js', 'plan', 'draft', ...args], { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  const made = () => test.store.preparations.countDocuments({});

  it('makes the preparation once, and says in words what is missing', async () => {
    const args = [SEED, '--as', 'td-pnv:focal', '--code', 'td-2023', '--key', 'draft-003'];
    const { code, out } = await dondoc(...args);
    expect(code).toBe(0);
    expect(out).toContain('Phong trào bắt đầu “từ nay” nhưng ngày ban hành để trống');
    expect(out).toMatch(/phải có hoặc cho bỏ qua +defect:blank_number@3 .*thủ trưởng cơ quan thường trực/);
    expect(out).not.toContain('unanswered:code');
    expect((await dondoc(...args)).out).toBe(out);
    expect(await made()).toBe(1);
  });

  it('takes a file of answers; then only confirmations, waivers and open questions are left', async () => {
    const { code, out } = await dondoc(SEED, '--answers', ANSWERS, '--json');
    const found = JSON.parse(out) as { preparation: string; clean: boolean; items: { kind: string; open: boolean }[] };
    const kinds = new Set(found.items.filter(({ open }) => open).map(({ kind }) => kind));
    expect([code, found.clean, kinds]).toEqual([0, false, new Set(['defect', 'indicator', 'question', 'unconfirmed'])]);
    const stored = (await test.store.preparations.findOne({ _id: found.preparation }))!;
    expect([stored.owner, stored.launchingUnit, stored.standingBody]).toEqual(['td-pnv', 'td', 'td-pnv']);
  });

  it('names what is wrong with its input, and stores nothing', async () => {
    const before = await made();
    const wrong = join(folder, 'wrong.yaml');
    await writeFile(wrong, 'code: "có dấu"\nstart: { value: 2023-02-30, inferred: true, ground: x }\ncolour: red\n');
    const { code, err } = await dondoc(SEED, '--answers', wrong, '--as', 'td-pnv:focal');
    expect(code).toBe(2);
    expect(err).toContain(`${wrong}, code: chỉ gồm chữ không dấu`);
    expect(err).toContain(`${wrong}, start.value: phải là ngày có thật`);
    expect(err).toContain('trường không được nhận: colour');
    expect((await dondoc(SEED)).err).toContain('Không rõ hồ sơ của đơn vị nào');
    expect((await dondoc(join(folder, 'none.txt'), '--as', 'td-pnv:focal')).err).toContain('Không có tệp');
    expect(await made()).toBe(before);
  });
});
