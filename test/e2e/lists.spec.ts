import type request from 'supertest';
import { isRefusal } from '#libs/domain';
import { readXlsx, type Workbook } from '#libs/documents';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const CODE = plan.code;

withServers('lists as Excel files', () => {
  let world: ApiWorld;

  beforeAll(async () => {
    world = await apiWorld();
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', `/api/campaigns/${CODE}/launch`, {}).expect(201);
    await openReport(world);
    // a name that a spreadsheet would take for a formula
    await world.store.units.updateOne({ _id: 'ta-x2' }, { $set: { name: '=HYPERLINK("http://x","bấm")' } });
    await world.clock.moveTo(new Date('2023-09-25T02:00:00Z'));
  });
  afterAll(() => world?.close());

  /** Rows of the first sheet, texts and numbers, each with whether it is the result of a formula. */
  async function rowsOf(test: request.Test): Promise<{ rows: unknown[][]; formulas: number }> {
    const { body, headers } = await test
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.xlsx"$/);
    const book = await readXlsx('list.xlsx', body as Buffer);
    if (isRefusal(book)) throw new Error(book.reason);
    return sheetOf(book);
  }
  function sheetOf(book: Workbook) {
    const cells = [...book.sheets[0]!.cells.values()];
    const rows: unknown[][] = [];
    for (const { ref, cell } of cells) {
      const [, letters = 'A', number = '1'] = /^([A-Z]+)(\d+)$/.exec(ref) ?? [];
      (rows[Number(number) - 1] ??= [])[letters.charCodeAt(0) - 65] = cell.value;
    }
    return { rows, formulas: cells.filter(({ formula }) => formula).length };
  }

  it('the matrix holds the rows of the screen, by the same filters, and says by which', async () => {
    const office = world.as('ta-office:focal');
    const seen = (await office.get(`/api/campaigns/${CODE}/matrix`)).body.rows;
    expect(seen).toHaveLength(2);
    const path = `/api/campaigns/${CODE}/matrix.xlsx`;
    const all = await rowsOf(office.get(path));
    expect(all.rows[0]).toEqual(['Theo dõi nộp báo cáo: Phong trào mẫu']);
    expect(all.rows[1]).toEqual(['Số liệu lúc 09:00 25/09/2023, 2 dòng']);
    expect(all.rows[3]).toEqual(['Đơn vị', 'Cấp', 'Báo cáo đợt 1 (20/09/2023)']);
    expect(all.rows.slice(4)).toEqual([
      ['=HYPERLINK("http://x","bấm")', 'xã', 'quá hạn'],
      ['Đơn vị ta-x1', 'xã', 'quá hạn'],
    ]);
    expect(all.formulas).toBe(0);
    const found = await rowsOf(office.get(`${path}?find=don%20vi&mark=overdue`));
    expect(found.rows[1]).toEqual(['Số liệu lúc 09:00 25/09/2023, 1 dòng · tìm “don vi” · trạng thái: quá hạn']);
    expect(found.rows.slice(4)).toEqual([['Đơn vị ta-x1', 'xã', 'quá hạn']]);
    await office.get(`${path}?mark=nothing`).expect(400);
  });

  it('a unit gets its own rows and nothing of others; a stranger gets nothing', async () => {
    const own = await rowsOf(world.as('ta-x1:focal').get(`/api/campaigns/${CODE}/matrix.xlsx`));
    expect(own.rows.slice(4).map(([name]) => name)).toEqual(['Đơn vị ta-x1']);
    const late = await rowsOf(world.as('ta-x1:focal').get(`/api/campaigns/${CODE}/late.xlsx`));
    expect(late.rows.slice(4)).toEqual([['Đơn vị ta-x1', 'Báo cáo đợt 1', 'xã', 'đang mở', '20/09/2023', 5]]);
    for (const list of ['matrix', 'late'])
      await world.as('tb-x1:focal').get(`/api/campaigns/${CODE}/${list}.xlsx`).expect(403);
    await world.as(null).get('/api/exports/work.xlsx').expect(401);
    const stranger = await rowsOf(world.as('tb-x1:focal').get('/api/exports/work.xlsx'));
    expect(stranger.rows.slice(4)).toEqual([]);
  });

  it('my work and the queue say what the screens say, in the language that is asked for', async () => {
    const work = await rowsOf(world.as('ta-x1:focal').get('/api/exports/work.xlsx'));
    expect(work.rows[4]).toEqual([
      ...['Báo cáo đợt 1', 'Đơn vị ta-x1', 'Phong trào mẫu', 'quá hạn', 'đang mở'],
      ...['20/09/2023', -3, '27/09/2023', undefined, 0],
    ]);
    const content = { figures: [{ target: 'T1', value: 12, status: 'final' }], narrative: 'Xong.' };
    await world.as('ta-x1:focal').write('post', `/api/obligations/${X1}/submission`, { content }).expect(201);
    const queue = await rowsOf(
      world.as('ta-office:focal').get('/api/exports/review-queue.xlsx').set('accept-language', 'en'),
    );
    expect(queue.rows[0]).toEqual(['To review: Đơn vị ta-office']);
    expect(queue.rows[4]!.slice(0, 7)).toEqual([
      ...['Đơn vị ta-x1', 'Báo cáo đợt 1', 'Phong trào mẫu', 'đã nộp', 1],
      ...['25/09/2023 09:00', 'no'],
    ]);
    const other = await rowsOf(world.as('tb:focal').get('/api/exports/review-queue.xlsx'));
    expect(other.rows.slice(4)).toEqual([]);
    const covenants = await rowsOf(world.as('ta-x1:focal').get('/api/exports/covenants.xlsx'));
    expect(covenants.rows[0]).toEqual(['Giao ước thi đua']);
  });
});
