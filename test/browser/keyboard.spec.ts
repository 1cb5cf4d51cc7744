import { X1 } from '../e2e/api-world.js';
import { press, tabTo } from '../support/by-keyboard.js';
import { launchedWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(240_000);

/** A report is filed and judged without a pointer: keys only, from the first screen to the last. */
withServers('by the keyboard alone', () => {
  let world: SeenWorld;

  beforeAll(async () => {
    world = await launchedWorld();
  });
  afterAll(() => world?.close());

  const state = async (): Promise<string> =>
    (await world.as('ta-x1:focal').get(`/api/obligations/${X1}`).expect(200)).body.state as string;

  it('a report is filled in and handed in', async () => {
    const { page, context, errors } = await world.at('ta-x1:focal');
    await page.goto('/');
    await page.getByRole('link', { name: /Nộp: Báo cáo đợt 1/ }).waitFor();
    await tabTo(page, /Nộp: Báo cáo đợt 1/);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Nhập báo cáo' }).waitFor();
    await tabTo(page, /^Nhập báo cáo$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('Kết quả Số công trình').waitFor();
    await tabTo(page, /Kết quả Số công trình/);
    await page.keyboard.type('12');
    const asked = await page.locator('.words-field:has-text("bắt buộc")').count();
    for (let n = 0; n < asked; n += 1) {
      await tabTo(page, /bắt buộc/);
      await page.keyboard.type('Đã làm xong.');
    }
    await tabTo(page, /^Nộp báo cáo$/);
    await page.keyboard.press('Enter');
    await page.getByText(/lần nộp thứ 1/).waitFor();
    expect(await state()).toBe('submitted');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('and received and accepted', async () => {
    const { page, context, errors } = await world.at('ta-office:focal');
    await page.goto('/tham-dinh');
    await page.getByRole('link', { name: /Đơn vị ta-x1/ }).waitFor();
    await tabTo(page, /Đơn vị ta-x1/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).waitFor();
    await press(page, /^Tiếp nhận$/);
    await press(page, /^Xác nhận tiếp nhận$/);
    await page.getByText('Đã tiếp nhận.').waitFor();
    await press(page, /^Duyệt$/);
    await press(page, /^Xác nhận duyệt$/);
    await page.getByText('Đã duyệt.').waitFor();
    expect(await state()).toBe('accepted');
    expect(errors).toEqual([]);
    await context.close();
  });
});
