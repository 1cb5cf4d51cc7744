import type { Page } from 'playwright-core';
import { X1 } from '../e2e/api-world.js';
import { PHONE } from '../support/chromium.js';
import { usable } from '../support/looked-at.js';
import { launchedWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(300_000);

/** A report from the first figure to its acceptance, as two people see it: the focal point on a phone, the reviewer at a desk. */
withServers('a report in the console', () => {
  let world: SeenWorld;

  beforeAll(async () => {
    world = await launchedWorld();
  });
  afterAll(() => world?.close());

  const stored = async (): Promise<{ fields: Record<string, { value: unknown }> }> =>
    (await world.as('ta-x1:focal').get(`/api/obligations/${X1}/form`).expect(200)).body.draft as never;

  const receive = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await page.getByRole('button', { name: 'Xác nhận tiếp nhận' }).click();
    await page.getByText('Đã tiếp nhận.').waitFor();
  };

  it('is found under my work, filled in on a phone, keeps what was typed while the line is down, and is handed in once', async () => {
    const { page, context, errors } = await world.at('ta-x1:focal', PHONE);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    const row = page.getByRole('link', { name: /Nộp: Báo cáo đợt 1/ });
    expect(await row.textContent()).toMatch(/Hạn 24:00, thứ Tư 20\/09\/2023.*Còn \d+ ngày làm việc/);
    await usable(page, 'my work');

    await row.click();
    await page.getByRole('link', { name: 'Nhập báo cáo' }).click();
    const figure = page.getByLabel('Kết quả Số công trình');
    await figure.fill('abc');
    await page.getByText(/Đã lưu/).waitFor();
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await page.getByText(/Còn \d+ chỗ cần sửa/).waitFor();
    await usable(page, 'a faulty figure');

    await context.setOffline(true);
    await figure.fill('12');
    await page
      .getByLabel(/Kết quả thực hiện|Kết quả đạt được/)
      .first()
      .fill('Xong mười hai công trình.');
    await page.getByText(/Mất kết nối: \d thay đổi được giữ trên máy này/).waitFor();
    expect((await stored()).fields['figures.T1.final.value']!.value).toBe('abc');
    await page.reload().catch(() => undefined); // the page itself is away too
    await context.setOffline(false);
    await page.goto(`/viec/${X1}/nhap`);
    expect(await page.getByLabel('Kết quả Số công trình').inputValue()).toBe('12');
    await page.getByText(/Đã lưu/).waitFor();
    expect((await stored()).fields['figures.T1.final.value']!.value).toBe('12');

    for (const area of await page.locator('.words-field:has-text("bắt buộc") textarea').all())
      if ((await area.inputValue()) === '') await area.fill('Không có gì thêm.');
    await page.getByRole('button', { name: 'Nộp báo cáo' }).dblclick();
    await page.getByText(/lần nộp thứ 1/).waitFor();
    const { body } = await world.as('ta-x1:focal').get(`/api/obligations/${X1}`).expect(200);
    expect(body).toMatchObject({ state: 'submitted', attempt: 1 });
    expect(body.submission.content.figures).toMatchObject([{ target: 'T1', value: 12 }]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is sent back by figure, answered, handed in again and accepted', async () => {
    const desk = await world.at('ta-office:focal');
    await desk.page.goto('/tham-dinh');
    await desk.page.getByRole('link', { name: /Đơn vị ta-x1/ }).click();
    await receive(desk.page);
    await desk.page.getByRole('button', { name: 'Trả lại', exact: true }).click();
    await desk.page.getByLabel('Phần trả lại').selectOption('figures.T1');
    await desk.page.getByLabel('Lý do', { exact: true }).fill('Thiếu ảnh hiện trường.');
    await usable(desk.page, 'sent back');
    await desk.page.getByRole('button', { name: 'Trả lại báo cáo' }).click();
    await desk.page.getByText('Đã trả lại, đơn vị được báo ngay.').waitFor();

    const phone = await world.at('ta-x1:focal', PHONE);
    await phone.page.goto('/');
    await phone.page.getByRole('link', { name: /Sửa và nộp lại/ }).click();
    await phone.page.getByRole('link', { name: 'Nhập báo cáo' }).click();
    await phone.page.getByLabel('Kết quả Số công trình').fill('11');
    await phone.page.getByLabel('Trả lời ý kiến này').fill('Đã bổ sung ảnh, số đúng là 11.');
    await usable(phone.page, 'the answer to a remark');
    await phone.page.getByText(/Đã lưu/).waitFor();
    await phone.page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await phone.page.getByText(/lần nộp thứ 2/).waitFor();

    await desk.page.reload();
    await desk.page.getByText('Đã bổ sung ảnh, số đúng là 11.').waitFor();
    await receive(desk.page);
    await desk.page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await desk.page.getByText('Duyệt đồng thời khép lại 1 ý kiến đã được trả lời.').waitFor();
    await desk.page.getByRole('button', { name: 'Xác nhận duyệt' }).click();
    await desk.page.getByText('Đã duyệt.').waitFor();
    const { body } = await world.as('ta-x1:focal').get(`/api/obligations/${X1}`).expect(200);
    expect(body.state).toBe('accepted');
    expect([...desk.errors, ...phone.errors]).toEqual([]);
    await desk.context.close();
    await phone.context.close();
  });

  it('stands in the matrix, found without marks, and another unit’s dossier is not shown', async () => {
    const { page, context } = await world.at('ta-office:focal');
    await page.goto('/phong-trao/ta-2023/theo-doi?find=don%20vi%20ta-x1');
    await page.getByRole('link', { name: /Đúng hạn – Đơn vị ta-x1/ }).waitFor();
    expect(await page.getByText('Đơn vị ta-x2').count()).toBe(0);
    await page.goto('/phong-trao/ta-2023/theo-doi?find=nowhere');
    await page.getByText('Không đơn vị nào khớp với điều kiện lọc.').waitFor();
    await context.close();
    const stranger = await world.at('tb-x1:focal');
    await stranger.page.goto(`/viec/${X1}`);
    await stranger.page.getByRole('alert').waitFor();
    expect(await stranger.page.getByText('Số công trình').count()).toBe(0);
    await stranger.context.close();
  });
});
