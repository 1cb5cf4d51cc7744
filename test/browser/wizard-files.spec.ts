import { readFileSync } from 'node:fs';
import type { PreparationView } from '#libs/contracts/http/index.js';
import { demoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { docxOfText, escaped } from '../documents/docx.js';
import { scanPdf } from '../documents/pdf.js';
import { PHONE } from '../support/chromium.js';
import { usable } from '../support/looked-at.js';
import { seenWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(300_000);

const TEXT = readFileSync('apps/cli/demo-data/seeds/003_198ce77e64f14ae6.txt', 'utf8');
const OFFICER = 'td-pnv:focal';
const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** The signed plan as offices have it: a Word file, a PDF that was printed from it, a scan. */
withServers('a plan’s file in the wizard', () => {
  let world: SeenWorld;
  let pasted: PreparationView;

  beforeAll(async () => {
    world = await seenWorld();
    await loadWorld(world.store, demoWorld(1));
    await world.clock.moveTo(new Date('2023-06-15T02:00:00Z'));
    const { body } = await world.as(OFFICER).write('post', '/api/preparations', { text: TEXT }).expect(201);
    pasted = await view(body.preparation as string);
  });
  afterAll(() => world?.close());

  const view = async (id: string): Promise<PreparationView> =>
    (await world.as(OFFICER).get(`/api/preparations/${id}`).expect(200)).body as PreparationView;
  /** What was read; a line of a sheet may end after a hyphen, so spaces do not count. */
  const read = ({ fields }: PreparationView) =>
    fields.map(({ field, value, origin }) => [field, origin, JSON.stringify(value).replace(/\s/g, '')]);

  /** What a browser prints of it on A4 sheets. */
  async function printed(): Promise<Buffer> {
    const { page, context } = await world.at(null);
    const lines = TEXT.split('\n').map((line) => `<p>${escaped(line)}</p>`);
    await page.setContent(`<body style="font: 13pt serif">${lines.join('')}</body>`);
    const pdf = await page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '3cm', right: '2cm' } });
    await context.close();
    return pdf;
  }

  it.each(['docx', 'pdf'] as const)('reads a .%s to the same facts as the text that is pasted', async (kind) => {
    const file = kind === 'docx' ? docxOfText(TEXT) : await printed();
    const { page, context, errors } = await world.at(OFFICER, PHONE);
    await page.goto('/chuan-bi');
    await page.getByLabel('Tệp văn bản').setInputFiles({
      ...{ name: `ke-hoach.${kind}`, mimeType: TYPES[kind], buffer: file },
    });
    await page.getByRole('button', { name: 'Đọc văn bản' }).click();
    await page.getByRole('heading', { name: '1. Văn bản' }).waitFor();
    await page.getByRole('button', { name: 'Xem trong văn bản: Ngày kết thúc' }).click();
    const mark = page.locator('mark.shown a').first();
    expect(await mark.textContent()).toContain('30/10/2023');
    await usable(page, kind);
    const found = await view(new URL(page.url()).pathname.split('/')[2]!);
    expect(found.source).toBe(`ke-hoach.${kind}`);
    expect(read(found)).toEqual(read(pasted));
    expect(errors).toEqual([]);
    await context.close();
  });

  it('says of a scan that it holds no text, and begins nothing', async () => {
    const before = await world.store.preparations.countDocuments({});
    const { page, context, errors } = await world.at(OFFICER);
    await page.goto('/chuan-bi');
    await page
      .getByLabel('Tệp văn bản')
      .setInputFiles({ name: 'ban-quet.pdf', mimeType: TYPES.pdf, buffer: scanPdf() });
    await page.getByRole('button', { name: 'Đọc văn bản' }).click();
    expect(await page.getByRole('alert').textContent()).toMatch(/quét|lớp chữ/);
    expect(await world.store.preparations.countDocuments({})).toBe(before);
    expect(errors).toEqual([]);
    await context.close();
  });
});
