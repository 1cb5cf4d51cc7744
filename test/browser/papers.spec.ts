import type { Page } from 'playwright-core';
import { sessionId } from '#libs/contracts';
import { instantAt } from '#libs/domain';
import { verifyBook } from '#libs/store';
import { DESK, PHONE } from '../support/chromium.js';
import { fits } from '../support/looked-at.js';
import { withServers } from '../support/servers.js';
import { CODE, MEMBERS, OFFICE, owed, papersWorld, type PapersWorld } from './papers-world.js';

jest.setTimeout(600_000);

/** Looked at on a phone and at a desk, and left as it was. */
async function looked(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()!;
  await fits(page, name);
  await page.setViewportSize(before);
}

/** From the own work to the form of a piece of work, by its links. */
async function fromMyWork(page: Page, row: RegExp, way: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: row }).click();
  await page.getByRole('link', { name: way, exact: true }).click();
}

const handIn = (page: Page, press = 'Nộp') => page.getByRole('button', { name: press, exact: true }).click();
const stands = (page: Page) => page.getByRole('heading', { name: 'Nội dung đã nộp' }).waitFor();

withServers('papers from the score to the decision', () => {
  let world: PapersWorld;
  const by: PapersWorld['by'] = (...what) => world.by(...what);
  const obligation: PapersWorld['obligation'] = (id) => world.obligation(id);
  const content: PapersWorld['content'] = (id) => world.content(id);

  beforeAll(async () => {
    world = await papersWorld();
  });
  afterAll(() => world?.close());

  it('a covenant is signed by the unit alone, at the level it was assigned or another', async () => {
    await world.walkTo(instantAt('2023-09-06', '09:00'));
    for (const unit of ['ta-x1', 'ta-x2'])
      await by(`${unit}:head`, PHONE, async (page) => {
        await fromMyWork(page, /Ký giao ước/, 'Ký giao ước thi đua');
        await page.getByText('Được giao 10 công trình').waitFor();
        await page.getByLabel('Số công trình').fill('12,5');
        if (unit === 'ta-x1') await looked(page, 'giao-uoc-ky-rieng');
        await handIn(page, 'Ký và nộp giao ước');
        await stands(page);
        await page.getByText(`Người ký: head ${unit}`).waitFor();
        if (unit === 'ta-x1') await looked(page, 'giao-uoc-da-ky');
      });
    const id = owed('covenant', 'covenant', 'ta-x1');
    expect(await content(id)).toEqual({ signedBy: 'ta-x1:head', pledges: [{ target: 'T1', value: 12.5 }] });
    expect(await obligation(id)).toMatchObject({ state: 'done', onTime: true });
  });

  it('a unit scores itself: what cannot be is said beside its field, nothing typed is lost, and one paper is handed in', async () => {
    await world.walkTo(instantAt('2023-10-03', '09:00'));
    await by('ta-x1:focal', PHONE, async (page) => {
      await fromMyWork(page, /Tự chấm điểm/, 'Tự chấm điểm');
      await page.getByText('10/20 điểm, lấy từ sổ thời hạn').waitFor();
      await page.getByLabel('Thực hiện chỉ tiêu').fill('51');
      await page.getByText('Vượt điểm tối đa 50.').waitFor();
      await handIn(page);
      await page.getByText('Bảng điểm có 2 chỗ phải sửa, xem từng chỗ.').waitFor();
      await page.getByText('Chưa có điểm của tiêu chí này.').waitFor();
      await looked(page, 'tu-cham-sai');
      await page.getByLabel('Thực hiện chỉ tiêu').fill('48,5');
      await page.getByLabel('Tuyên truyền, nêu gương').fill('29');
      await page.getByText('Tổng: 87,5/100 điểm').waitFor();
      // somebody else decides something about it meanwhile: the screen is told, what is typed stays
      const id = owed('self-score', 'self_score', 'ta-x1');
      const day = { lastDay: '2023-10-10', reason: 'Thêm thời gian.' };
      await world.as(OFFICE).write('post', `/api/obligations/${id}/extension`, day).expect(201);
      await page.getByText(/10\/10\/2023/).waitFor({ timeout: 60_000 });
      expect(await page.getByLabel('Thực hiện chỉ tiêu').inputValue()).toBe('48,5');
      await page.reload();
      expect(await page.getByLabel('Tuyên truyền, nêu gương').inputValue()).toBe('29');
      await looked(page, 'tu-cham');
      // the line goes while it is handed in: pressed again it is the same act
      await page.route('**/submission', (route) => route.abort(), { times: 1 });
      await handIn(page);
      await page.getByRole('alert').waitFor();
      await page.getByRole('button', { name: 'Nộp', exact: true }).dblclick();
      await stands(page);
      await looked(page, 'tu-cham-da-nop');
    });
    expect(await obligation(owed('self-score', 'self_score', 'ta-x1'))).toMatchObject({
      state: 'submitted',
      attempt: 1,
    });
    await by('ta-x2:focal', DESK, async (page) => {
      await page.goto(`/viec/${owed('self-score', 'self_score', 'ta-x2')}/van-ban`);
      await page.getByLabel('Thực hiện chỉ tiêu').fill('40');
      await page.getByLabel('Tuyên truyền, nêu gương').fill('30');
      await handIn(page);
      await stands(page);
    });
    for (const unit of ['ta-x1', 'ta-x2'])
      await by(OFFICE, DESK, async (page) => {
        await page.goto(`/viec/${owed('self-score', 'self_score', unit)}`);
        for (const [act, confirm, done] of [
          ['Tiếp nhận', 'Xác nhận tiếp nhận', 'Đã tiếp nhận.'],
          ['Duyệt', 'Xác nhận duyệt', 'Đã duyệt.'],
        ] as const) {
          await page.getByRole('button', { name: act, exact: true }).click();
          await page.getByRole('button', { name: confirm }).click();
          await page.getByText(done).waitFor();
        }
      });
    expect(await obligation(owed('verification', 'verification', 'ta-x1'))).toMatchObject({ state: 'open' });
  });

  it('the standing body verifies beside the claim, by keyboard alone, and says why it changed it', async () => {
    await by(OFFICE, DESK, async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: /Thẩm tra.*ta-x1/ }).click();
      await page.getByRole('link', { name: 'Thẩm tra điểm' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('đơn vị tự chấm 48,5').waitFor();
      await page.getByRole('button', { name: 'Lấy điểm tự chấm vào ô còn trống' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Tổng: 87,5/100 điểm').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.type('45');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Thiếu minh chứng hai công trình.');
      await page.getByText('Tổng: 84/100 điểm').waitFor();
      await looked(page, 'tham-tra');
      await page.getByLabel('Tuyên truyền, nêu gương').focus();
      await page.keyboard.press('Enter');
      await stands(page);
      await page.getByText('Thiếu minh chứng hai công trình.').waitFor();
      await page.getByText('Tổng: 84/100 điểm').waitFor();
      await looked(page, 'tham-tra-da-nop');
    });
    expect(await content(owed('verification', 'verification', 'ta-x1'))).toEqual({
      scores: [
        { criterion: 'C1', points: 45, reason: 'Thiếu minh chứng hai công trình.' },
        { criterion: 'C2', points: 29 },
      ],
    });
    await by(OFFICE, DESK, async (page) => {
      await page.goto(`/viec/${owed('verification', 'verification', 'ta-x2')}/van-ban`);
      await page.getByRole('button', { name: 'Lấy điểm tự chấm vào ô còn trống' }).click();
      await handIn(page);
      await stands(page);
    });
    await by(OFFICE, DESK, async (page) => {
      await fromMyWork(page, /Xếp hạng/, 'Xem và xác nhận xếp hạng');
      const first = page.getByRole('row', { name: /Đơn vị ta-x1/ });
      await first.waitFor();
      expect(await first.textContent()).toMatch(/1.*84.*87,5.*50 %/);
      await page.getByLabel('Đã xem và xác nhận bảng xếp hạng do hệ thống tính').check();
      await looked(page, 'xep-hang');
      await handIn(page);
      await stands(page);
    });
  });

  it('the session is opened with those present, and members vote; how they voted only they see', async () => {
    const ballot = (member: string) => owed('council', 'vote', 'ta-council', member.slice(member.indexOf(':') + 1));
    // an absent member gives an opinion on paper before the session
    await by(MEMBERS[2]!, PHONE, async (page) => {
      await fromMyWork(page, /Bỏ phiếu: Họp Hội đồng/, 'Bỏ phiếu');
      await page.getByText('3 thành viên; họp được khi có từ 2').waitFor();
      expect(await page.getByRole('button', { name: 'Bỏ phiếu' }).isDisabled()).toBe(true);
      for (const line of await page.locator('fieldset').all()) await line.getByLabel('Không đồng ý').check();
      await page.getByLabel(/tôi sẽ vắng mặt và gửi ý kiến bằng văn bản/).check();
      await looked(page, 'phieu-van-ban');
      await handIn(page, 'Bỏ phiếu');
      await stands(page);
    });
    expect(await content(ballot(MEMBERS[2]!))).toMatchObject({ written: true });

    const session = sessionId(CODE, 'council');
    const { meetsAt, closesAt } = (await world.store.sessions.findOne({ _id: session } as never)) as unknown as {
      meetsAt: Date;
      closesAt: Date;
    };
    await world.walkTo(meetsAt);
    await by(OFFICE, DESK, async (page) => {
      await page.goto(`/phong-trao/${CODE}`);
      await page.getByRole('link', { name: 'Phiên họp' }).click();
      await page.getByText('Đã bỏ phiếu 1/3 thành viên').waitFor();
      await page.getByLabel('Ủy viên 1').check();
      await handIn(page, 'Khai mạc');
      await page.getByText('Chưa đủ thành viên để họp').waitFor();
      await page.getByLabel('Ủy viên 2').check();
      await looked(page, 'khai-mac');
      await handIn(page, 'Khai mạc');
      await page.getByText(/Dự họp 2: Ủy viên 1, Ủy viên 2/).waitFor();
    });
    for (const member of MEMBERS.slice(0, 2))
      await by(member, PHONE, async (page) => {
        await fromMyWork(page, /Bỏ phiếu: Họp Hội đồng/, 'Bỏ phiếu');
        await page
          .getByRole('group', { name: /Đơn vị ta-x1/ })
          .getByLabel('Đồng ý', { exact: true })
          .check();
        const second = page.getByRole('group', { name: /Đơn vị ta-x2/ });
        await second.getByLabel(member === MEMBERS[0] ? 'Phiếu trắng' : 'Không đồng ý').check();
        await page.getByText(/còn 0 chưa chọn/).waitFor();
        expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('paper');
        if (member === MEMBERS[0]) await looked(page, 'phieu');
        await handIn(page, 'Bỏ phiếu');
        await stands(page);
        await page.getByText(/Đơn vị ta-x1: Đồng ý/).waitFor();
        if (member === MEMBERS[0]) await looked(page, 'phieu-da-bo');
      });
    // the body that leads the campaign reads that it was cast, and nothing of it
    const id = ballot(MEMBERS[0]!);
    for (const path of ['', '/paper', '/rounds', '/timeline', '/form']) {
      const { text } = await world.as(OFFICE).get(`/api/obligations/${id}${path}`);
      expect([path, /"(yes|no|blank)"/.test(text)]).toEqual([path, false]);
      const { submission } = await obligation(id);
      expect([path, text.includes(submission!.split('#').at(-1)!)]).toEqual([path, false]);
    }
    expect((await world.as(MEMBERS[0]!).get(`/api/obligations/${id}/paper`)).body.given.votes).toHaveLength(2);
    await by(OFFICE, DESK, async (page) => {
      await page.goto(`/viec/${id}`);
      await page.getByText('Nội dung phiếu chỉ người bỏ phiếu xem được.').waitFor();
      await page.getByText('người nộp Ủy viên 1').waitFor();
      await looked(page, 'phieu-kin');
    });
    await world.walkTo(new Date(closesAt.getTime() + 1));
    expect((await world.as(OFFICE).get(`/api/sessions/${session}/roll`).expect(200)).body).toMatchObject({
      ...{ cast: 3, session: { state: 'counted', needed: 2 } },
      items: [
        { item: 'ta-x1', votes: { yes: 2, no: 1, blank: 0, passed: true } },
        { item: 'ta-x2', votes: { yes: 0, no: 2, blank: 1, passed: false } },
      ],
    });
  });

  it('minutes, proposal and decision follow, each beside what it rests on', async () => {
    await by(OFFICE, DESK, async (page) => {
      await fromMyWork(page, /Lập biên bản: Họp Hội đồng/, 'Nhập biên bản');
      await page.getByRole('row', { name: /Đơn vị ta-x1/ }).waitFor();
      await page.getByLabel('Số, ký hiệu văn bản').fill('03/BB-HĐ');
      await looked(page, 'bien-ban');
      await handIn(page);
      await stands(page);
    });
    await by(OFFICE, DESK, async (page) => {
      await fromMyWork(page, /Tờ trình khen thưởng/, 'Lập tờ trình');
      await page.getByText('Kế hoạch cho đề nghị tối đa 1 tập thể.').waitFor();
      await page.getByLabel('Số, ký hiệu văn bản').fill('15/TTr');
      expect(await page.getByLabel(/Đơn vị ta-x2/).isDisabled()).toBe(true);
      await page.getByLabel(/Đơn vị ta-x1.*đạt 2 phiếu, cần 2/).check();
      await looked(page, 'to-trinh');
      await handIn(page);
      await stands(page);
    });
    const decision = owed('decision', 'decision', 'ta-office');
    const stray = { number: '1/QĐ', date: '2023-10-20', awarded: ['ta-x2'] };
    const { body } = await world
      .as(OFFICE)
      .write('post', `/api/obligations/${decision}/submission`, { content: stray });
    expect(body).toMatchObject({ status: 409, code: 'not-proposed' });
    await by(OFFICE, PHONE, async (page) => {
      await fromMyWork(page, /Quyết định khen thưởng/, 'Nhập quyết định');
      await page.getByText('Theo tờ trình 15/TTr · thẩm quyền: Chủ tịch UBND huyện A').waitFor();
      await page.getByLabel('Số, ký hiệu văn bản').fill('1201/QĐ-UBND');
      await page.getByLabel('Ngày văn bản').fill('2023-10-20');
      await page.getByLabel(/Đơn vị ta-x1/).check();
      await looked(page, 'quyet-dinh');
      await handIn(page);
      await stands(page);
      await page.getByText('1201/QĐ-UBND').waitFor();
      await looked(page, 'quyet-dinh-da-nop');
    });
    expect(await content(decision)).toEqual({ number: '1201/QĐ-UBND', date: '2023-10-20', awarded: ['ta-x1'] });
    await world.walkTo(instantAt('2023-12-30', '09:00'));
    expect(await world.store.campaigns.findOne({ _id: CODE })).toMatchObject({ state: 'closed' });
    expect(await verifyBook(world.store, CODE)).toMatchObject({ brokenAt: null });
  });
});
