import type { Page } from 'playwright-core';
import { obligationId } from '#libs/contracts';
import { instantAt, type CampaignPlan, type Duty, type Post, type StepSpec } from '#libs/domain';
import { saveOrganisation, type ObligationDoc, type SubmissionContent } from '#libs/store';
import { edges, plan, posts, units } from '../e2e/api-world.js';
import { at, openBrowser, type PHONE } from '../support/chromium.js';
import { consoleWorld, type ConsoleWorld } from '../support/console-world.js';

export const CODE = plan.code;
export const OFFICE = 'ta-office:focal';
export const MEMBERS = ['member-1', 'member-2', 'member-3'].map((role) => `ta-council:${role}`);
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
/** The id of a paper. */
export const owed = (step: string, kind: string, unit: string, line?: string): string =>
  obligationId(CODE, step, kind, unit, line);

export interface PapersWorld extends Pick<ConsoleWorld, 'store' | 'as' | 'walkTo'> {
  /** Somebody does something at a screen; afterwards the engine has done what follows from it. */
  by(who: string, size: typeof PHONE, what: (page: Page) => Promise<void>): Promise<void>;
  obligation(id: string): Promise<ObligationDoc>;
  /** What stands handed in. */
  content(id: string): Promise<SubmissionContent>;
  close(): Promise<void>;
}

/** The campaign launched on 4 September 2023, with a council of three, before a browser. */
export async function papersWorld(): Promise<PapersWorld> {
  const world = await consoleWorld();
  const { store, stepper, as } = world;
  await saveCouncil(world);
  await stepper.begin(instantAt('2023-09-04', '09:00'));
  await as(OFFICE).write('post', '/api/campaigns', campaign).expect(201);
  await as(OFFICE).write('post', `/api/campaigns/${CODE}/launch`, {}).expect(201);
  await stepper.settle();
  const browser = await openBrowser();
  const obligation = async (id: string): Promise<ObligationDoc> => (await store.obligations.findOne({ _id: id }))!;
  return {
    ...{ store, as, obligation },
    walkTo: (instant) => world.walkTo(instant),
    async by(who, size, what) {
      const { page, context, errors } = await at(browser, world.url, who, size);
      await what(page);
      expect(errors).toEqual([]);
      await context.close();
      await stepper.settle();
    },
    async content(id) {
      const { submission } = await obligation(id);
      return (await store.submissions.findOne({ _id: submission! }))!.content;
    },
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

async function saveCouncil({ store }: ConsoleWorld): Promise<void> {
  const keyed = <T extends { id: string }>(items: T[]) => items.map(({ id, ...rest }) => ({ _id: id, ...rest }));
  const council = { ...units[0]!, id: 'ta-council', name: 'Hội đồng thi đua huyện A', kind: 'council' };
  const members = MEMBERS.map((id, n): Post => ({
    ...{ id, unit: 'ta-council', role: 'member', title: `Ủy viên ${n + 1}`, mailbox: null },
  }));
  await saveOrganisation(store, {
    units: keyed([...units, council]),
    edges: keyed([...edges, { ...edges[0]!, id: 'e-ta-council', unit: 'ta-council' }]),
    posts: keyed([...posts, ...members]),
    persons: [],
    holders: [],
  });
}
