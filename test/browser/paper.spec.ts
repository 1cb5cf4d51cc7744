import { obligationId } from '#libs/contracts';
import type { CampaignPlan, DutyKind, StepSpec } from '#libs/domain';
import { plan } from '../e2e/api-world.js';
import { PHONE } from '../support/chromium.js';
import { usable } from '../support/looked-at.js';
import { launchedWorld, type SeenWorld } from '../support/seen-world.js';
import { withServers } from '../support/servers.js';

jest.setTimeout(240_000);

const [asked] = plan.steps[0]!.duties;
const step = (id: string, kind: DutyKind & StepSpec['kind'], title: string): StepSpec => ({
  ...{ id, kind, title, opens: '2023-09-04', after: [] },
  duties: [{ ...asked!, kind, targets: [], due: { kind: 'by', date: '2023-09-15' } }],
});
const ownPlan = step('own-plan', 'own_plan', 'Kế hoạch của đơn vị');
const event = step('event', 'event', 'Kết thúc phong trào');
const campaign: CampaignPlan = { ...plan, steps: [ownPlan, event, ...plan.steps] };

/** Short papers: no draft, a number, a day and what they say. */
withServers('papers of a few words', () => {
  let world: SeenWorld;

  beforeAll(async () => {
    world = await launchedWorld(campaign, [ownPlan, event]);
  });
  afterAll(() => world?.close());

  it('a unit’s own plan is handed in once from a phone, and stands there to be read', async () => {
    const id = obligationId('ta-2023', 'own-plan', 'own_plan', 'ta-x1');
    const { page, context, errors } = await world.at('ta-x1:focal', PHONE);
    await page.goto(`/viec/${id}`);
    await page.getByRole('link', { name: 'Nhập văn bản' }).click();
    await page.getByLabel('Số, ký hiệu văn bản').fill('12/KH-UBND');
    await page.getByLabel('Ngày văn bản').fill('2023-09-06');
    await page.getByLabel('Nội dung chính').fill('Làm năm công trình.');
    await usable(page, 'own plan, being written');
    await page.getByRole('button', { name: 'Nộp', exact: true }).dblclick();
    await page.getByRole('heading', { name: 'Nội dung đã nộp' }).waitFor();
    await page.getByText('12/KH-UBND').waitFor();
    await page.getByText('06/09/2023').first().waitFor();
    await usable(page, 'own plan, handed in');
    const { body } = await world.as('ta-x1:focal').get(`/api/obligations/${id}`).expect(200);
    expect(body).toMatchObject({ attempt: 1 });
    expect(body.submission.content).toEqual({
      number: '12/KH-UBND',
      date: '2023-09-06',
      summary: 'Làm năm công trình.',
    });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('what the server refuses is said in its words, and nothing typed is gone', async () => {
    const id = obligationId('ta-2023', 'event', 'event', 'ta-x1');
    const { page, context } = await world.at('ta-x1:focal');
    await page.goto(`/viec/${id}/van-ban`);
    await page.getByLabel('Ngày diễn ra').fill('2024-09-04');
    await page.getByLabel('Căn cứ, diễn biến').fill('Tổng kết tại hội nghị.');
    await world.store.campaigns.updateOne({ _id: 'ta-2023' }, { $set: { state: 'cancelled' } });
    await page.getByRole('button', { name: 'Nộp', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Căn cứ, diễn biến').inputValue()).toBe('Tổng kết tại hội nghị.');
    await world.store.campaigns.updateOne({ _id: 'ta-2023' }, { $set: { state: 'launched' } });
    await page.getByRole('button', { name: 'Nộp', exact: true }).click();
    await page.getByRole('heading', { name: 'Nội dung đã nộp' }).waitFor();
    await context.close();
  });
});
