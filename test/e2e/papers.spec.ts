import { obligationId } from '#libs/contracts';
import type { CampaignPlan, Duty, DutyKind, StepSpec } from '#libs/domain';
import { withServers } from '../support/servers.js';
import { apiWorld, openStep, plan, type ApiWorld } from './api-world.js';

const [asked] = plan.steps[0]!.duties;
const step = (kind: DutyKind & StepSpec['kind'], more: Partial<Duty> = {}): StepSpec => ({
  ...{ id: kind, kind, title: kind, opens: '2023-09-04', after: [] },
  duties: [{ ...asked!, kind, targets: [], due: { kind: 'by', date: '2023-09-15' }, ...more }],
});
const ofOffice = { owes: { units: ['ta-office'] }, to: { unit: 'ta' } };
const steps = [
  step('self_score'),
  step('verification', { answeredBy: 'ta-office', to: { unit: 'ta' } }),
  step('ranking', ofOffice),
  step('proposal', ofOffice),
  step('decision', ofOffice),
  step('covenant', { targets: ['T1'] }),
];
const campaign: CampaignPlan = {
  ...{ ...plan, steps: [...steps, ...plan.steps] },
  award: { route: 'standing_body', quota: 1, decidedBy: 'Chủ tịch', ground: 'mẫu' },
  scoring: [
    { id: 'C1', name: 'Chỉ tiêu', max: 50, source: 'self' },
    { id: 'C2', name: 'Đúng hạn', max: 20, source: 'on_time' },
  ],
};
const OFFICE = 'ta-office:focal';
const idOf = (kind: string, unit: string): string => obligationId(campaign.code, kind, kind, unit);

/** What papers ask, and what is refused of them. */
withServers('papers', () => {
  let world: ApiWorld;
  const paper = async (post: string, kind: string, unit: string): Promise<Record<string, unknown>> => {
    const { body } = await world
      .as(post)
      .get(`/api/obligations/${idOf(kind, unit)}/paper`)
      .expect(200);
    return body as Record<string, unknown>;
  };
  const file = (post: string, kind: string, unit: string, content: object) =>
    world.as(post).write('post', `/api/obligations/${idOf(kind, unit)}/submission`, { content });

  beforeAll(async () => {
    world = await apiWorld();
    await world.as(OFFICE).write('post', '/api/campaigns', campaign).expect(201);
    await world.as(OFFICE).write('post', `/api/campaigns/${campaign.code}/launch`, {}).expect(201);
    for (const one of steps) await openStep(world, campaign, one, new Date('2023-09-04T00:00:00Z'));
  });
  afterAll(() => world?.close());

  it('of a report are not there: it has a form of its own', async () => {
    await openStep(world, campaign, plan.steps[0]!, new Date('2023-09-05T00:00:00Z'));
    const report = obligationId(campaign.code, 'report-1', 'report', 'ta-x1');
    expect((await world.as('ta-x1:focal').get(`/api/obligations/${report}/paper`)).body).toMatchObject({
      ...{ status: 404, code: 'no-form' },
    });
  });

  it('a score is asked by the plan’s criteria, and all that is wrong with one is told at its place', async () => {
    expect(await paper('ta-x1:focal', 'self_score', 'ta-x1')).toEqual({
      ...{ kind: 'self_score', obligation: idOf('self_score', 'ta-x1'), open: null, given: null },
      criteria: [{ criterion: 'C1', name: 'Chỉ tiêu', max: 50 }],
      ledger: [
        {
          ...{ criterion: 'C2', name: 'Đúng hạn', max: 20, points: null },
          record: { expected: 0, onTime: 0, late: 0, never: 0 },
        },
      ],
    });
    const { body } = await file('ta-x1:focal', 'self_score', 'ta-x1', {
      scores: [
        { criterion: 'C1', points: 50.5 },
        { criterion: 'C2', points: 20 },
      ],
    }).expect(400);
    expect(body).toMatchObject({
      code: 'scores-faulty',
      errors: [
        { field: 'scores.C1', code: 'fault.score-above-max', message: 'Điểm 50,5 vượt điểm tối đa 50.' },
        { field: 'scores.C2', code: 'fault.score-not-asked' },
      ],
    });
    await file('ta-x1:focal', 'self_score', 'ta-x1', { scores: [{ criterion: 'C1', points: 48 }] }).expect(201);
  });

  it('a verification is asked beside the claim, and a change of it has a reason', async () => {
    expect(await paper(OFFICE, 'verification', 'ta-x1')).toMatchObject({
      criteria: [{ criterion: 'C1', claimed: 48 }],
    });
    expect(await paper(OFFICE, 'verification', 'ta-x2')).toMatchObject({
      criteria: [{ criterion: 'C1', claimed: null }],
    });
    const scores = (points: number, reason?: string) => ({
      scores: [{ criterion: 'C1', points, ...(reason && { reason }) }],
    });
    expect((await file(OFFICE, 'verification', 'ta-x1', scores(45))).body).toMatchObject({
      errors: [{ field: 'scores.C1', message: 'Đơn vị tự chấm 48, thẩm tra 45: phải ghi lý do.' }],
    });
    await file(OFFICE, 'verification', 'ta-x1', scores(45, 'Thiếu minh chứng.')).expect(201);
    await file(OFFICE, 'verification', 'ta-x2', scores(30)).expect(201);
    expect(await paper(OFFICE, 'ranking', 'ta-office')).toMatchObject({
      ranking: [
        { place: 1, unit: 'ta-x1', name: 'Đơn vị ta-x1', total: 63, selfTotal: 67.2 },
        { place: 2, unit: 'ta-x2', total: 42, selfTotal: null },
      ],
      given: null,
    });
    await file(OFFICE, 'ranking', 'ta-office', { confirmed: true }).expect(201);
  });

  it('what is proposed keeps to the quota, what is awarded to the proposal, nobody twice', async () => {
    const { items, quota } = await paper(OFFICE, 'proposal', 'ta-office');
    const lines = items as Record<string, unknown>[];
    expect([quota, lines.map(({ item, votes, may }) => [item, votes, may])]).toEqual([
      ...[
        1,
        [
          ['ta-x1', null, true],
          ['ta-x2', null, true],
        ],
      ],
    ]);
    const propose = (...chosen: string[]) => file(OFFICE, 'proposal', 'ta-office', { number: '1/TTr', items: chosen });
    expect((await propose('ta-x1', 'ta-x2')).body).toMatchObject({ status: 409, code: 'over-quota' });
    await propose('ta-x1').expect(201);
    expect(await paper(OFFICE, 'decision', 'ta-office')).toMatchObject({
      ...{ decidedBy: 'Chủ tịch', proposal: '1/TTr', items: [{ item: 'ta-x1', place: 1, total: 63 }] },
    });
    const decide = (...awarded: string[]) =>
      file(OFFICE, 'decision', 'ta-office', { number: '2/QĐ', date: '2023-09-10', awarded });
    expect((await decide('ta-x2')).body).toMatchObject({ status: 409, code: 'not-proposed' });
    expect((await decide('ta-x1', 'ta-x1')).body).toMatchObject({ status: 409, code: 'named-twice' });
    await decide('ta-x1').expect(201);
  });

  it('a covenant signed alone names who of the unit signs, and the level of today', async () => {
    expect(await paper('ta-x1:focal', 'covenant', 'ta-x1')).toMatchObject({
      targets: [{ target: 'T1', measure: 'công trình', assigned: 10, ceiling: false }],
      signers: [{ post: 'ta-x1:head', title: 'head ta-x1', name: null }],
    });
  });

  it('are read by whom the obligation is, and by nobody beside', async () => {
    const path = `/api/obligations/${idOf('self_score', 'ta-x1')}/paper`;
    for (const post of ['ta-x2:focal', 'tb:head']) await world.as(post).get(path).expect(403);
    await world.as(null).get(path).expect(401);
  });
});
