import request from 'supertest';
import { extractText, type Extracted } from '#libs/documents';
import { keptTemplate } from '#libs/letters';
import PizZip from 'pizzip';
import { withServers } from '../support/servers.js';
import { apiWorld, openReport, plan, X1, type ApiWorld } from './api-world.js';

const bytes = (test: request.Test): request.Test =>
  test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
const textOf = async (body: Buffer): Promise<string> =>
  ((await extractText({ name: 'a', bytes: body })) as Extracted).text;

const CAMPAIGN = '/api/campaigns/ta-2023';
const URGE = `/api/obligations/${X1}/urging-letter`;

withServers('documents of an office', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
    const head = world.as('ta:head');
    await head.write('post', '/api/campaigns', plan).expect(201);
    await openReport(world);
    // one reminder that reached somebody, one that did not
    await world.store.messages.insertOne({ _id: 'm1', sentAt: new Date('2023-09-18T01:00:00Z') } as never);
    const notice = { campaign: 'ta-2023', obligation: X1, phase: 'submission', rung: 'due-2', act: 'remind' };
    await world.store.notices.insertMany([
      { ...notice, _id: 'n1', post: 'ta-x1:focal', state: 'sent', message: 'm1', at: new Date('2023-09-18T00:00:00Z') },
      {
        ...notice,
        _id: 'n2',
        post: 'ta-x1:head',
        state: 'failed',
        message: null,
        at: new Date('2023-09-19T00:00:00Z'),
      },
    ] as never);
  });
  afterAll(() => world?.close());

  it('has nothing to urge before the due day has ended', async () => {
    await world.clock.moveTo(new Date('2023-09-20T16:59:59Z'));
    const { body } = await world.as('ta-office:focal').write('post', URGE, {}).expect(409);
    expect(body.code).toBe('letter-nothing-late');
    const list = await bytes(world.as('ta:head').get(`${CAMPAIGN}/late-list.docx`)).expect(200);
    expect(await textOf(list.body)).toContain('Không có đơn vị nào chậm.');
  });

  it('gives the fact sheet of an obligation as Word and PDF to who may read it', async () => {
    await world.clock.moveTo(new Date('2023-09-25T01:00:00Z'));
    const word = await bytes(world.as('ta-x1:focal').get(`/api/obligations/${X1}/fact-sheet.docx`)).expect(200);
    expect(word.headers['content-type']).toContain('wordprocessingml');
    expect(word.headers['content-disposition']).toBe(`attachment; filename="phieu.${X1}.docx"`);
    const text = await textOf(word.body);
    expect(text).toContain('Đơn vị phải thực hiện | Đơn vị ta-x1');
    expect(text).toContain('Đã quá hạn | 5 ngày');
    expect(text).toContain('18/09/2023 | Nhắc việc | focal ta-x1 | đã gửi');
    expect(text).toContain('19/09/2023 | Nhắc việc | head ta-x1 | không gửi được');
    const pdf = await bytes(world.as('ta-x1:focal').get(`/api/obligations/${X1}/fact-sheet.pdf`)).expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(await textOf(pdf.body)).toContain('PHIẾU TÌNH HÌNH THỰC HIỆN');
    await world.as('tb-x1:focal').get(`/api/obligations/${X1}/fact-sheet.pdf`).expect(403);
    await world.as(null).get(`/api/obligations/${X1}/fact-sheet.docx`).expect(401);
    await world.as('ta-x1:focal').get('/api/obligations/none/fact-sheet.docx').expect(404);
  });

  it('names in the list only the units that its reader may see', async () => {
    const listed = async (post: string) =>
      textOf((await bytes(world.as(post).get(`${CAMPAIGN}/late-list.docx`)).expect(200)).body as Buffer);
    expect(await listed('ta:head')).toMatch(/1 \| Đơn vị ta-x1 [^]*2 \| Đơn vị ta-x2 [^]*2 đơn vị, 2 việc/);
    const own = await listed('ta-x1:focal');
    expect(own).toContain('Tổng số: 1 đơn vị, 1 việc');
    expect(own).not.toContain('ta-x2');
    await world.as('tb-x1:focal').get(`${CAMPAIGN}/late-list.pdf`).expect(403);
  });

  it('drafts one letter for one key, and prints the same again after the work was done', async () => {
    const office = world.as('ta-office:focal');
    const wish = { number: 5, symbol: 'CV-PNV', day: '2023-09-25', byDay: '2023-09-29' };
    const first = await office.write('post', URGE, wish, 'letter-key-1').expect(201);
    const again = await office.write('post', URGE, wish, 'letter-key-1').expect(201);
    expect(again.body).toEqual(first.body);
    await office.write('post', URGE, { ...wish, number: 6 }, 'letter-key-1').expect(422);
    expect(await world.store.letters.countDocuments({})).toBe(1);

    await world.store.obligations.updateOne({ _id: X1 }, { $set: { state: 'submitted' } });
    const printed = await bytes(office.get(first.body.docx)).expect(200);
    const text = await textOf(printed.body);
    expect(text).toContain('Số: 05/CV-PNV');
    expect(text).toContain('ngày 25 tháng 9 năm 2023');
    expect(text).toContain('Kính gửi: Đơn vị ta-x1');
    expect(text).toContain(`Mã băm nội dung (SHA-256): ${first.body.hash}`);
    const pdf = await bytes(office.get(first.body.pdf)).expect(200);
    expect(await textOf(pdf.body)).toContain(first.body.hash);
    await world.as('ta-x1:focal').get(first.body.docx).expect(403);
    await world.store.obligations.updateOne({ _id: X1 }, { $set: { state: 'open' } });
  });

  it('keeps one letter when the same request arrives twice at once', async () => {
    const ask = () => world.as('ta:head').write('post', `${CAMPAIGN}/urging-letter`, {}, 'letter-key-2');
    const [one, other] = await Promise.all([ask(), ask()]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body).toEqual(other.body);
    const text = await textOf((await bytes(world.as('ta:head').get(one.body.docx)).expect(200)).body as Buffer);
    expect(text).toMatch(/- Đơn vị ta-x1;\n- Đơn vị ta-x2\./);
  });

  it('urges nobody while the campaign is suspended or after it was cancelled', async () => {
    const { campaigns } = world.store;
    for (const [set, code] of [
      [{ suspended: true }, 'letter-suspended'],
      [{ suspended: false, state: 'cancelled' }, 'campaign-cancelled'],
    ] as const) {
      const { state } = (await campaigns.findOne({ _id: 'ta-2023' }))!;
      await campaigns.updateOne({ _id: 'ta-2023' }, { $set: set });
      expect((await world.as('ta:head').write('post', URGE, {}).expect(409)).body.code).toBe(code);
      await campaigns.updateOne({ _id: 'ta-2023' }, { $set: { suspended: false, state } });
    }
  });

  it('leaves the owing unit and strangers without a letter, and names a wrong field', async () => {
    for (const post of ['ta-x1:focal', 'tb:head', 'ta:administrator'])
      await world.as(post).write('post', URGE, {}).expect(403);
    const { body } = await world
      .as('ta-office:focal')
      .write('post', URGE, { number: 0, symbol: 'cv', extra: 1 })
      .expect(400);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['extra', 'number', 'symbol']);
  });

  describe('its own template', () => {
    const PATH = '/api/units/ta-office/letter-templates/urging_letter';
    const put = (post: string, file: Buffer, path = PATH) =>
      request(world.app.getHttpServer())
        .post(path)
        .set({ authorization: `Bearer dev:${post}`, 'idempotency-key': 'template-key' })
        .attach('file', file, 'mẫu.docx');
    const edited = async (from: string, to: string) => {
      const zip = new PizZip(await keptTemplate('urging_letter'));
      zip.file('word/document.xml', zip.file('word/document.xml')!.asText().replace(from, to));
      return zip.generate({ type: 'nodebuffer' });
    };

    it('is checked, kept, printed with, and given up', async () => {
      const office = world.as('ta-office:focal');
      const original = await bytes(office.get(PATH)).expect(200);
      expect((original.body as Buffer).equals(await keptTemplate('urging_letter'))).toBe(true);

      const wrong = await put('ta-office:focal', await edited('{co_quan}', '{co_qan}'));
      expect(wrong.status).toBe(422);
      expect(wrong.body.errors[0]).toEqual({
        field: '{co_qan}',
        message: 'Trong đoạn “{co_qan}”: không có chỗ điền {co_qan}. Có phải là {co_quan}?',
      });
      expect(await world.store.letterTemplates.countDocuments({})).toBe(0);

      expect((await put('ta-office:focal', await edited('Nơi nhận:', 'Nơi nhận văn bản:'))).status).toBe(200);
      const made = await office.write('post', URGE, {}).expect(201);
      const text = async () => textOf((await bytes(office.get(made.body.docx)).expect(200)).body as Buffer);
      expect(await text()).toContain('Nơi nhận văn bản:');
      await office.write('delete' as 'put', PATH, {}).expect(200);
      expect(await text()).not.toContain('Nơi nhận văn bản:');
    });

    it('belongs to its own officers', async () => {
      const template = await keptTemplate('urging_letter');
      for (const post of ['ta-x1:focal', 'ta:head', 'ta:administrator'])
        expect((await put(post, template)).status).toBe(403);
      expect((await put('ta-office:head', template, '/api/units/ta-office/letter-templates/other')).status).toBe(404);
      expect((await put('ta-office:head', Buffer.alloc(1024 * 1024 + 1))).status).toBe(413);
      expect((await put('ta-office:head', Buffer.from('x'))).body.code).toBe('template-not-docx');
    });
  });
});
