import { obligationId, roundId } from '#libs/contracts';
import type { CampaignPlan, Duty, StepSpec } from '#libs/domain';
import { newRecord, refreshHeaders, rowOf, setRows, standingOf } from '#libs/store';
import { withServers } from '../support/servers.js';
import { apiWorld, openStep, plan, type ApiWorld } from './api-world.js';

const CODE = plan.code;
const duty: Duty = plan.steps[0]!.duties[0]!;
const period = (id: string, from: string, to: string) => ({ id, from, to });
const report = (id: string, days: ReturnType<typeof period>): StepSpec => ({
  ...{ id, kind: 'report', title: `Báo cáo ${days.id}`, opens: '2023-09-02', after: [] },
  ...{ period: days, duties: [{ ...duty, targets: ['T1', 'T2'] }] },
});
const first = report('report-1', period('2023-09', '2023-09-01', '2023-09-30'));
const second = report('report-2', period('2023-10', '2023-10-01', '2023-10-31'));
const shared = { ...plan.targets[0]!, id: 'T2', name: 'Số hộ', value: 100, mode: 'allocated' } as const;
const campaign: CampaignPlan = {
  ...plan,
  targets: [plan.targets[0]!, { ...shared, allocation: { 'ta-x1': 60, 'ta-x2': 40 } }],
  steps: [first, second, plan.steps[1]!],
};
const of = (step: string, unit: string): string => `/api/obligations/${obligationId(CODE, step, 'report', unit)}`;

withServers('a target amended in mid-campaign', () => {
  let world: ApiWorld;
  let focal: ReturnType<ApiWorld['as']>;
  let office: ReturnType<ApiWorld['as']>;

  beforeAll(async () => {
    world = await apiWorld();
    focal = world.as('ta-x1:focal');
    office = world.as('ta-office:focal');
    await world.store.campaigns.insertOne({
      ...newRecord(CODE, CODE),
      ...{ plan: campaign, state: 'launched', suspended: false, steps: [] },
      ...{ launchedAt: null, concludedAt: null, closedAt: null },
    });
    for (const step of [first, second]) await openStep(world, campaign, step, new Date('2023-09-02T00:00:00Z'));
    const amend = (body: object) =>
      office.write('post', `/api/campaigns/${CODE}/target-amendments`, {
        ...{ from: '2023-10-15', reason: 'HĐND điều chỉnh.' },
        document: { number: '15/NQ-HĐND', date: '2023-09-10' },
        ...body,
      });
    await amend({ target: 'T1', value: 12 }).expect(201);
    await amend({ target: 'T2', shares: { 'ta-x1': 80, 'ta-x2': 20 } }).expect(201);
    // one has reported, so there is a total, and the other is missing from it
    for (const step of ['report-1', 'report-2']) {
      const figures = ['T1', 'T2'].map((target) => ({ target, value: 5, status: 'final' }));
      const explanation = 'Số liệu kiểm thử.';
      const content = { figures: figures.map((one) => ({ ...one, explanation })), narrative: 'Xong.', explanation };
      await focal.write('post', `${of(step, 'ta-x1')}/submission`, { content }).expect(201);
      const owed = (await world.store.obligations.findOne({ _id: obligationId(CODE, step, 'report', 'ta-x1') }))!;
      await setRows(world.store, [rowOf(owed, (await standingOf(world.store, [owed])).get(owed.submission))]);
      await refreshHeaders(world.store, [roundId(CODE, step, 'commune', 'ta-office')], campaign, 2);
    }
  });
  afterAll(() => world?.close());

  const levels = async (step: string): Promise<unknown> =>
    (await focal.get(`${of(step, 'ta-x1')}/form`).expect(200)).body.cells.map(
      ({ assigned }: { assigned: number }) => assigned,
    );

  it('reaches the form of the period in which it begins to hold, and none before, whenever the form is opened', async () => {
    expect([await levels('report-1'), await levels('report-2')]).toEqual([
      [10, 60],
      [12, 80],
    ]);
    await world.clock.moveTo(new Date('2023-11-02T02:00:00Z'));
    expect([await levels('report-1'), await levels('report-2')]).toEqual([
      [10, 60],
      [12, 80],
    ]);
  });

  it('and the shares of who is missing from a total; the progress of the campaign is held against the level of today', async () => {
    const shares = async (step: string): Promise<unknown> => {
      const { body } = await office.get(`/api/rounds/${roundId(CODE, step, 'commune', 'ta-office')}/sheet`).expect(200);
      const total = body.totals.find(({ target }: { target: string }) => target === 'T2');
      return total.coverage.shares;
    };
    expect([await shares('report-1'), await shares('report-2')]).toEqual([{ 'ta-x2': 0.4 }, { 'ta-x2': 0.2 }]);
    const { body } = await office.get(`/api/campaigns/${CODE}/leader`).expect(200);
    expect(body.targets).toMatchObject([
      { target: 'T1', goal: 24, value: 5 },
      { target: 'T2', goal: 100, value: 5 },
    ]);
  });
});
