import { obligationId, roundId } from '#libs/contracts';
import { endOfDay, layOut, treeAsOf } from '#libs/domain';
import { gate, type GateSurroundings, type PlanAnswers, type Preparation } from '#libs/domain/preparation/index.js';
import { calendarById, periodRegimes, ruleBook } from '#libs/rules';
import { readDemoData } from '../demo-data.js';
import { demoWorld } from '../demo-world.js';
import { readSeed } from './read-seed.js';

const { plans: _, ...world } = demoWorld(1);
const surroundings: GateSurroundings = {
  ...world,
  calendar: calendarById,
  regime: (id) => periodRegimes.find((one) => one.id === id) ?? null,
  codeTaken: false,
  parent: null,
};
const said = readDemoData<PlanAnswers>('answers', '001.yaml');
type Regime = NonNullable<PlanAnswers['regime']>;
const halfAndYear: Regime = {
  regime: 'decree09.half_and_year',
  opensBefore: 10,
  due: { dayOfMonth: 20 },
  stages: [
    { levels: ['commune'], wants: 1 },
    { levels: ['district', 'department'], wants: 1 },
    { levels: ['standing'], wants: 2 },
  ],
  ground: 'Nghị định 09/2019/NĐ-CP',
};

/** Plan 001 whose officer names a pattern in the place of two periods written by hand. */
function prepared(regime: Partial<Regime> = {}, over: Partial<PlanAnswers> = {}): Preparation {
  const { file, reading } = readSeed('001');
  const { periods: _periods, ...rest } = said;
  const answers = { ...rest, regime: { ...halfAndYear, ...regime }, ...over };
  return { source: file, reading, copied: null, answers, confirmations: [], waivers: [], parent: null };
}
const idsOf = (preparation: Preparation, begins: string): string[] =>
  gate(preparation, surroundings)
    .items.map(({ id }) => id)
    .filter((id) => id.startsWith(begins));

describe('a preparation that names a pattern of periods', () => {
  it('gets its rounds from it: every close, every level’s day planned backwards, what the end cuts in the final report', () => {
    const { plan, dates } = gate(prepared(), surroundings);
    const reports = plan!.steps.filter(({ kind }) => kind === 'report');
    expect(reports.map(({ id, period, opens }) => [id, period!.from, period!.to, opens])).toEqual([
      ['report-2023H1', '2022-12-15', '2023-06-14', '2023-05-31'],
      ['report-2023Y', '2022-12-15', '2023-12-14', '2023-11-30'],
    ]);
    expect(dates.map(({ period, level, cutoff, due, has }) => [period, level, cutoff, due, has])).toEqual([
      ['2023H1', 'commune', '2023-06-14', '2023-06-15', 1],
      ['2023H1', 'unit', '2023-06-14', '2023-06-16', 1],
      ['2023H1', 'unit', '2023-06-14', '2023-06-16', 1],
      ['2023H1', 'standing', '2023-06-14', '2023-06-20', 2],
      ['2023Y', 'commune', '2023-12-14', '2023-12-15', 1],
      ['2023Y', 'unit', '2023-12-14', '2023-12-18', 1],
      ['2023Y', 'unit', '2023-12-14', '2023-12-18', 1],
      ['2023Y', 'standing', '2023-12-14', '2023-12-20', 2],
    ]);
    expect(plan!.steps.find(({ id }) => id === 'final-report')!.period).toEqual({
      id: 'final',
      from: '2023-01-01',
      to: '2023-12-31',
      joins: ['2024H1', '2024Y'],
      newSince: '2023-12-15',
    });
  });

  it('lays out rounds and obligations that say cut-off, due, grace and lock each by its own name', () => {
    const workdays = { ...said.workdays, report: { lock: 5, grace: 2, review: 3, resubmit: 3 } };
    const plan = gate(prepared({}, { workdays }), surroundings).plan!;
    const step = plan.steps.find(({ id }) => id === 'report-2023H1')!;
    const { rounds, obligations } = layOut({
      ...{ plan, step, duties: step.duties, rules: ruleBook },
      tree: treeAsOf(world.units, world.edges, plan.start),
      ids: { obligation: obligationId, round: roundId },
      openedAt: new Date('2023-01-03T02:00:00Z'),
    });
    const days = { cutoff: '2023-06-14', dueAt: endOfDay('2023-06-15'), lockAt: endOfDay('2023-06-22') };
    const communes = rounds.filter(({ level }) => level === 'commune');
    expect(communes).toHaveLength(12);
    for (const round of communes) expect(round).toMatchObject({ ...days, graceUntil: endOfDay('2023-06-19') });
    for (const owed of obligations.filter(({ level }) => level === 'commune')) {
      expect(owed).toMatchObject({ cutoff: days.cutoff, graceAfter: 2 });
      expect(owed.clock).toMatchObject({ dueAt: days.dueAt, graceUntil: endOfDay('2023-06-19'), lockAt: days.lockAt });
      expect(owed.deadlines).toEqual([expect.objectContaining({ graceUntil: endOfDay('2023-06-19') })]);
    }
  });

  it('is held up where a level would have no working day, told the earliest day that suffices', () => {
    // 18/6/2023 is a Sunday: two working days are left for three levels
    const { items, clean, plan } = gate(prepared({ due: { dayOfMonth: 18 } }), surroundings);
    const [tight] = items.filter(({ id }) => id === 'answer:regime:periods-too-tight');
    expect([clean, plan, tight?.open]).toEqual([false, null, true]);
    expect(tight!.text).toContain('19/06/2023');
  });

  it('warns of a level that has less than it would like, and of a period within a longer one', () => {
    const stages = [...halfAndYear.stages.slice(0, 2), { levels: ['standing'], wants: 3 }];
    expect(idsOf(prepared({ stages }), 'period:')).toEqual([
      'period:starved@2023H1.standing',
      'period:starved@2023Y.standing',
      'period:within@2023H1.2023Y',
    ]);
  });

  it('refuses periods that overlap in part, a cut period without a final report, and names nobody knows', () => {
    const thematic = { id: 'CD', title: 'Chuyên đề', from: '2023-06-01', to: '2023-07-14', opens: '2023-07-01' };
    const due = { commune: { workingDays: 2 } };
    expect(idsOf(prepared({}, { periods: [{ ...thematic, due }] }), 'plan:periods-overlap')).toEqual([
      'plan:periods-overlap@report-CD',
    ]);
    const steps = said.steps.map((step) => (step.kind === 'final_report' ? { ...step, skip: true } : step));
    expect(idsOf(prepared({}, { steps }), 'answer:regime')).toEqual(['answer:regime:cut-without-final']);
    expect(idsOf(prepared({ regime: 'decree09.fortnight' }), 'answer:regime')).toEqual([
      'answer:regime:regime-unknown',
    ]);
    const stages = [{ levels: ['hamlet'], wants: 1 }];
    expect(idsOf(prepared({ stages }), 'answer:regime')).toEqual(['answer:regime:level-unknown']);
  });

  it('refuses grace that ends after the lock', () => {
    const workdays = { ...said.workdays, report: { lock: 2, grace: 3, review: 3, resubmit: 3 } };
    expect(idsOf(prepared({}, { workdays }), 'plan:grace-after-lock')).not.toEqual([]);
  });
});
