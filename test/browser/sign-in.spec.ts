import type { Browser, Page } from 'playwright-core';
import { accountsWorld, PASSWORD, type AccountsWorld } from '../e2e/accounts-world.js';
import type { ApiWorld } from '../e2e/api-world.js';
import { at, DESK, openBrowser, PHONE } from '../support/chromium.js';
import { looked } from '../support/looked-at.js';
import { withServers } from '../support/servers.js';

const SIZES = { phone: PHONE, desk: DESK };

withServers.each(['phone', 'desk'] as const)('signing in, on a %s', (size) => {
  let world: AccountsWorld;
  let local: ApiWorld;
  let chrome: Browser;
  let page: Page;
  let url: string;
  const shot = (name: string): Promise<void> => looked(page, `${name}-${size}`);

  beforeAll(async () => {
    world = await accountsWorld();
    local = await world.another({ SIGN_IN: 'local' });
    url = await local.app.getUrl();
    chrome = await openBrowser();
    ({ page } = await at(chrome, url, null, SIZES[size]));
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

withServers.each(['phone', 'desk'] as const)('accounts, on a %s', (size) => {
  const NEW = 'lúa chín vàng ven đồi';
  let world: AccountsWorld;
  let local: ApiWorld;
  let chrome: Browser;
  let page: Page;
  let url: string;
  const shot = (name: string): Promise<void> => looked(page, `${name}-${size}`);
  const enter = async (address: string, password: string): Promise<void> => {
    await page.getByLabel('Địa chỉ thư').fill(address);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).waitFor();
  };

  beforeAll(async () => {
    world = await accountsWorld();
    local = await world.another({ SIGN_IN: 'local' });
    url = await local.app.getUrl();
    await world.settle('p2', 'cn@ta.test', world.browser(local));
    chrome = await openBrowser();
    ({ page } = await at(chrome, url, null, SIZES[size]));
  });
  afterAll(async () => {
    await chrome?.close();
    await world?.close();
  });

  it('are invited, signed out and disabled by the administrator', async () => {
    await page.goto(`${url}/tai-khoan`);
    await enter('cn@ta.test', PASSWORD);
    await page.getByRole('heading', { name: 'Tài khoản', exact: true }).waitFor();
    await page.getByLabel('Tìm người để mời').fill('nguoi P6');
    await page.getByRole('button', { name: 'Gửi lời mời: Người p5' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Gửi lời mời: Người p6' }).press('Enter');
    await page.getByText('Đã gửi lời mời tới x1@ta.test').waitFor();
    await page.getByRole('rowheader', { name: 'Người p6' }).waitFor();
    await page.getByText('Đã mời, chưa đặt mật khẩu', { exact: false }).last().waitFor();
    await shot('accounts');

    const theirs = world.browser(local);
    const token = await world.tokenFor('x1@ta.test');
    await theirs.write('post', '/api/account/password', { token, password: PASSWORD }).expect(200);
    await page.reload();
    await page.getByRole('button', { name: 'Đăng xuất mọi nơi: Người p6' }).press('Enter');
    const sure = page.getByRole('group', { name: 'Người p6' });
    await shot('accounts-sure');
    expect((await theirs.get('/api/campaigns')).status).toBe(200); // asked twice
    await sure.getByRole('button', { name: 'Đăng xuất mọi nơi' }).press('Enter');
    await page.getByText('Đã đăng xuất Người p6; 1 nơi').waitFor();
    expect((await theirs.get('/api/campaigns')).body.code).toBe('sign-in-ended');

    await page.getByRole('button', { name: 'Khóa tài khoản: Người p6' }).press('Enter');
    await sure.getByRole('button', { name: 'Khóa tài khoản' }).press('Enter');
    await page.getByText('Đã khóa tài khoản của Người p6').waitFor();
    const again = await theirs.write('post', '/api/session', { address: 'x1@ta.test', password: PASSWORD });
    expect(again.body.code).toBe('sign-in-wrong');
    await page.getByRole('combobox', { name: 'Trạng thái' }).selectOption('disabled');
    expect(new URL(page.url()).searchParams.get('state')).toBe('disabled');
    expect(await page.getByRole('rowheader').getByText('Người p2').count()).toBe(0);
    await page.getByRole('button', { name: 'Mở lại bằng lời mời: Người p6' }).waitFor();
  });

  it('change their password, which ends every other sign-in, and only administrators see the list', async () => {
    const elsewhere = await world.settle('p4', 'vp@ta.test', world.browser(local));
    await page.goto(`${url}/tai-khoan`);
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).press('Enter');
    await enter('vp@ta.test', PASSWORD);
    await page.getByText('Chỉ quản trị quản lý tài khoản.').waitFor();
    expect(await page.getByRole('link', { name: 'Tài khoản' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Phiên đăng nhập' }).press('Enter');
    await page.getByLabel('Mật khẩu đang dùng').fill('không phải câu này đâu');
    await page.getByLabel('Mật khẩu mới').fill(NEW);
    await page.keyboard.press('Enter');
    const wrong = page.getByRole('alert').filter({ hasText: 'Mật khẩu' });
    await wrong.waitFor();
    await page.getByLabel('Mật khẩu đang dùng').fill(PASSWORD);
    await page.getByLabel('Mật khẩu mới').fill(NEW);
    await page.keyboard.press('Enter');
    await page.getByText('Đã đổi mật khẩu.').waitFor();
    await shot('password');
    expect((await elsewhere.get('/api/campaigns')).body.code).toBe('sign-in-ended');
    await elsewhere.write('post', '/api/session', { address: 'vp@ta.test', password: NEW }).expect(200);
  });
});
