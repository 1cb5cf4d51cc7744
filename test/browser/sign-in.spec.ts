import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { accountsWorld, PASSWORD, type AccountsWorld } from '../e2e/accounts-world.js';
import type { ApiWorld } from '../e2e/api-world.js';
import { withServers } from '../support/servers.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1366, height: 768 } };
/** Folder for pictures of every page; none are kept without it. */
const SHOTS = process.env['SHOTS'];
const withChromium = existsSync(CHROMIUM) && existsSync('apps/web/dist/index.html') ? withServers : describe.skip;

withChromium.each(['phone', 'desk'] as const)('signing in, on a %s', (size) => {
  let world: AccountsWorld;
  let local: ApiWorld;
  let chrome: Browser;
  let page: Page;
  let url: string;
  const shot = async (name: string): Promise<void> => {
    const scroll = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect([name, scroll]).toEqual([name, 0]); // nothing to be moved sideways
    if (!SHOTS) return;
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${size}-${name}.png`) });
  };

  beforeAll(async () => {
    world = await accountsWorld();
    local = await world.another({ SIGN_IN: 'local' });
    url = await local.app.getUrl();
    chrome = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await (await chrome.newContext({ viewport: SIZES[size] })).newPage();
  });
  afterAll(async () => {
    await chrome?.close();
    await world?.close();
  });

  it('leads from the invitation to the console and out again, by keyboard and labels alone', async () => {
    await page.goto(url);
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await shot('sign-in');
    expect(await page.getByLabel('Địa chỉ thư').getAttribute('autocomplete')).toBe('username');
    expect(await page.getByLabel('Mật khẩu', { exact: true }).getAttribute('autocomplete')).toBe('current-password');

    await world.as('ta:administrator').write('post', '/api/accounts/invitation', { person: 'p3' }).expect(200);
    await page.goto(`${url}/mat-khau#${await world.tokenFor('hai-chuc@ta.test')}`);
    await page.getByLabel('Mật khẩu mới').fill('matkhaumatkhau123');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert').getByText('nhiều người dùng');
    await alert.waitFor();
    await shot('new-password');
    await page.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Chọn chức danh' }).waitFor();
    await shot('choose-post');
    await page.getByRole('button', { name: /^focal ta-x2/ }).press('Enter');
    await page.getByLabel('Đứng tên').waitFor();
    await page.getByText('Chưa có việc nào').waitFor();
    expect(await page.evaluate('[...Object.keys(sessionStorage), ...Object.keys(localStorage)]')).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^dondoc/)]),
    );
    expect(await page.evaluate('document.cookie')).toBe(''); // no script sees the sign-in
    await page.getByRole('button', { name: 'Phiên đăng nhập' }).press('Enter');
    await page.getByText('trình duyệt này').waitFor();
    await shot('console');
    await page.getByLabel('Đứng tên').selectOption('ta-x2:head');
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).press('Enter');

    await page.getByLabel('Địa chỉ thư').fill('hai-chuc@ta.test');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('không nhớ nữa rồi');
    await page.keyboard.press('Enter');
    const wrong = page.getByText('Sai địa chỉ thư hoặc mật khẩu.');
    await wrong.waitFor();
    expect(await wrong.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await shot('wrong');
    await page.getByRole('button', { name: 'Quên mật khẩu?' }).press('Enter');
    await page.getByLabel('Địa chỉ thư').fill('ai-do@ta.test');
    await page.keyboard.press('Enter');
    await page.getByText('Nếu địa chỉ này có tài khoản').waitFor();
    await shot('reset');
  });

  it('asks again when the sign-in was ended elsewhere', async () => {
    await page.goto(`${url}/?lang=en`);
    await page.getByLabel('Mail address').fill('hai-chuc@ta.test');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^focal ta-x2/ }).press('Enter');
    await page.getByText('No work yet').waitFor();
    await world.store.signIns.deleteMany({});
    await page.getByText('Sign in', { exact: true }).first().waitFor({ timeout: 40_000 }); // the next look at the figures
  });
});
