import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { parse } from 'yaml';
import type { PreparationView } from '#libs/contracts/http/index.js';
import type { PreparationAnswers } from '#libs/domain/preparation/index.js';
import { demoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import type { GateData } from '../../apps/cli/src/demo/plans/gate-data.js';
import { press, tabTo } from '../support/by-keyboard.js';
import { DESK, PHONE } from '../support/chromium.js';
import { picture, usable } from '../support/looked-at.js';
import { seenWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(600_000);

const SEED = 'apps/cli/demo-data/seeds/003_198ce77e64f14ae6.txt';
const { questions, waivers } = parse(readFileSync('apps/cli/demo-data/gate/003.yaml', 'utf8')) as GateData;
const STEPS = ['van-ban', 'cau-hoi', 'chi-tieu', 'don-vi', 'lich', 'phat-dong'];

/** A plan of 2023 from its pasted text to a launched campaign, as the officer of the standing body, her head and a second officer see it. */
withServers('the wizard from a text to a campaign', () => {
  let world: SeenWorld;
  let id: string;

  beforeAll(async () => {
    world = await seenWorld();
    await loadWorld(world.store, demoWorld(1));
    await world.clock.moveTo(new Date('2023-06-15T02:00:00Z'));
  });
  afterAll(() => world?.close());

  const open = (page: Page, step: string) => page.goto(`/chuan-bi/${id}/${step}`);
  const saved = (form: Locator) => form.getByText('Đã lưu', { exact: false }).waitFor();
  const form = (page: Page, name: string | RegExp) => page.getByRole('form', { name });
  const view = async (post = 'td-pnv:focal') =>
    (await world.as(post).get(`/api/preparations/${id}`).expect(200)).body as PreparationView & {
      answers: PreparationAnswers;
    };

  it('reads the pasted text and leads from every fact to its words and back', async () => {
    const { page, context, errors } = await world.at('td-pnv:focal', DESK);
    await page.goto('/phong-trao');
    await page.getByRole('link', { name: 'Chuẩn bị phong trào' }).click();
    await page.getByText('Chưa có hồ sơ chuẩn bị nào.', { exact: false }).waitFor();
    await usable(page, 'no preparation yet');
    const paste = page.getByLabel('Hoặc dán nội dung văn bản');
    await paste.fill('Hôm nay trời đẹp, tôi đi chợ mua năm quả cam và ba cân gạo nếp.');
    await page.getByRole('button', { name: 'Đọc văn bản' }).click();
    await page.getByRole('alert').waitFor();
    await paste.fill(readFileSync(SEED, 'utf8'));
    await page.reload();
    expect((await paste.inputValue()).length).toBeGreaterThan(10_000); // what was pasted is not lost
    await page.getByRole('button', { name: 'Đọc văn bản' }).click();
    await page.getByRole('heading', { name: '1. Văn bản' }).waitFor();
    id = new URL(page.url()).pathname.split('/')[2]!;

    await page.getByRole('button', { name: 'Xem trong văn bản: Ngày kết thúc' }).press('Enter');
    const mark = page.locator('mark.shown a');
    await expect(mark.first().textContent()).resolves.toContain('30/10/2023');
    expect(await page.evaluate(() => document.activeElement?.closest('mark')?.className)).toContain('shown');
    expect(page.url()).toContain('field=end');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Ngày kết thúc'));
    await page.getByText('đọc chắc chắn').first().waitFor();
    await picture(page, 'wizard-1-text-desk');

    await page.getByRole('button', { name: 'Sửa: Ngày bắt đầu' }).click();
    const start = form(page, /Ngày bắt đầu/);
    await start.getByLabel('Ngày bắt đầu', { exact: true }).fill('2023-06-15');
    await start.getByLabel('Căn cứ').fill('Ngày để trống, tháng 6/2023; chọn giữa tháng.');
    await start.getByRole('button', { name: /^Lưu/ }).click();
    await saved(start);
    const code = form(page, /Mã phong trào/);
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'td-2023'));
    await code.getByRole('button', { name: /^Lưu/ }).click();
    await saved(code);
    expect((await view()).answers).toMatchObject({ code: 'td-2023', start: { value: '2023-06-15' } });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('shows both values where two officers write one field, and neither where they write different ones', async () => {
    const { page, context } = await world.at('td-pnv:focal', DESK);
    const other = world.as('td-pnv:head');
    const patch = (answers: object) => other.write('patch', `/api/preparations/${id}/answers`, { answers }).expect(200);
    await open(page, 'van-ban');
    await page.getByRole('button', { name: 'Sửa: Số ký hiệu' }).click();
    const number = form(page, /Số ký hiệu/);
    await number.getByRole('textbox', { name: 'Số ký hiệu' }).fill('101/KH-UBND');
    await patch({ cadence: { answer: 'hằng tháng', ground: 'thử' } }); // elsewhere: nothing of it concerns the number
    await number.getByRole('button', { name: /^Lưu/ }).click();
    await saved(number);
    expect((await view()).answers.head!.number).toBe('101/KH-UBND');

    await number.getByRole('textbox', { name: 'Số ký hiệu' }).fill('102/KH-UBND');
    await page.reload(); // typed, not saved, and kept
    await page.getByRole('button', { name: 'Sửa: Số ký hiệu' }).click();
    expect(await number.getByRole('textbox', { name: 'Số ký hiệu' }).inputValue()).toBe('102/KH-UBND');
    await patch({ head: { number: '103/KH-UBND' }, cadence: null });
    await number.getByRole('button', { name: /^Lưu/ }).click();
    await page.getByText('Người khác vừa sửa phần này.', { exact: false }).waitFor();
    expect(await number.locator('.both').textContent()).toMatch(/102\/KH-UBND.*103\/KH-UBND/);
    expect((await view()).answers.head!.number).toBe('103/KH-UBND');
    await usable(page, 'two officers, one field');
    await picture(page, 'wizard-clash-desk');
    await number.getByRole('button', { name: 'Giữ của tôi' }).click();
    await saved(number);
    expect((await view()).answers.head!.number).toBe('102/KH-UBND');
    await patch({ head: { number: null } });
    await context.close();
  });

  it('takes answers to the reader’s questions; waivers are offered to whom they belong', async () => {
    const { page, context } = await world.at('td-pnv:focal', DESK);
    await open(page, 'cau-hoi');
    for (const question of (await view()).questions) {
      const said = questions[question.id];
      if (!said) continue;
      const asked = page.locator('li.item').filter({ hasText: question.text }).first();
      await asked.getByLabel('Trả lời', { exact: true }).fill(said.answer);
      await asked.getByLabel('Căn cứ').fill(said.ground);
      await asked.getByRole('button', { name: /^Lưu/ }).click();
      await asked.getByText('Sửa câu trả lời').waitFor();
    }
    expect((await view()).answers.questions).toEqual(questions);
    await picture(page, 'wizard-2-questions-desk');
    await context.close();
  });

  it('asks of every target who brings its figure, and for a person who stands up for it', async () => {
    const { page, context } = await world.at('td-pnv:focal', DESK);
    await open(page, 'chi-tieu');
    const card = (target: string) => page.locator('li.target').filter({ hasText: `${target}. ` });
    const answer = async (target: string, mode: string, method: string, more: (of: Locator) => Promise<unknown>) => {
      const source = form(page, new RegExp(`Chỉ tiêu ${target}: ai báo`));
      await source.getByLabel('Cách giao').selectOption({ label: mode });
      await source.getByLabel('Cách tổng hợp').selectOption({ label: method });
      await more(source);
      await source.getByLabel('Căn cứ').fill('Cán bộ quyết định.');
      await source.getByRole('button', { name: /^Lưu/ }).click();
      await page.waitForFunction(
        (name) =>
          [...document.querySelectorAll('li.target')].some(
            ({ textContent }) => textContent.startsWith(`${name}. `) && !textContent.includes('chưa rõ ai báo'),
          ),
        target,
      );
    };
    const of = (name: string) => (source: Locator) =>
      source.getByLabel('Cơ quan báo số liệu').selectOption({ label: name });
    await answer('T01', 'một cơ quan báo chung', 'mọi nơi đều hoàn thành', of('Phòng Tài chính - Kế hoạch'));
    await answer('T02', 'một cơ quan báo chung', 'số mới nhất', of('Ban Quản lý dự án huyện'));
    await answer('T03', 'mỗi đơn vị cùng một mức', 'cộng', async (source) => {
      await source.getByRole('checkbox', { name: /^xã/ }).check();
      await source.getByRole('checkbox', { name: /^thị trấn/ }).check();
    });
    await picture(page, 'wizard-3-targets-desk');
    for (const target of ['T01', 'T02', 'T03']) {
      await card(target)
        .getByRole('button', { name: /^Xác nhận đúng/ })
        .click();
      await card(target).getByText('đã có người xác nhận', { exact: false }).waitFor();
    }
    const { fields } = await view();
    expect(fields.find(({ field }) => field === 'targets.T03.value')).toMatchObject({
      ...{ value: 1, origin: 'read', open: false, confirmed: { by: 'td-pnv:focal' } },
    });
    expect(fields.find(({ field }) => field === 'targets.T03.mode')!.value).toMatchObject({
      ...{ mode: 'each_unit', units: { kinds: ['commune', 'township'] } },
    });
    await context.close();
  });

  it('takes the offered bodies, units and steps, and shows what they come to', async () => {
    const { page, context, errors } = await world.at('td-pnv:focal', DESK);
    await open(page, 'don-vi');
    await page.getByRole('button', { name: 'Nhận các đề nghị này' }).click();
    await page.getByText('✓ Không còn điểm vướng').waitFor();
    await page.getByText(/Chọn được \d+ đơn vị/).waitFor();
    await picture(page, 'wizard-4-units-desk');
    expect((await view()).answers).toMatchObject({
      bodies: { launching: 'td', standing: 'td-pnv', office: 'td-vp', chair: 'td:chair' },
      participants: { select: { exclude: ['td-pnv'] } },
    });

    await open(page, 'lich');
    await page.getByRole('button', { name: 'Nhận các đề nghị này' }).click();
    const steps = form(page, /Các bước của phong trào/);
    const council = steps.locator('li:has(> details > summary strong:text-is("Hội đồng họp bình xét"))');
    await council.locator('summary').click();
    await council.getByLabel('Ngưỡng phiếu theo quy chế riêng').check();
    await council.getByLabel('Tỷ lệ đồng ý ít nhất').fill('75');
    await council.getByLabel('Tỷ lệ có mặt ít nhất').fill('75');
    await council.getByLabel('Căn cứ').last().fill('Quy chế làm việc của Hội đồng huyện (mẫu).');
    await steps.getByRole('button', { name: /^Lưu/ }).click();
    await saved(steps);
    await page.getByText(/đơn vị tham gia; \d+ thư trong \d+ ngày/).waitFor();
    await picture(page, 'wizard-5-dates-desk');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('holds no barrier at 360 px and nothing serious for axe in any step', async () => {
    const { page, context, errors } = await world.at('td-pnv:focal', PHONE);
    for (const step of STEPS) {
      await open(page, step);
      await page.locator('h2.step-name').waitFor();
      await page.waitForFunction(() => !document.body.textContent.includes('Đang tải…')); // the line for live updates never rests
      await page.evaluate(() =>
        document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', '')),
      );
      await usable(page, step);
      await page.evaluate(() => window.scrollTo(0, 0));
      await picture(page, `wizard-${STEPS.indexOf(step) + 1}-phone`);
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it('launches, by keyboard alone, once all is confirmed or waived by who may', async () => {
    for (const by of ['focal', 'head']) {
      const { page, context } = await world.at(`td-pnv:${by}`, DESK);
      await open(page, 'phat-dong');
      await page.getByRole('heading', { name: 'Điểm cản phát động' }).waitFor();
      const confirm = page.getByRole('button', { name: /^Xác nhận đúng/ });
      while (by === 'focal' && (await confirm.count()) > 0) {
        const n = await confirm.count();
        await confirm.first().click();
        await page.waitForFunction(
          (was) =>
            [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Xác nhận đúng')
              .length < was,
          n,
        );
      }
      const mine = (await view(`td-pnv:${by}`)).gate.items.filter((item) => item.open && item.yours);
      for (let left = mine.length; left > 0; left -= 1) {
        await page.getByRole('button', { name: 'Cho bỏ qua…' }).first().click();
        await page.getByLabel('Lý do cho bỏ qua').fill(waivers[0]!.reason);
        await page.getByRole('button', { name: 'Cho bỏ qua', exact: true }).click();
        await page.getByText(`Đã cho bỏ qua (`, { exact: false }).waitFor();
        await page.waitForFunction(
          (n) =>
            [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Cho bỏ qua…').length <
            n,
          left,
        );
      }
      await context.close();
    }
    const { gate } = await view();
    expect(gate.items.filter((item) => item.open)).toEqual([]);

    const { page, context, errors } = await world.at('td-pnv:focal', DESK);
    await open(page, 'lich');
    await page.locator('h2.step-name').waitFor();
    await press(page, /^6\. Kiểm tra và phát động/);
    await page.waitForFunction(() => document.activeElement?.textContent === '6. Kiểm tra và phát động');
    await page.getByText('Đủ điều kiện phát động.', { exact: false }).waitFor();
    await tabTo(page, /^Phát động phong trào$/);
    await picture(page, 'wizard-6-launch-desk');
    await page.keyboard.press('Enter');
    await page.getByText(/Buổi gửi thư đầu tiên: \d+ thư/).waitFor();
    expect(await page.getByText(/^\d+ đơn vị nhận việc/).textContent()).toMatch(/^\d\d đơn vị/);
    await picture(page, 'wizard-6-question-desk');
    await usable(page, 'the question before the launch');
    await press(page, /^Xác nhận phát động$/);
    await page.waitForURL('**/phong-trao/td-2023');
    await page.getByRole('heading', { name: 'Các bước' }).waitFor();
    await picture(page, 'wizard-campaign-desk');
    const campaign = (await world.store.campaigns.findOne({ _id: 'td-2023' }))!;
    expect([campaign.state, campaign.plan.targets.length, campaign.plan.standingBody]).toEqual([
      'launched',
      3,
      'td-pnv',
    ]);
    await page.goto('/chuan-bi');
    await page.getByRole('link', { name: 'Xem phong trào' }).waitFor();
    await picture(page, 'wizard-list-desk');
    expect(errors).toEqual([]);
    await context.close();
  });
});
