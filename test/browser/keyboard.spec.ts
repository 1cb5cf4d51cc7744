import type { Browser, Page } from 'playwright-core';
import { apiWorld, openReport, plan, X1, type ApiWorld } from '../e2e/api-world.js';
import { at, openBrowser } from '../support/chromium.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(240_000);

/** More stops than any screen has. */
const STOPS = 150;

interface Focus {
  name: string;
  /** The ring that shows where one is. */
  ring: boolean;
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    if (one === document.body) return { name: '', ring: false };
    const labels = [...((one as HTMLInputElement).labels ?? [])].map(({ innerText }) => innerText).join(' ');
    const name = one.getAttribute('aria-label') ?? (labels || one.innerText || '');
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    return { name: name.replace(/\s+/g, ' ').trim(), ring };
  });

/** Tab until one stands on what is called that; every stop on the way shows where one is. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < STOPS; n += 1) {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    if (now.name !== '') expect(now).toEqual({ name: now.name, ring: true });
    if (name.test(now.name)) return;
    passed.push(now.name.slice(0, 40));
  }
  throw new Error(`the keyboard does not come to ${String(name)}; it came to: ${[...new Set(passed)].join(' | ')}`);
}

/** A report is filed and judged without a pointer: keys only, from the first screen to the last. */
withServers('by the keyboard alone', () => {
  let world: ApiWorld;
  let browser: Browser;

  beforeAll(async () => {
    world = await apiWorld();
    await world.as('ta-office:focal').write('post', '/api/campaigns', plan).expect(201);
    await world.as('ta-office:focal').write('post', '/api/campaigns/ta-2023/launch', {}).expect(201);
    await openReport(world);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const state = async (): Promise<string> =>
    (await world.as('ta-x1:focal').get(`/api/obligations/${X1}`).expect(200)).body.state as string;

  it('a report is filled in and handed in', async () => {
    const { page, context, errors } = await at(browser, await world.app.getUrl(), 'ta-x1:focal');
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
    const { page, context, errors } = await at(browser, await world.app.getUrl(), 'ta-office:focal');
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

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}
