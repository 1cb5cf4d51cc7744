import type { CampaignPlan, PlanDuty } from '#libs/domain';
import { treeAsOf } from '#libs/domain/units/tree.js';
import { readDemoData } from '../demo-data.js';
import type { World } from '../worlds/world.types.js';
import type { PlanAnswers } from './answers.types.js';
import { draftSteps } from './draft-steps.js';
import { draftTargets } from './draft-targets.js';
import type { ExpectedPlan } from './expected.types.js';
import { keptAnswers } from './kept-answers.js';

/** The five plans of the demo, by number. */
export const PLAN_NUMBERS = ['000', '001', '002', '003', '004'] as const;

/** Office hours of state bodies: Monday to Friday. */
const CALENDAR = 'vn-5d';

/** A campaign's draft: the facts of the text, completed by the officer's answers. */
export function draftPlan(expected: ExpectedPlan, answers: PlanAnswers, { units, edges }: World): CampaignPlan {
  const { bodies, start, end, route, scoring, participants } = answers;
  const tree = treeAsOf(units, edges, start.value);
  const targets = draftTargets(expected.numeric_targets, answers.targets);
  const select = (selector: Parameters<typeof tree.select>[0]) => tree.select(selector, bodies.launching);
  return {
    code: answers.code,
    source: expected.file,
    name: expected.campaign_name,
    theme: expected.theme,
    issuer: expected.issuer,
    number: expected.number,
    issueDate: expected.issue_date,
    signatory: expected.signatory,
    launchingUnit: bodies.launching,
    standingBody: bodies.standing,
    chairPost: bodies.chair,
    start: start.value,
    end: end.value,
    startInferred: start.inferred,
    endInferred: end.inferred,
    calendar: CALENDAR,
    participants: participants.select,
    targets,
    goals: expected.non_numeric_goals,
    duties: expected.duties.map((duty) => draftDuty(duty, answers)),
    steps: draftSteps({ answers, targets, select }),
    award: { route: route.route, quota: route.quota, decidedBy: route.decidedBy, ground: route.ground },
    scoring: scoring.criteria,
    answers: keptAnswers(answers),
  };
}

/** Without a deliverable and a date a duty of the text stays words and never becomes an obligation by itself. */
function draftDuty({ who, does }: ExpectedPlan['duties'][number], { dutyModes }: PlanAnswers): PlanDuty {
  const mode = dutyModes.find((answer) => answer.who === who)?.mode ?? 'assigned';
  return { who, does, mode, deliverable: null, due: null };
}

/** All drafts of the demo for a world. */
export function draftPlans(world: World): CampaignPlan[] {
  return PLAN_NUMBERS.map((number) =>
    draftPlan(
      readDemoData<ExpectedPlan>('seeds', `${number}.expected.yaml`),
      readDemoData<PlanAnswers>('answers', `${number}.yaml`),
      world,
    ),
  );
}
