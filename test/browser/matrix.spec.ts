import { X1 } from '../e2e/api-world.js';
import { PHONE } from '../support/chromium.js';
import { usable } from '../support/looked-at.js';
import { launchedWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(240_000);

/** What a supervisor does about many units at once, from the matrix. */
withServers('the matrix', () => {
  let world: SeenWorld;
  const MATRIX = '/phong-trao/ta-2023/theo-doi';

  beforeAll(async () => {
    world = await launchedWorld();
    await world.clock.moveTo(new Date('2023-09-21T03:00:00Z'));
  });
  afterAll(() => world?.close());

  const obligation = () => world.store.obligations.findOne({ _id: X1 });

  it('reports late units upwards once a day, and says in words which were turned away', async () => {
    const { page, context, errors } = await world.at('ta-office:focal');
    await page.goto(MATRIX);
    await page.getByLabel('Chọn Đơn vị ta-x1').check();
    await page.getByRole('heading', { name: 'Đã chọn 1 đơn vị, 1 việc còn nợ' }).waitFor();
    await usable(page, 'two chosen');
    const escalate = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Báo cáo cấp trên' }).click();
      await page.getByLabel('Báo cáo tới').selectOption('superior');
      await page.getByLabel('Lý do').fill('Đã gọi điện hai lần.');
      await page.getByRole('button', { name: 'Báo cáo ngay' }).click();
    };
    await escalate();
    await page.getByText('Đã báo cáo 1/1 việc.').waitFor();
    expect(await obligation()).toMatchObject({ clock: { byHand: { n: 1, to: 'superior' } } });

    await page.getByRole('button', { name: 'Bỏ chọn' }).click();
    await page.getByLabel('Chọn tất cả đơn vị đang hiện').check();
    await page.getByRole('heading', { name: 'Đã chọn 2 đơn vị, 2 việc còn nợ' }).waitFor();
    await escalate();
    await page.getByText('Đã báo cáo 1/2 việc.').waitFor();
    await page.getByText(/Đơn vị ta-x1 – Báo cáo đợt 1: .+/).waitFor();
    expect(await obligation()).toMatchObject({ clock: { byHand: { n: 1 } } });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('drafts the letter that urges them, as Word and PDF', async () => {
    const { page, context } = await world.at('ta-office:focal');
    await page.goto(MATRIX);
    await page.getByLabel('Chọn Đơn vị ta-x2').check();
    await page.getByRole('button', { name: 'Công văn đôn đốc' }).click();
    await page.getByRole('button', { name: 'Soạn công văn' }).click();
    await page.getByText('Đã soạn công văn cho 1 việc.').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PDF' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('don-doc.pdf');
    await context.close();
  });

  it('moves the date for many only after it was looked at, with the document where the plan wrote it', async () => {
    const { page, context } = await world.at('ta:chair', PHONE);
    await page.goto(MATRIX);
    await page.getByLabel('Chọn Đơn vị ta-x1').check();
    await page.getByLabel('Chọn Đơn vị ta-x2').check();
    await page.getByRole('button', { name: 'Gia hạn' }).click();
    await page.getByLabel('Hạn mới, hết ngày').fill('2023-09-29');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page
      .getByText(/văn bản/)
      .last()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Quyết định gia hạn' }).count()).toBe(0);
    await page.getByLabel('Số văn bản').fill('15/UBND-NV');
    await page.getByLabel('Ngày văn bản').fill('2023-09-21');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('Dời hạn 2 việc').waitFor();
    expect((await obligation())!.clock.dueAt.toISOString()).toBe('2023-09-20T16:59:59.999Z');
    await usable(page, 'the date for many');
    await page.getByLabel('Lý do').fill('Mưa lũ toàn huyện.');
    await page.getByRole('button', { name: 'Quyết định gia hạn' }).dblclick();
    await page.getByText('Đã gia hạn 2 việc đến hết ngày 29/09/2023.').waitFor();
    expect((await obligation())!.clock.dueAt.toISOString()).toBe('2023-09-29T16:59:59.999Z');
    expect((await obligation())!.deadlines).toHaveLength(2);
    await context.close();
  });
});
