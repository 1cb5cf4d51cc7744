import type { Browser, Page } from 'playwright-core';
import { obligationId } from '#libs/contracts';
import { instantAt } from '#libs/domain';
import type { PreparationAnswers } from '#libs/domain/preparation/index.js';
import { readDemoData, readPlanText } from '../../apps/cli/src/demo/demo-data.js';
import { demoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { gateData } from '../../apps/cli/src/demo/plans/gate-data.js';
import { at, DESK, openBrowser, PHONE, type Size } from '../support/chromium.js';
import { verifyBook, type ObligationDoc } from '#libs/store';
import { consoleWorld, type ConsoleWorld } from '../support/console-world.js';
import { picture, usable } from '../support/looked-at.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(600_000);

const CODE = 'qt-2022';
const OFFICER = 'qt-hd:focal';
const SUPERVISOR = 'qt-hd:focal';
const FOCAL = 'qt-t10:focal';
const HEAD = 'qt-t10:head';
const HEAD_OF_LATE = 'qt-t01:head';
/** The text asks for none; the ward chooses to have one before the covenant. */
const REGISTRATION: NonNullable<PreparationAnswers['steps']>[number] = {
  id: 'registration',
  kind: 'registration',
  title: 'Đăng ký thi đua',
  opens: '2022-01-24',
  due: { unit: { by: '2022-01-28' } },
  ground: 'Phường chọn để các đơn vị đăng ký trước khi ký giao ước.',
};
const owed = (step: string, kind: string, unit = 'qt-t10'): string => obligationId(CODE, step, kind, unit);

/** A year of a ward's campaign as five people see it, on the whole product: worker, Temporal, API, mail, console. */
withServers('five people and one campaign', () => {
  let world: ConsoleWorld;
  let browser: Browser;
  let pictures = 0;

  beforeAll(async () => {
    world = await consoleWorld();
    await loadWorld(world.store, demoWorld(1));
    await world.stepper.begin(instantAt('2022-01-20', '09:00'));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** Somebody does something at a screen; afterwards the engine has done what follows from it. */
  async function by(who: string, size: Size, what: (page: Page) => Promise<void>): Promise<void> {
    const { page, context, errors } = await at(browser, world.url, who, size);
    await what(page);
    expect(errors).toEqual([]);
    await context.close();
    await world.stepper.settle();
  }

  /** A screen as it stands: usable for everybody, and kept as a picture in the order of the story. */
  async function looked(page: Page, name: string): Promise<void> {
    await usable(page, name);
    pictures += 1;
    await picture(page, `${String(pictures).padStart(2, '0')}-${name}`);
  }

  /** What the officer says of everything the text leaves open, with waivers by who may: the wizard's own spec does it at the screen. */
  async function answered(id: string): Promise<void> {
    const officer = world.as(OFFICER);
    const of = `/api/preparations/${id}`;
    const { questions, indicators, waivers } = gateData('004');
    const answers = { ...readDemoData<PreparationAnswers>('answers', '004.yaml'), questions, indicators };
    answers.steps = answers.steps!.map((step) => (step.id === 'registration' ? REGISTRATION : step));
    await officer.write('patch', `${of}/answers`, { answers }).expect(200);
    const { body } = await officer.get(`${of}/gate?forecast=0`).expect(200);
    const items = body.items as { kind: string; field: string }[];
    const fields = items.filter(({ kind }) => kind === 'unconfirmed').map(({ field }) => field);
    await officer.write('post', `${of}/confirm`, { fields }).expect(200);
    for (const { item, by: role, reason } of waivers) {
      const post = role === 'chair' ? 'qt:chair' : `qt-hd:${role}`;
      await world.as(post).write('post', `${of}/waive`, { item, reason }).expect(200);
    }
  }

  it('the officer pastes the text, answers what it leaves open, and launches', async () => {
    let id = '';
    await by(OFFICER, DESK, async (page) => {
      await page.goto('/phong-trao');
      await page.getByRole('link', { name: 'Chuẩn bị phong trào' }).click();
      await page.getByLabel('Hoặc dán nội dung văn bản').fill(readPlanText('004_de96756f9a0b4659.txt'));
      await page.getByRole('button', { name: 'Đọc văn bản' }).click();
      await page.getByRole('heading', { name: '1. Văn bản' }).waitFor();
      await looked(page, 'doc-van-ban');
      id = new URL(page.url()).pathname.split('/')[2]!;
    });
    await answered(id);
    await by(OFFICER, DESK, async (page) => {
      await page.goto(`/chuan-bi/${id}/lich`);
      await page.getByText(/đơn vị tham gia; \d+ thư trong \d+ ngày/).waitFor();
      await looked(page, 'du-bao');
      await page.goto(`/chuan-bi/${id}/phat-dong`);
      await page.getByText('Đủ điều kiện phát động.', { exact: false }).waitFor();
      await page.getByRole('button', { name: 'Phát động phong trào' }).click();
      await page.getByText(/Buổi gửi thư đầu tiên: \d+ thư/).waitFor();
      await looked(page, 'phat-dong');
      await page.getByRole('button', { name: 'Xác nhận phát động' }).click();
      await page.waitForURL(`**/phong-trao/${CODE}`);
    });
    expect(await world.store.campaigns.findOne({ _id: CODE })).toMatchObject({ state: 'launched' });
  });

  it('the unit registers on a phone, and its head signs the covenant', async () => {
    await world.walkTo(instantAt('2022-01-24', '09:00'));
    await by(FOCAL, PHONE, async (page) => {
      await page.goto(`/viec/${owed('registration', 'registration')}`);
      await page.getByRole('link', { name: 'Nhập đăng ký' }).click();
      await page.getByLabel(/Mỗi dòng một danh hiệu/).fill('Tổ dân phố văn hóa');
      await looked(page, 'dang-ky-thi-dua');
      await page.getByRole('button', { name: 'Nộp đăng ký' }).click();
      await page.getByRole('heading', { name: 'Nội dung đăng ký' }).waitFor();
    });
    expect(await obligation('registration', 'registration')).toMatchObject({ state: 'submitted', onTime: true });
    await by(SUPERVISOR, DESK, async (page) => {
      await page.goto(`/viec/${owed('registration', 'registration')}`);
      await press(page, 'Tiếp nhận', 'Xác nhận tiếp nhận', 'Đã tiếp nhận.');
      await page.goto(`/phong-trao/${CODE}/dang-ky`);
      await page
        .getByRole('row', { name: /Tổ dân phố số 10/ })
        .first()
        .waitFor();
      await looked(page, 'giao-dang-ky-thuc-hien');
    });

    await world.walkTo(instantAt('2022-02-10', '09:00'));
    const { targets } = await obligation('covenant', 'covenant');
    const content = { signedBy: HEAD, pledges: targets.map((target) => ({ target, value: null })) };
    await world
      .as(HEAD)
      .write('post', `/api/obligations/${owed('covenant', 'covenant')}/submission`, { content })
      .expect(201);
    await world.stepper.settle();
    expect(await obligation('covenant', 'covenant')).toMatchObject({ state: 'done', onTime: true });
  });

  it('the focal point asks for more time on a phone, the supervisor grants it, the report is filed', async () => {
    await world.walkTo(instantAt('2022-06-10', '09:00'));
    await by(FOCAL, PHONE, async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: /Nộp: Báo cáo 6 tháng/ }).waitFor();
      await looked(page, 'viec-cua-toi');
      await page.getByRole('link', { name: /Nộp: Báo cáo 6 tháng/ }).click();
      await page.getByRole('button', { name: 'Xin gia hạn' }).click();
      await page.getByLabel('Xin lùi đến ngày').fill('2022-06-17');
      await page.getByLabel('Lý do').fill('Mưa lớn, chưa tập hợp đủ số liệu của các hộ.');
      await looked(page, 'xin-gia-han');
      await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
      await page.getByText('Đã gửi đề nghị gia hạn.').waitFor();
    });
    await by(SUPERVISOR, DESK, async (page) => {
      await page.goto(`/viec/${owed('report-2022H1', 'report')}`);
      await page.getByRole('button', { name: 'Quyết định gia hạn' }).click();
      await page.getByLabel('Lý do').fill('Đồng ý.');
      await page.getByRole('button', { name: 'Ghi quyết định' }).click();
      await page.getByText('Đã ghi quyết định.').waitFor();
      await looked(page, 'quyet-dinh-gia-han');
    });
    expect((await obligation('report-2022H1', 'report')).clock.dueAt.toISOString()).toBe('2022-06-17T16:59:59.999Z');
    await world.walkTo(instantAt('2022-06-17', '08:30'));
    await by(FOCAL, PHONE, async (page) => {
      await page.goto(`/viec/${owed('report-2022H1', 'report')}/nhap`);
      await fillIn(page);
      await looked(page, 'nhap-bao-cao');
      await handIn(page, 1);
    });
    expect(await obligation('report-2022H1', 'report')).toMatchObject({ state: 'submitted', onTime: true });
  });

  it('the supervisor sends one section back, it is answered, and accepted', async () => {
    await by(SUPERVISOR, DESK, async (page) => {
      await page.goto('/tham-dinh');
      await page
        .getByRole('link', { name: /Báo cáo 6 tháng/ })
        .first()
        .waitFor();
      await looked(page, 'cho-toi-duyet');
      await page.goto(`/viec/${owed('report-2022H1', 'report')}`);
      await press(page, 'Tiếp nhận', 'Xác nhận tiếp nhận', 'Đã tiếp nhận.');
      await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
      await page.getByLabel('Phần trả lại').selectOption({ index: 1 });
      await page.getByLabel('Lý do', { exact: true }).fill('Chưa có danh sách kèm theo.');
      await looked(page, 'tra-lai');
      await page.getByRole('button', { name: 'Trả lại báo cáo' }).click();
      await page.getByText('Đã trả lại, đơn vị được báo ngay.').waitFor();
    });
    await by(FOCAL, PHONE, async (page) => {
      await page.goto(`/viec/${owed('report-2022H1', 'report')}/nhap`);
      await page.getByLabel('Trả lời ý kiến này').fill('Đã gửi danh sách.');
      await page.locator('fieldset.cell input').first().fill('8');
      await page.getByText(/Đã lưu/).waitFor();
      await looked(page, 'nop-lai');
      await handIn(page, 2);
    });
    await by(SUPERVISOR, DESK, async (page) => {
      await page.goto(`/viec/${owed('report-2022H1', 'report')}`);
      await press(page, 'Tiếp nhận', 'Xác nhận tiếp nhận', 'Đã tiếp nhận.');
      await press(page, 'Duyệt', 'Xác nhận duyệt', 'Đã duyệt.');
      await looked(page, 'ho-so-da-duyet');
    });
    expect(await obligation('report-2022H1', 'report')).toMatchObject({ state: 'accepted', attempt: 2 });
  });

  it('who is late is urged, their head is told, and the supervisor reports them upwards', async () => {
    await world.walkTo(instantAt('2022-06-20', '09:00'));
    await by(HEAD_OF_LATE, DESK, async (page) => {
      await page.goto('/thong-bao');
      await page
        .getByText(/Báo cáo 6 tháng/)
        .first()
        .waitFor();
      await looked(page, 'thong-bao-cua-thu-truong');
    });
    await by(SUPERVISOR, DESK, async (page) => {
      await page.goto(`/phong-trao/${CODE}/theo-doi?mark=overdue`);
      await page
        .getByLabel(/^Chọn Tổ dân phố số 01/)
        .first()
        .check();
      await page.getByRole('button', { name: 'Báo cáo cấp trên' }).click();
      await page.getByLabel('Báo cáo tới').selectOption('chair');
      await page.getByLabel('Lý do').fill('Đã gọi điện hai lần.');
      await looked(page, 'bao-cao-cap-tren');
      await page.getByRole('button', { name: 'Báo cáo ngay' }).click();
      await page.getByText(/Đã báo cáo \d+\/\d+ việc/).waitFor();
    });
  });

  it('the second period is filed beside what was said in the first', async () => {
    await world.walkTo(instantAt('2022-12-05', '09:00'));
    await by(FOCAL, PHONE, async (page) => {
      await page.goto(`/viec/${owed('report-2022Y', 'report')}/nhap`);
      await page
        .getByText(/Báo cáo 6 tháng/)
        .first()
        .waitFor();
      await fillIn(page);
      await looked(page, 'bao-cao-nam');
      await handIn(page, 1);
    });
    await by(SUPERVISOR, DESK, async (page) => {
      await page.goto(`/viec/${owed('report-2022Y', 'report')}`);
      await press(page, 'Tiếp nhận', 'Xác nhận tiếp nhận', 'Đã tiếp nhận.');
      await press(page, 'Duyệt', 'Xác nhận duyệt', 'Đã duyệt.');
    });
    expect(await obligation('report-2022Y', 'report')).toMatchObject({ state: 'accepted', onTime: true });
    expect(await verifyBook(world.store, CODE)).toMatchObject({ brokenAt: null });
  });

  const obligation = async (step: string, kind: string, unit?: string): Promise<ObligationDoc> =>
    (await world.store.obligations.findOne({ _id: owed(step, kind, unit) }))!;
});

/** Every figure and every section of a report, and an explanation where one is asked for. */
async function fillIn(page: Page): Promise<void> {
  await page.locator('fieldset.cell').first().waitFor();
  for (const cell of await page.locator('fieldset.cell').all()) {
    for (const field of await cell.locator('.part').all()) {
      if ((await field.locator('select').count()) > 0) await field.locator('select').selectOption('1');
      else await field.locator('input').fill((await field.innerText()).includes('Mẫu số') ? '10' : '9');
    }
  }
  await words(page);
  await page.getByRole('button', { name: 'Kiểm tra' }).click();
  await page
    .getByText(/Còn \d+ chỗ cần sửa|✓/)
    .last()
    .waitFor();
  await words(page);
  await page.getByText(/Đã lưu/).waitFor();
}

async function words(page: Page): Promise<void> {
  for (const area of await page.locator('.words-field:not(:has-text("không phát sinh")) textarea').all())
    if ((await area.inputValue()) === '') await area.fill('Làm theo kế hoạch, không có vướng mắc.');
}

async function handIn(page: Page, time: number): Promise<void> {
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await page.getByText(`lần nộp thứ ${time}`).waitFor();
}

async function press(page: Page, act: string, confirm: string, done: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('button', { name: confirm }).click();
  await page.getByText(done).waitFor();
}
