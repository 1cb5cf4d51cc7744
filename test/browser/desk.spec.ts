import type { Page } from 'playwright-core';
import { isRefusal } from '#libs/domain';
import { readXlsx } from '#libs/documents';
import type { LeaderView } from '#libs/contracts/http/index.js';
import { plan, X1 } from '../e2e/api-world.js';
import { DESK, PHONE } from '../support/chromium.js';
import { fits, shotPath } from '../support/looked-at.js';
import { launchedWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(300_000);
const CODE = plan.code;

/** What lies on a desk: the calendar of the month, the leader's sheet, the choice of letters, lists as files. */
withServers('calendar, leader’s sheet and preferences in the console', () => {
  let world: SeenWorld;

  beforeAll(async () => {
    world = await launchedWorld();
    await world.store.persons.updateOne({ _id: 'p1' }, { $set: { phone: '0912 345 678' } });
    await world.clock.moveTo(new Date('2023-09-25T02:00:00Z'));
  });
  afterAll(() => world?.close());

  /** Pages on paper, as the style sheet says. */
  async function pagesOf(page: Page, name: string): Promise<number> {
    await page.setViewportSize(DESK);
    const path = await shotPath(`${name}.pdf`);
    const pdf = await page.pdf({ preferCSSPageSize: true, ...(path && { path }) });
    return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  }

  it('who knows no post yet begins with one that is offered', async () => {
    const { page, context, errors } = await world.at(null);
    await page.goto('/');
    const offered = page.getByRole('list', { name: 'Xem thử với chức danh' }).getByRole('button');
    await offered.first().waitFor();
    await fits(page, 'first-look');
    await offered.first().click();
    await page.getByRole('link', { name: /Nộp: Báo cáo đợt 1/ }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('the month: a grid at a desk, a list on a phone, months by keyboard, on one sheet', async () => {
    const { page, context, errors } = await world.at('ta-x1:focal');
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: 'Lịch tháng' }).click();
    await page.getByRole('heading', { name: 'Lịch tháng 09/2023' }).waitFor();
    const due = page.getByRole('cell', { name: /^20 .*Hạn:/ });
    await due.waitFor();
    expect(await due.textContent()).toMatch(/Báo cáo đợt 1 – Đơn vị ta-x1/);
    expect(await page.getByRole('cell', { name: /^4 / }).textContent()).toMatch(/Quốc khánh/);
    await fits(page, 'month');
    expect(await pagesOf(page, 'month')).toBe(1);
    await page.getByRole('button', { name: 'Tháng sau' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Lịch tháng 10/2023' }).waitFor();
    expect(new URL(page.url()).search).toBe('?month=2023-10');
    await page.getByText('Tháng này chức danh không có hạn nào.').waitFor();
    await page.setViewportSize(PHONE);
    await page.goto('/lich?month=2023-09');
    const item = page.getByRole('link', { name: /Hạn: Báo cáo đợt 1/ });
    await item.waitFor();
    await item.click();
    await page.getByRole('heading', { name: 'Báo cáo đợt 1' }).waitFor();
    expect(page.url()).toContain(`/viec/${X1}`);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('the leader’s sheet names whom to ring up, and prints on one A4 page also when everything is late', async () => {
    const { page, context, errors } = await world.at('ta:head');
    await page.goto(`/phong-trao/${CODE}`);
    await page.getByRole('link', { name: 'Bảng lãnh đạo' }).click();
    await page.getByRole('row', { name: /Đơn vị ta-x1.*5 ngày.*Lò Thị Mẫu.*0912 345 678/ }).waitFor();
    expect(await page.getByRole('link', { name: '0912 345 678' }).getAttribute('href')).toBe('tel:0912345678');
    await fits(page, 'leader');
    expect(await pagesOf(page, 'leader')).toBe(1);

    const { body } = await world.as('ta:head').get(`/api/campaigns/${CODE}/leader`).expect(200);
    await page.route(`**/api/campaigns/${CODE}/leader`, (route) =>
      route.fulfill({ json: everythingLate(body as LeaderView) }),
    );
    await page.reload();
    await page.getByText('và 239 đơn vị khác').waitFor();
    await fits(page, 'leader-full');
    expect(await pagesOf(page, 'leader-full')).toBe(1);
    expect(errors).toEqual([]);
    await context.close();

    const unit = await world.at('ta-x1:head');
    await unit.page.goto(`/phong-trao/${CODE}/lanh-dao`);
    await unit.page.getByText('Bảng này dành cho lãnh đạo').waitFor();
    expect(await unit.page.getByText('0912 345 678').count()).toBe(0);
    await unit.context.close();
  });

  it('hour and frequency of letters are chosen; what comes anyway is said; letters are listed with their fate', async () => {
    const { page, context, errors } = await world.at('ta-x1:focal', PHONE);
    await page.goto('/viec/tuy-chon');
    await page.getByRole('link', { name: 'Đăng nhập và đổi tùy chọn' }).click();
    await page.getByLabel('Giờ nhận bản tin').selectOption('09:15');
    await page.getByLabel(/mỗi tuần một lần/).check();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu. Áp dụng từ bản tin kế tiếp.').waitFor();
    await page.getByText(/luôn được gửi ngay/).waitFor();
    await fits(page, 'preferences');
    expect((await world.as('ta-x1:focal').get('/api/me/preferences')).body).toMatchObject({
      ...{ digestAt: '09:15', frequency: 'weekly' },
    });
    await page.reload();
    expect(await page.getByLabel('Giờ nhận bản tin').inputValue()).toBe('09:15');
    await page.goto('/thong-bao');
    await page.getByText('Chưa có thư nào gửi cho chức danh này.').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('the matrix as it is filtered on the screen comes as a file', async () => {
    const { page, context } = await world.at('ta-office:focal');
    await page.goto(`/phong-trao/${CODE}/theo-doi?find=ta-x2`);
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất Excel' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await file).createReadStream()) chunks.push(chunk as Buffer);
    const book = await readXlsx('a.xlsx', Buffer.concat(chunks));
    if (isRefusal(book)) throw new Error(book.reason);
    const values = [...book.sheets[0]!.cells.values()].map(({ cell }) => cell.value);
    expect(values).toContain('Đơn vị ta-x2');
    expect(values).not.toContain('Đơn vị ta-x1');
    await context.close();
  });
});

/** As much as the server ever sends: long names, every list full. */
function everythingLate(view: LeaderView): LeaderView {
  const times = <T>(n: number, one: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => one(i));
  const long = 'Báo cáo kết quả thực hiện phong trào thi đua 6 tháng đầu năm';
  return {
    ...view,
    name: 'Phong trào thi đua “Toàn tỉnh chung sức xây dựng nông thôn mới, đô thị văn minh” giai đoạn 2021–2025',
    steps: times(10, (i) => ({ ...view.steps[0]!, step: `s${i}`, title: `${long} ${i}` })),
    stepsBefore: 3,
    late: times(8, (i) => ({
      ...view.late[0]!,
      ...{ unit: `u${i}`, unitName: `Ủy ban nhân dân xã Quyết Thắng số ${i}`, title: long, declaredDay: '2023-10-02' },
      contacts: times(2, (n) => ({
        title: n ? 'Chủ tịch Ủy ban nhân dân xã' : 'Công chức Văn phòng – Thống kê',
        ...{ name: 'Nguyễn Thị Hoàng Oanh', phone: `0912 345 67${n}` },
      })),
    })),
    lateUnits: 247,
    coming: times(10, (i) => ({
      day: `2023-10-${String(1 + i).padStart(2, '0')}`,
      ...{ kind: 'due' as const, title: long, levelText: 'cơ quan, đơn vị', count: 204 },
    })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    comingMore: 9,
    targets: times(8, (i) => ({
      ...{
        target: `T${i}`,
        name: 'Tổng vốn đầu tư phát triển toàn xã hội trên địa bàn',
        measure: 'triệu đồng/người/năm',
      },
      ...{ goal: 24_000, value: 20_443.5, status: 'in_progress' as const, percent: 85.1, step: long, in: 8, asked: 12 },
    })),
  };
}
