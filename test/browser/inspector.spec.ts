import type { Browser, Page } from 'playwright-core';
import { cohortId, obligationId } from '#libs/contracts';
import { clockKey, endOfDay, instantAt } from '#libs/domain';
import { at, DESK, openBrowser, PHONE } from '../support/chromium.js';
import { consoleBeside, type ConsoleBeside } from '../support/console-beside.js';
import { looked } from '../support/looked-at.js';
import { runningCampaign, type RunningCampaign } from '../support/running-campaign.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(300_000);

const CODE = 'I2';
const DISTRICTS = 6;
const ADMIN = 'bx:administrator';
const cohort = cohortId(CODE, 'report', 'district', 1);
const stuck = obligationId(CODE, 'report', 'report', 'd000000');

/** A page whose clicks are counted; the keyboard is no click. */
class Counted {
  clicks = 0;
  constructor(readonly page: Page) {}

  async follow(name: string | RegExp): Promise<void> {
    this.clicks += 1;
    await this.page.getByRole('link', { name }).first().click();
  }

  async into(label: string): Promise<void> {
    this.clicks += 1;
    await this.page.getByLabel(label, { exact: true }).click();
  }
}

/** Three questions of an administrator, each answered in at most four clicks from the first screen, on a running engine. */
withServers('the inspector in the console', () => {
  let campaign: RunningCampaign;
  let api: ConsoleBeside;
  let browser: Browser;

  beforeAll(async () => {
    campaign = await runningCampaign(CODE, DISTRICTS);
    const { store, walkTo } = campaign;
    await store.posts.insertOne({
      ...{ _id: ADMIN, unit: 'bx', role: 'administrator', title: 'quản trị', mailbox: null },
    });
    const { clock } = (await store.obligations.findOne({ _id: stuck }))!;
    const beyond = { ...clock, dueAt: endOfDay('2141-01-15'), lockAt: null };
    await store.obligations.updateOne({ _id: stuck }, { $set: { clock: beyond, clockKey: clockKey(beyond) } });
    await walkTo(instantAt('2026-10-09', '10:00'));
    api = await consoleBeside(campaign);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
    await campaign?.close();
  });

  const begin = async (viewport = DESK) => {
    const opened = await at(browser, api.url, ADMIN, viewport);
    await opened.page.goto('/');
    await opened.page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    return { ...opened, counted: new Counted(opened.page) };
  };

  it.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('tells why unit U got no reminder on day D (%s)', async (name, viewport) => {
    const { page, context, errors, counted } = await begin(viewport);
    await counted.follow('Vận hành');
    await counted.follow(CODE);
    await page.getByRole('heading', { name: `Lịch sử: ${CODE}` }).waitFor();
    await counted.into('Đơn vị');
    await page.keyboard.type('D000001');
    await counted.into('Ngày');
    await page.getByLabel('Ngày', { exact: true }).fill('2026-10-04');
    await page.getByRole('heading', { name: 'Ngày 04/10/2026, d000001: vì sao được nhắc hay không' }).waitFor();
    const answer = page.getByRole('status').filter({ hasText: 'vì sao' });
    expect(await answer.textContent()).toMatch(/ngày nghỉ/);
    expect(counted.clicks).toBeLessThanOrEqual(4);
    expect(new URL(page.url()).search).toBe('?unit=d000001&day=2026-10-04');
    await looked(page, `inspector-why-${name}`);

    await page.getByLabel('Ngày', { exact: true }).fill('');
    await page
      .getByText(/Nhắc trước hạn 5 ngày làm việc “Bench” tới/)
      .first()
      .waitFor();
    await page
      .getByText(/→ đã gửi lúc/)
      .first()
      .waitFor();
    await looked(page, `inspector-unit-${name}`);
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('tells which rounds are stuck and why, with what may be done (%s)', async (name, viewport) => {
    const { page, context, errors, counted } = await begin(viewport);
    await counted.follow('Vận hành');
    await page.getByText('chưa có bảng ngày nghỉ năm 2141').waitFor();
    expect(counted.clicks).toBe(1);
    expect(await page.getByRole('button', { name: /^Đưa việc trở lại/ }).count()).toBe(1);
    await page.getByText('Chi tiết kỹ thuật').first().click();
    await page.getByText(cohort).waitFor();
    await page.getByText('RUNNING').first().waitFor();
    await looked(page, `inspector-stuck-${name}`);
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('tells what will happen to campaign C next week (%s)', async (name, viewport) => {
    const { page, context, errors, counted } = await begin(viewport);
    await counted.follow('Vận hành');
    await counted.follow(CODE);
    const ahead = page.getByRole('region', { name: 'Sắp tới, nếu không ai làm gì' });
    await ahead.getByText(/Hết hạn – “Bench” \(huyện\): 5 việc/).waitFor();
    const days = await ahead.getByRole('heading', { level: 3 }).allTextContents();
    // what is stuck is tried again at the end of its repair clock; then the last reminder, the due day, the first urging
    expect(await page.getByRole('link', { name: 'Nghiệp vụ' }).getAttribute('aria-current')).toBe('page');
    expect(await page.getByRole('link', { name: 'Kỹ thuật' }).getAttribute('aria-current')).toBeNull();
    expect(days).toEqual(['09/10/2026', '13/10/2026', '15/10/2026', '16/10/2026']);
    expect(counted.clicks).toBeLessThanOrEqual(4);
    await looked(page, `inspector-ahead-${name}`);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('restarts a workflow with a reason, by the keyboard alone, and the line of time tells of it', async () => {
    const { page, context, errors } = await begin();
    await page.goto(`/phong-trao/${CODE}/lich-su?view=ky-thuat`);
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /Bench/ }) });
    await card.getByRole('button', { name: /^Khởi động lại từ bản ghi/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Xem lại sau khi sửa lịch.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Đã khởi động lại từ bản ghi; việc đã làm giữ nguyên.').waitFor();
    await looked(page, 'inspector-technical-desk');
    await campaign.stepper.settle();
    await page.goto(`/phong-trao/${CODE}/lich-su?kind=care`);
    await page.getByText(`Khởi động lại tiến trình ${cohort} từ bản ghi`).waitFor();
    await page.getByText('Lý do: Xem lại sau khi sửa lịch.').waitFor();
    await page.getByText('quản trị').first().waitFor();
    await page.goto(`/phong-trao/${CODE}/lich-su?kind=council`);
    await page.getByText('Không có gì khớp với điều kiện lọc.').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('checks against the records and mends one finding with its reason', async () => {
    await campaign.store.rows.deleteOne({ _id: obligationId(CODE, 'report', 'report', 'd000002') });
    const { page, context, errors } = await begin();
    await page.goto('/van-hanh');
    await page.getByRole('button', { name: 'Đối chiếu ngay' }).click();
    await page.getByText('thiếu dòng trong bảng tổng hợp').waitFor();
    await looked(page, 'inspector-findings-desk');
    await page.getByRole('button', { name: /^Sửa – .*d000002/ }).click();
    await page.getByLabel('Lý do (ghi vào nhật ký)').fill('Dòng bị xóa nhầm.');
    await page.getByRole('button', { name: 'Xác nhận: Sửa' }).click();
    await page.getByText('thiếu dòng trong bảng tổng hợp').waitFor({ state: 'detached' });
    expect(await campaign.store.journal.countDocuments({ book: CODE, type: 'repaired' })).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is not offered to a unit, and refused where it is asked for', async () => {
    const { page, context } = await at(browser, api.url, 'd000001:focal');
    await page.goto('/phong-trao');
    await page.getByRole('heading', { name: 'Phong trào' }).waitFor();
    expect(await page.getByRole('link', { name: 'Vận hành' }).count()).toBe(0);
    await page.goto(`/phong-trao/${CODE}/lich-su`);
    await page.getByText(/Chức danh này không được xem lịch sử/).waitFor();
    await context.close();
  });
});
