import type { CampaignPlan, PlanDuty } from '#libs/domain';
import type { PlanReading, ReadDuty } from '#libs/domain/plan-reader/index.js';
import { treeAsOf } from '#libs/domain/units/tree.js';
import { readDemoData } from '../demo-data.js';
import type { World } from '../worlds/world.types.js';
import type { PlanAnswers } from './answers.types.js';
import { draftSteps } from './draft-steps.js';
import { draftTargets } from './draft-targets.js';
import { keptAnswers } from './kept-answers.js';
import { readSeed } from './read-seed.js';

/** The five plans of the demo, by number. */
export const PLAN_NUMBERS = ['000', '001', '002', '003', '004'] as const;

/** Office hours of state bodies: Monday to Friday. */
const CALENDAR = 'vn-5d';

/** A campaign's draft: what the reader found in the text, completed by the officer's answers. @throws where a fact is left open */
export function draftPlan(
  { file, reading }: { file: string; reading: PlanReading },
  answers: PlanAnswers,
  { units, edges }: World,
): CampaignPlan {
  const { bodies, start, end, route, scoring, participants } = answers;
  const tree = treeAsOf(units, edges, start.value);
  const targets = draftTargets(reading.numeric_targets, answers);
  const select = (selector: Parameters<typeof tree.select>[0]) => tree.select(selector, bodies.launching);
  return {
    code: answers.code,
    source: file,
    name: told(reading.campaign_name, 'campaign_name'),
    theme: reading.theme,
    issuer: told(reading.issuer, 'issuer'),
    number: reading.number,
    issueDate: reading.issue_date,
    signatory: told(reading.signatory, 'signatory'),
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
    goals: reading.non_numeric_goals,
    duties: reading.duties.map(draftDuty),
    steps: draftSteps({ answers, targets, select }),
    award: { route: route.route, quota: route.quota, decidedBy: route.decidedBy, ground: route.ground },
    scoring: scoring.criteria,
    answers: keptAnswers(answers),
  };
}

function told(value: string | null, field: string): string {
  if (value === null) throw new Error(`the text says no ${field}: an officer has to`);
  return value;
}

/** Without a deliverable and a date a duty of the text stays words and never becomes an obligation by itself. */
const draftDuty = ({ who, does, mode, deliverable, due }: ReadDuty): PlanDuty => ({
  who,
  does,
  mode: MODES[mode],
  deliverable,
  due,
});

const MODES: Record<ReadDuty['mode'], PlanDuty['mode']> = {
  giao: 'assigned',
  'đề nghị': 'asked',
  'chủ trì': 'lead',
  'phối hợp': 'with',
};

/** All drafts of the demo for a world. */
export function draftPlans(world: World): CampaignPlan[] {
  return PLAN_NUMBERS.map((number) =>
    draftPlan(readSeed(number), readDemoData<PlanAnswers>('answers', `${number}.yaml`), world),
  );
}
