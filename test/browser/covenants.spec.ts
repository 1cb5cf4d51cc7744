import { obligationId, roundId } from '#libs/contracts';
import type { CampaignPlan, StepSpec } from '#libs/domain';
import { plan } from '../e2e/api-world.js';
import { DESK, PHONE } from '../support/chromium.js';
import { fits } from '../support/looked-at.js';
import { launchedWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(300_000);

const CODE = plan.code;
const { duties } = plan.steps[0]!;
const step = (id: 'sign' | 'register', kind: 'covenant' | 'registration', title: string): StepSpec => ({
  ...{ id, kind, title, opens: '2023-09-04', after: [] },
  duties: [{ ...duties[0]!, kind, due: { kind: 'by', date: '2023-09-15' }, ladder: 'pledge' }],
});
const register = step('register', 'registration', 'Đăng ký thi đua');
const signing = step('sign', 'covenant', 'Ký giao ước thi đua');
const together: StepSpec = { ...signing, duties: [{ ...signing.duties[0]!, jointly: 'cluster' }] };
const campaign: CampaignPlan = { ...plan, steps: [register, together, ...plan.steps] };
const ID = roundId(CODE, 'sign', 'commune-covenant', 'ta-office');
const REGISTRATION = obligationId(CODE, 'register', 'registration', 'ta-x1');

withServers('covenants and registration in the console', () => {
  let world: SeenWorld;

  beforeAll(async () => {
    world = await launchedWorld(campaign, [register, together]);
  });
  afterAll(() => world?.close());

  it('a registration is refused at its line in the server’s words, kept over a reload, and handed in from a phone', async () => {
    const { page, context, errors } = await world.at('ta-x1:focal', PHONE);
    await page.goto(`/viec/${REGISTRATION}`);
    await page.getByRole('link', { name: 'Nhập đăng ký' }).click();
    await page.getByText('Được giao 10 công trình').waitFor();
    await page.getByLabel(/Mỗi dòng một danh hiệu/).fill('Tập thể lao động xuất sắc\nGiấy khen');
    const pledge = page.getByLabel('Số công trình');
    await pledge.fill('mười');
    await page.getByText('“mười” không phải là số').waitFor();
    expect(await page.getByRole('button', { name: 'Nộp đăng ký' }).isDisabled()).toBe(true);
    await pledge.fill('9');
    await page.getByRole('button', { name: 'Nộp đăng ký' }).click();
    await page.getByText('Đăng ký 9 thấp hơn mức được giao 10.').waitFor();
    await fits(page, 'registration');
    await page.setViewportSize(PHONE);
    await page.reload();
    expect(await page.getByLabel('Số công trình').inputValue()).toBe('9');
    await page.getByLabel('Số công trình').fill('10,65');
    await page.getByRole('button', { name: 'Nộp đăng ký' }).dblclick();
    await page.getByRole('heading', { name: 'Nội dung đăng ký' }).waitFor();
    await fits(page, 'registered');
    const { body } = await world.as('ta-x1:focal').get(`/api/obligations/${REGISTRATION}`).expect(200);
    expect(body).toMatchObject({ state: 'submitted', attempt: 1 });
    expect(body.submission.content).toEqual({
      titles: ['Tập thể lao động xuất sắc', 'Giấy khen'],
      pledges: [{ target: 'T1', value: 10.65 }],
    });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('assigned and pledged stand side by side with the stretch, found without marks', async () => {
    const { page, context } = await world.at('ta-office:focal');
    await page.goto(`/phong-trao/${CODE}/dang-ky?find=don%20vi%20ta-x1`);
    const row = page.getByRole('row', { name: /Đơn vị ta-x1/ });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/10.*10,65.*\+6,5 % so với chỉ tiêu trên giao/);
    expect(await page.getByText('Đơn vị ta-x2').count()).toBe(0);
    await fits(page, 'pledges');
    await context.close();
  });

  it('a covenant is written, declined with a reason, changed, and signed by keyboard alone', async () => {
    const office = await world.at('ta-office:focal');
    await office.page.goto('/giao-uoc');
    await office.page.getByRole('link', { name: /Ký giao ước thi đua/ }).click();
    await office.page.getByText('Chưa có nội dung để ký').waitFor();
    await office.page.getByRole('button', { name: 'Soạn nội dung' }).click();
    await office.page
      .getByRole('textbox', { name: 'Nội dung giao ước' })
      .fill('Hai xã cam kết thi đua.\nCùng làm đường.');
    await fits(office.page, 'propose');
    await office.page.getByRole('button', { name: 'Lưu thành bản 1' }).click();
    await office.page.getByText('Đã lưu bản mới, chờ các bên ký.').waitFor();
    expect(await office.page.getByRole('button', { name: 'Ký giao ước' }).count()).toBe(0);

    const other = await world.at('ta-x2:head', PHONE);
    await other.page.goto(`/giao-uoc/${ID}`);
    await other.page.getByRole('button', { name: 'Chưa ký, nêu lý do' }).click();
    await other.page.getByLabel('Lý do').fill('Chỉ tiêu chưa sát.');
    await other.page.getByRole('button', { name: 'Gửi lý do' }).click();
    await other.page.getByText(/từ chối lúc .*Chỉ tiêu chưa sát\./).waitFor();

    await office.page.reload();
    await office.page.getByRole('button', { name: 'Sửa nội dung' }).click();
    await office.page
      .getByRole('textbox', { name: 'Nội dung giao ước' })
      .fill('Hai xã cam kết thi đua.\nCùng làm cầu.');
    await office.page.getByLabel('Số công trình').first().fill('12');
    await office.page.getByRole('button', { name: 'Lưu thành bản 2' }).click();
    await office.page.getByText('Đã lưu bản mới, chờ các bên ký.').waitFor();
    await office.page.getByText('Khác bản trước (2)').click();
    await office.page.getByText('Đơn vị ta-x1, Số công trình: 10 (giao 10) → 12 (giao 10)').waitFor();
    expect(await office.page.locator('del').allTextContents()).toEqual(['Cùng làm đường.']);
    expect(await office.page.locator('ins').allTextContents()).toEqual(['Cùng làm cầu.']);
    await fits(office.page, 'versions');

    // the other still looks at the first text: the server says so, and nothing is signed
    await other.page.getByRole('button', { name: 'Ký giao ước' }).click();
    await other.page.getByRole('button', { name: 'Xác nhận ký' }).click();
    await other.page.getByRole('alert').or(other.page.getByText('Bản 2, lập lúc').first()).first().waitFor();

    const head = await world.at('ta-x1:head');
    await head.page.goto('/giao-uoc');
    await head.page.getByRole('heading', { name: /Chờ đơn vị tôi ký \(1\)/ }).waitFor();
    await fits(head.page, 'covenants');
    await head.page.setViewportSize(DESK);
    await head.page.getByRole('link', { name: /Ký giao ước thi đua/ }).focus();
    await head.page.keyboard.press('Enter');
    await head.page.getByRole('button', { name: 'Ký giao ước' }).focus();
    await head.page.keyboard.press('Enter');
    await head.page.keyboard.press('Tab');
    for (let n = 0; n < 6; n += 1) {
      const focused = await head.page.evaluate(() => document.activeElement?.textContent);
      if (focused === 'Xác nhận ký') break;
      await head.page.keyboard.press('Tab');
    }
    await head.page.keyboard.press('Enter');
    await head.page.getByText('Đã ký giao ước.').waitFor();
    expect(await head.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
    await fits(head.page, 'covenant');
    expect([...office.errors, ...other.errors, ...head.errors]).toEqual([]);
    for (const { context } of [office, other, head]) await context.close();
  });

  it('the last party hands in what was signed on paper: the scan is kept, bound to the hash, and completes the covenant', async () => {
    const { page, context, errors } = await world.at('ta-x2:focal', PHONE);
    await page.goto(`/giao-uoc/${ID}`);
    const paper = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải bản PDF' }).click();
    expect((await paper).suggestedFilename()).toBe('giao-uoc.pdf');
    await page.getByRole('button', { name: 'Nộp bản đã ký trên giấy' }).click();
    await page.getByLabel('Người đã ký').selectOption('ta-x2:head');
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    await page
      .getByLabel(/Bản chụp/)
      .setInputFiles({ name: 'giao-uoc-da-ky.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.getByLabel('Mã in trên giấy đúng là mã trên đây').check();
    await fits(page, 'paper');
    await page.getByRole('button', { name: 'Nộp bản chụp' }).click();
    await page.getByText('Đã nhận bản ký trên giấy.').waitFor();
    await page.getByText(/Đủ chữ ký lúc/).waitFor();
    const { body } = await world.as('ta-x2:focal').get(`/api/covenants/${ID}`).expect(200);
    expect(body).toMatchObject({ state: 'complete', version: 2, may: ['propose'] });
    expect(body.versions[1].signatures).toMatchObject([
      { unit: 'ta-x1', post: 'ta-x1:head' },
      { unit: 'ta-x2', post: 'ta-x2:head', scan: { name: 'giao-uoc-da-ky.pdf', bytes: pdf.length } },
    ]);
    const { sha256 } = body.versions[1].signatures[1].scan;
    const owed = obligationId(CODE, 'sign', 'covenant', 'ta-x2');
    await world.as('ta-x2:focal').get(`/api/obligations/${owed}/evidence/${sha256}`).expect(200);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is not shown to a stranger', async () => {
    const { page, context } = await world.at('tb-x1:head');
    await page.goto(`/giao-uoc/${ID}`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByText('Cùng làm cầu.').count()).toBe(0);
    await page.goto('/giao-uoc');
    await page.getByText('Chưa có giao ước nào').waitFor();
    await context.close();
  });
});
