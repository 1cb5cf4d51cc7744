import type { CampaignPlan, Duty, Target } from '#libs/domain';
import { validatePlan } from '#libs/domain/plan/check-plan.js';
import { concerns } from '#libs/domain/target/concern.js';
import { treeAsOf } from '#libs/domain/units/tree.js';
import { ruleBook } from '#libs/rules';
import { readDemoData, readPlanText } from '../demo-data.js';
import { demoWorld } from '../demo-world.js';
import type { PlanAnswers } from '#libs/domain/preparation/index.js';
import { PLAN_NUMBERS } from './draft-plan.js';
import type { ExpectedPlan } from './expected.types.js';

const world = demoWorld(1);
const plans = PLAN_NUMBERS.map((number, i) => ({
  number,
  plan: world.plans[i]!,
  expected: readDemoData<ExpectedPlan>('seeds', `${number}.expected.yaml`),
  answers: readDemoData<PlanAnswers>('answers', `${number}.yaml`),
}));
const planOf = (code: string): CampaignPlan => world.plans.find((plan) => plan.code === code)!;
const stepOf = (code: string, id: string) => planOf(code).steps.find((step) => step.id === id)!;
const treeOf = (plan: CampaignPlan) => treeAsOf(world.units, world.edges, plan.start);

const pick = ({ comparator, value, deadline, role }: Target) => ({ comparator, value, deadline, role });

/** Duties of the step in which a target's last figure is asked: its follow-up, else the final report, else the last period. */
function closingDuties(plan: CampaignPlan, target: string): Duty[] {
  const asking = plan.steps
    .map((step) => ({
      step,
      duties: step.duties.filter((duty) => duty.kind !== 'covenant' && duty.targets?.includes(target)),
    }))
    .filter(({ duties }) => duties.length > 0);
  return asking.at(-1)?.duties ?? [];
}

describe.each(plans)('plan $number', ({ plan, expected, answers }) => {
  it('is ready to launch in the worlds of several seeds', () => {
    for (const seed of [1, 2, 3, 4, 5, 17]) {
      const { plans: drafts, ...surroundings } = demoWorld(seed);
      const draft = drafts.find(({ code }) => code === plan.code)!;
      expect(validatePlan(draft, { ...surroundings, calendar: ruleBook.calendar(draft.calendar) })).toEqual([]);
    }
  });

  it('asks each target of the text in exactly one place, and no cross-check', () => {
    const tree = treeOf(plan);
    for (const { id, role } of expected.numeric_targets) {
      const target = plan.targets.find((one) => one.id === id)!;
      const asking = closingDuties(plan, id).filter((duty) =>
        tree.select(duty.owes, plan.launchingUnit).some((unit) => concerns(target, tree.unit(unit)!)),
      );
      expect([id, asking.length]).toEqual([id, role === 'target' ? 1 : 0]);
    }
  });

  it('follows up exactly the targets that fall due after the end', () => {
    const after = plan.targets.filter(({ role, deadline }) => role === 'target' && deadline > plan.end);
    const followed = plan.steps.filter(({ kind }) => kind === 'follow_up').flatMap(({ duties }) => duties);
    expect(followed.flatMap(({ targets }) => targets).sort()).toEqual(after.map(({ id }) => id).sort());
    expect(followed.map(({ level }) => level)).toEqual(followed.map(({ targets }) => targets![0]!.toLowerCase()));
  });

  it('has every kind of step, kept or skipped with a ground', () => {
    const kinds = new Set(plan.steps.map(({ kind }) => kind));
    expect(kinds.size).toBe(14);
    for (const { skip } of plan.steps) if (skip) expect(skip.ground.length).toBeGreaterThan(10);
  });

  it('has the facts that a careful reader takes from the text', () => {
    for (const { id, comparator, value = null, deadline, role } of expected.numeric_targets) {
      const target = plan.targets.find((one) => one.id === id)!;
      expect({ id, ...pick(target) }).toEqual({ id, comparator, value, deadline, role });
    }
    const { number, issue_date, campaign_name, theme } = expected;
    const { number: no, issueDate, name, theme: slogan } = plan;
    expect([no, issueDate, name, slogan]).toEqual([number, issue_date, campaign_name, theme]);
  });

  it('rests on the text and on answers with a ground', () => {
    expect(readPlanText(plan.source).length).toBeGreaterThan(1000);
    for (const { ground } of plan.answers) expect(ground.length).toBeGreaterThan(5);
    expect(answers.confirmed.map(({ id }) => id).sort()).toEqual(expected.numeric_targets.map(({ id }) => id).sort());
    expect(plan.duties.some(({ deliverable, due }) => deliverable !== null && due !== null)).toBe(false);
    if (expected.start.value) expect(plan.start).toBe(expected.start.value);
    if (expected.end.value) expect(plan.end).toBe(expected.end.value);
  });

  it('uses ladders of the rules and asks nobody who is only asked for help', () => {
    const tree = treeOf(plan);
    const associations = tree.select({ kinds: ['association'] });
    for (const duty of plan.steps.flatMap(({ duties }) => duties)) {
      expect(ruleBook.ladder(duty.ladder)).toBeDefined();
      if (plan.code !== 'sl-60nam') {
        expect(tree.select(duty.owes, plan.launchingUnit).filter((unit) => associations.includes(unit))).toEqual([]);
      }
    }
  });
});

describe('what the five plans say in their own way', () => {
  it('000 follows 2019 and 2020 targets beyond its anniversary', () => {
    expect(stepOf('sl-60nam', 'follow-up-2019-12-31').duties).toHaveLength(17);
    expect(stepOf('sl-60nam', 'follow-up-2020-12-31').duties).toHaveLength(9);
  });

  it('002 goes to the People’s Committee through Sở Nội vụ and counts bands cumulatively', () => {
    const unit = stepOf('sl-2014', 'report-2014Y').duties.filter(({ level }) => level === 'unit');
    expect(unit.map(({ to, addressee }) => [to, addressee])).toEqual([
      [{ unit: 'sl-snv' }, 'sl'],
      [{ unit: 'sl-snv' }, 'sl'],
    ]);
    expect(
      planOf('sl-2014')
        .targets.slice(0, 3)
        .map(({ cumulative }) => cumulative),
    ).toEqual([8, 28, 88]);
  });

  it('003 reports once, after its end, and its council has nine members', () => {
    expect(planOf('td-2023').steps.filter(({ kind, skip }) => kind === 'report' && !skip)).toEqual([]);
    expect(stepOf('td-2023', 'final-report').after).toEqual([
      { step: 'end-event', is: 'finished', atLatest: '2023-11-06' },
    ]);
    expect(stepOf('td-2023', 'council').council?.members).toHaveLength(9);
    expect(stepOf('td-2023', 'follow-up-2023-12-31').duties.map(({ level }) => level)).toEqual(['w03']);
  });

  it('001 and 004 take the default cadence; only 004 proposes nothing', () => {
    expect(
      planOf('sl-2023')
        .steps.filter(({ kind }) => kind === 'report')
        .map(({ id }) => id),
    ).toEqual(['report-2023H1', 'report-2023Y']);
    expect(planOf('qt-2022').award.route).toBe('none');
    expect(stepOf('qt-2022', 'proposal').skip).toBeDefined();
  });
});
