import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import request from 'supertest';
import { testMongoUri, withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const OF_X1 = `/api/obligations/${X1}`;
const SHEET = 'xl/worksheets/sheet1.xml';

withServers('a report by Excel', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;
  let folder: string;
  let keys = 0;

  beforeAll(async () => {
    world = await apiWorld();
    focal = world.as('ta-x1:focal');
    folder = await mkdtemp(join(tmpdir(), 'dondoc-report-'));
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
  });
  afterAll(async () => {
    await world?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const template = async (): Promise<Buffer> => {
    const { body, headers } = await binary(focal.get(`${OF_X1}/form/excel`)).expect(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="${X1}.xlsx"`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    return body as Buffer;
  };
  const upload = (bytes: Buffer) =>
    request(world.app.getHttpServer())
      .post(`${OF_X1}/draft/excel`)
      .set('authorization', 'Bearer dev:ta-x1:focal')
      .set('idempotency-key', `excel-key-${(keys += 1)}`)
      .attach('file', bytes, 'báo-cáo.xlsx');
  const dondoc = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const MONGODB_DB = world.store.connection.name;
      const env = { ...process.env, MONGODB_URI: testMongoUri(), MONGODB_DB, NODE_ENV: 'test', CLOCK: 'stepped' };
      execFile(process.execPath, ['dist/apps/cli/src/main.js', 'report', ...args], { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });

  it('goes out over HTTP and comes back: difference first, bad cells named, nothing written', async () => {
    const filled = withFigure(await template(), '<v>7</v>');
    const { body } = await upload(filled).expect(200);
    expect(body).toMatchObject({ faults: [], changes: [{ path: 'figures.T1.final.value', value: 7, current: null }] });
    const bad = await upload(withFigure(await template(), '<v>#REF!</v>', 't="e"')).expect(200);
    expect(bad.body).toMatchObject({ changes: [], faults: [{ cell: 'J5', code: 'fault.excel-error' }] });
    expect((await upload(Buffer.from('STT;số'))).body).toMatchObject({ status: 422, code: 'excel-not-xlsx' });
    expect((await upload(Buffer.alloc(6 * 1024 * 1024))).status).toBe(413);
    const other = await binary(world.as('ta-x2:focal').get(`${OF_X1.replace('x1', 'x2')}/form/excel`));
    expect((await upload(other.body as Buffer)).body).toMatchObject({ status: 409, code: 'excel-other-report' });
    expect(await world.store.drafts.countDocuments({})).toBe(0);
  });

  it('goes out and comes back on the command line, saved once for one key', async () => {
    const file = join(folder, 'x1.xlsx');
    expect(await dondoc('template', X1, '--out', file)).toMatchObject({ code: 0, out: `${file}\n` });
    const bad = join(folder, 'bad.xlsx');
    await writeFile(bad, withFigure(await readFile(file), '<is><t>bảy</t></is>', 't="inlineStr"'));
    expect(await dondoc('import', X1, bad, '--save')).toMatchObject({ code: 1, out: expect.stringContaining('J5') });
    const good = join(folder, 'good.xlsx');
    await writeFile(good, withFigure(await readFile(file), '<v>8</v>'));
    const shown = await dondoc('import', X1, good);
    expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('figures.T1.final.value') });
    expect(await world.store.drafts.countDocuments({})).toBe(0);
    const saved = await dondoc('import', X1, good, '--save', '--as', 'ta-x1:focal', '--key', 'cli-key-1');
    expect(saved).toMatchObject({ code: 0, out: expect.stringContaining('Đã ghi 1 ô') });
    const view = JSON.parse((await dondoc('show', X1, '--json')).out) as {
      draft: { revision: number; fields: object };
    };
    expect(view.draft).toMatchObject({
      revision: 1,
      fields: { 'figures.T1.final.value': { value: 8, by: 'ta-x1:focal' } },
    });
  }, 120_000);

  it('carries difficulties there and back; handed in, they are owed by the superior', async () => {
    const file = await template();
    const empty = /<c r="A(\d+)"[^>]*><is><t[^>]*>difficulties\.(e\d+-1)</.exec(
      new PizZip(file).file(SHEET)!.asText(),
    )!;
    const [, row, key] = empty;
    const said = 'Chưa có kinh phí giải phóng mặt bằng.';
    const filled = withCell(file, `H${row}`, `<is><t>${said}</t></is>`, 't="inlineStr"');
    const { body } = await upload(filled).expect(200);
    const path = `difficulties.${key}`;
    expect(body).toMatchObject({ faults: [], changes: [{ path, value: said, current: null }] });
    const spoiled = withCell(file, `H${row}`, `<is><t>${'x'.repeat(2_001)}</t></is>`, 't="inlineStr"');
    expect((await upload(spoiled).expect(200)).body).toMatchObject({
      changes: [],
      faults: [{ cell: `H${row}`, path, code: 'fault.difficulty-too-long' }],
    });
    const changes = [
      { path, seen: 0, value: said },
      { path: 'sections.results', seen: 0, value: 'Đã xong.' },
    ];
    const saved = await focal.write('patch', `${OF_X1}/draft`, { form: body.form as string, changes }).expect(200);
    const again = await template();
    expect(new PizZip(again).file(SHEET)!.asText()).toContain(said);
    expect((await upload(again).expect(200)).body).toMatchObject({ faults: [], changes: [] });
    await focal.write('post', `${OF_X1}/submission`, { draft: saved.body.hash as string }).expect(201);
    const { body: raised } = await focal.get(`${OF_X1}/difficulties`).expect(200);
    expect(raised.items).toMatchObject([{ key, standing: 'waiting', words: [{ text: said }] }]);
  });
});

/** The only target's final figure stands in J5. */
const withFigure = (bytes: Buffer, inner: string, attributes = ''): Buffer => withCell(bytes, 'J5', inner, attributes);

function withCell(bytes: Buffer, ref: string, inner: string, attributes = ''): Buffer {
  const zip = new PizZip(bytes);
  const xml = zip.file(SHEET)!.asText();
  const place = new RegExp(`<c r="${ref}"[^>]*?(?:/>|>.*?</c>)`);
  zip.file(SHEET, xml.replace(place, `<c r="${ref}" ${attributes}>${inner}</c>`));
  return zip.generate({ type: 'nodebuffer' });
}

/** The body as it came. */
const binary = (test: request.Test): request.Test =>
  test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
