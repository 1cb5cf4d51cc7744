import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { obligationId, sessionId } from '#libs/contracts';
import { instantAt, type CampaignPlan, type Duty, type Post, type StepSpec } from '#libs/domain';
import { saveOrganisation, verifyBook, type ObligationDoc } from '#libs/store';
import { edges, plan, posts, units } from '../e2e/api-world.js';
import { at, DESK, openBrowser, overflows, PHONE, serious } from '../support/chromium.js';
import { consoleWorld, type ConsoleWorld } from '../support/console-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(600_000);

/** Where the pictures are kept; none are taken without it. */
const SHOTS = process.env.SHOTS;
const CODE = plan.code;
const OFFICE = 'ta-office:focal';
const MEMBERS = ['member-1', 'member-2', 'member-3'].map((role) => `ta-council:${role}`);
const [asked] = plan.steps[0]!.duties;
const within = (days: number): Duty['due'] => ({ kind: 'within_working_days', days, from: 'opened' });
const duty = (kind: Duty['kind'], more: Partial<Duty>): Duty => ({
  ...{ ...asked!, kind, level: kind, ladder: 'entered', due: within(5), targets: [] },
  ...more,
});
const after = (step: string): Pick<StepSpec, 'after'> => ({ after: [{ step, is: 'finished' }] });
const ofOffice = { owes: { units: ['ta-office'] }, to: { unit: 'ta' } };

/** The end of a campaign: covenants signed alone, then from the units' own scores to the decision. */
const steps: StepSpec[] = [
  {
    ...{ id: 'covenant', kind: 'covenant', title: 'Ký giao ước', opens: '2023-09-05', after: [] },
    duties: [duty('covenant', { ladder: 'pledge', targets: ['T1'], due: { kind: 'by', date: '2023-09-15' } })],
  },
  {
    ...{ id: 'self-score', kind: 'self_score', title: 'Tự chấm điểm', opens: '2023-10-02', after: [] },
    duties: [duty('self_score', { ladder: 'report', due: { kind: 'by', date: '2023-10-06' } })],
  },
  {
    ...{ id: 'verification', kind: 'verification', title: 'Thẩm tra', ...after('self-score') },
    duties: [duty('verification', { answeredBy: 'ta-office', to: { unit: 'ta' } })],
  },
  {
    ...{ id: 'ranking', kind: 'ranking', title: 'Xếp hạng', ...after('verification') },
    duties: [duty('ranking', ofOffice)],
  },
  {
    ...{ id: 'council', kind: 'council', title: 'Họp Hội đồng', ...after('ranking') },
    duties: [
      duty('vote', { owes: { units: ['ta-council'] }, ladder: 'vote', due: within(1) }),
      duty('minutes', { ...ofOffice, due: within(4) }),
    ],
    council: {
      ...{ unit: 'ta-council', members: MEMBERS, secretary: OFFICE, meetsAfter: 1, time: '08:00' },
      ...{ award: 'emulation_flag_provincial', candidates: 2 },
      answer: { yesShare: 0.6, attendanceShare: 0.6, ground: 'Quy chế Hội đồng (mẫu).' },
    },
  },
  {
    ...{ id: 'proposal', kind: 'proposal', title: 'Tờ trình khen thưởng', ...after('council') },
    duties: [duty('proposal', ofOffice)],
  },
  {
    ...{ id: 'decision', kind: 'decision', title: 'Quyết định khen thưởng', ...after('proposal') },
    duties: [duty('decision', ofOffice)],
  },
  ...plan.steps,
];
const campaign: CampaignPlan = {
  ...{ ...plan, steps },
  award: { route: 'council_open', quota: 1, decidedBy: 'Chủ tịch UBND huyện A', ground: 'kế hoạch mẫu' },
  scoring: [
    { id: 'C1', name: 'Thực hiện chỉ tiêu', max: 50, source: 'self' },
    { id: 'C2', name: 'Tuyên truyền, nêu gương', max: 30, source: 'self' },
    { id: 'C3', name: 'Báo cáo đúng hạn', max: 20, source: 'on_time' },
  ],
};
const owed = (step: string, kind: string, unit: string, line?: string): string =>
  obligationId(CODE, step, kind, unit, line);

withServers('papers from the score to the decision', () => {
  let world: ConsoleWorld;
  let browser: Browser;

  beforeAll(async () => {
    world = await consoleWorld();
    const keyed = <T extends { id: string }>(items: T[]) => items.map(({ id, ...rest }) => ({ _id: id, ...rest }));
    const council = { ...units[0]!, id: 'ta-council', name: 'Hội đồng thi đua huyện A', kind: 'council' };
    const members = MEMBERS.map((id, n): Post => ({
      ...{ id, unit: 'ta-council', role: 'member', title: `Ủy viên ${n + 1}`, mailbox: null },
    }));
    await saveOrganisation(world.store, {
      units: keyed([...units, council]),
      edges: keyed([...edges, { ...edges[0]!, id: 'e-ta-council', unit: 'ta-council' }]),
      posts: keyed([...posts, ...members]),
      persons: [],
      holders: [],
    });
    await world.stepper.begin(instantAt('2023-09-04', '09:00'));
    await world.as(OFFICE).write('post', '/api/campaigns', campaign).expect(201);
    await world.as(OFFICE).write('post', `/api/campaigns/${CODE}/launch`, {}).expect(201);
    await world.stepper.settle();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** Somebody does something at a screen; afterwards the engine has done what follows from it. */
  async function by(who: string, size: typeof PHONE, what: (page: Page) => Promise<void>): Promise<void> {
    const { page, context, errors } = await at(browser, world.url, who, size);
    await what(page);
    expect(errors).toEqual([]);
    await context.close();
    await world.stepper.settle();
  }

  /** Nothing serious, nothing sideways, on a phone and at a desk; a picture of both where somebody wants to look. */
  async function fits(page: Page, name: string): Promise<void> {
    const before = page.viewportSize()!;
    for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
      await page.setViewportSize(viewport);
      expect([name, size, await serious(page), await overflows(page)]).toEqual([name, size, [], false]);
      if (!SHOTS) continue;
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${name}-${size}.png`), fullPage: true });
    }
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
  const obligation = async (id: string): Promise<ObligationDoc> =>
    (await world.store.obligations.findOne({ _id: id }))!;
  const content = async (id: string) => {
    const { submission } = await obligation(id);
    return (await world.store.submissions.findOne({ _id: submission! }))!.content;
  };

  it('a covenant is signed by the unit alone, at the level it was assigned or another', async () => {
    await world.walkTo(instantAt('2023-09-06', '09:00'));
    for (const unit of ['ta-x1', 'ta-x2'])
      await by(`${unit}:head`, PHONE, async (page) => {
        await fromMyWork(page, /Ký giao ước/, 'Ký giao ước thi đua');
        await page.getByText('Được giao 10 công trình').waitFor();
        await page.getByLabel('Số công trình').fill('12,5');
        if (unit === 'ta-x1') await fits(page, 'giao-uoc-ky-rieng');
        await handIn(page, 'Ký và nộp giao ước');
        await stands(page);
        await page.getByText(`Người ký: head ${unit}`).waitFor();
        if (unit === 'ta-x1') await fits(page, 'giao-uoc-da-ky');
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
      await fits(page, 'tu-cham-sai');
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
      await fits(page, 'tu-cham');
      // the line goes while it is handed in: pressed again it is the same act
      await page.route('**/submission', (route) => route.abort(), { times: 1 });
      await handIn(page);
      await page.getByRole('alert').waitFor();
      await page.getByRole('button', { name: 'Nộp', exact: true }).dblclick();
      await stands(page);
      await fits(page, 'tu-cham-da-nop');
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
      await fits(page, 'tham-tra');
      await page.getByLabel('Tuyên truyền, nêu gương').focus();
      await page.keyboard.press('Enter');
      await stands(page);
      await page.getByText('Thiếu minh chứng hai công trình.').waitFor();
      await page.getByText('Tổng: 84/100 điểm').waitFor();
      await fits(page, 'tham-tra-da-nop');
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
      await fits(page, 'xep-hang');
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
      await fits(page, 'phieu-van-ban');
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
      await fits(page, 'khai-mac');
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
        if (member === MEMBERS[0]) await fits(page, 'phieu');
        await handIn(page, 'Bỏ phiếu');
        await stands(page);
        await page.getByText(/Đơn vị ta-x1: Đồng ý/).waitFor();
        if (member === MEMBERS[0]) await fits(page, 'phieu-da-bo');
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
      await fits(page, 'phieu-kin');
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
      await fits(page, 'bien-ban');
      await handIn(page);
      await stands(page);
    });
    await by(OFFICE, DESK, async (page) => {
      await fromMyWork(page, /Tờ trình khen thưởng/, 'Lập tờ trình');
      await page.getByText('Kế hoạch cho đề nghị tối đa 1 tập thể.').waitFor();
      await page.getByLabel('Số, ký hiệu văn bản').fill('15/TTr');
      expect(await page.getByLabel(/Đơn vị ta-x2/).isDisabled()).toBe(true);
      await page.getByLabel(/Đơn vị ta-x1.*đạt 2 phiếu, cần 2/).check();
      await fits(page, 'to-trinh');
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
      await fits(page, 'quyet-dinh');
      await handIn(page);
      await stands(page);
      await page.getByText('1201/QĐ-UBND').waitFor();
      await fits(page, 'quyet-dinh-da-nop');
    });
    expect(await content(decision)).toEqual({ number: '1201/QĐ-UBND', date: '2023-10-20', awarded: ['ta-x1'] });
    await world.walkTo(instantAt('2023-12-30', '09:00'));
    expect(await world.store.campaigns.findOne({ _id: CODE })).toMatchObject({ state: 'closed' });
    expect(await verifyBook(world.store, CODE)).toMatchObject({ brokenAt: null });
  });
});
