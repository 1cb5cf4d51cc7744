import type { Indicator } from '../../indicator/indicator.types.js';
import { pinIndicators } from '../../indicator/pin-indicators.js';
import type { PlanReading, ReadDuty } from '../../plan-reader/plan-reading.types.js';
import type { CampaignPlan, PlanDuty } from '../../plan/plan.types.js';
import { treeAsOf } from '../../units/tree.js';
import type { ParentEdge, Unit } from '../../units/unit.types.js';
import type { HeadAnswers, LaidOutAnswer, PlanAnswers } from '../answers.types.js';
import { draftSteps } from './draft-steps.js';
import { draftTargets } from './draft-targets.js';
import { keptAnswers } from './kept-answers.js';
import { laidOutTargets } from './laid-out-targets.js';
import { periodsOfAnswers, type RegimeBook, type WithRegime } from './regime-periods.js';

/** Office hours of state bodies: Monday to Friday. */
export const DEFAULT_CALENDAR = 'vn-5d';

/** What is there before any plan: the tree, the newest version of every indicator, the regimes of reporting. */
type Ground = { units: Unit[]; edges: ParentEdge[]; indicators?: readonly Indicator[] } & Partial<RegimeBook>;

/** The document a plan is composed from; without a reading (a copy) the answers hold targets and steps as they stand. */
export interface PlanSource {
  name: string;
  reading: PlanReading | null;
}

/**
 * The campaign's plan: what the reader found in the text, completed by the officer's answers.
 * @param surroundings the tree of the first day decides which units a level or a target concerns; `indicators`: the newest version of each
 * @throws where a fact is open; `gatherAnswers` and `answerFaults` say which before
 */
export function composePlan(
  { name: file, reading }: PlanSource,
  answers: PlanAnswers,
  { units, edges, indicators = [], ...rules }: Ground,
): CampaignPlan {
  const { periods, final } = periodsFrom(answers, rules);
  const { bodies, start, end, route, scoring, participants, laidOut, head = {} } = answers;
  const tree = treeAsOf(units, edges, start.value);
  const drafted = laidOut ? laidOutTargets(laidOut, answers) : draftTargets(reading?.numeric_targets ?? [], answers);
  const targets = pinIndicators(drafted, answers.indicators ?? {}, indicators);
  const select = (selector: Parameters<typeof tree.select>[0]) => tree.select(selector, bodies.launching);
  return {
    code: answers.code,
    source: file,
    ...headOf(reading, head),
    launchingUnit: bodies.launching,
    standingBody: bodies.standing,
    chairPost: bodies.chair,
    start: start.value,
    end: end.value,
    startInferred: start.inferred,
    endInferred: end.inferred,
    calendar: head.calendar ?? DEFAULT_CALENDAR,
    participants: participants.select,
    targets,
    goals: laidOut?.goals ?? reading?.non_numeric_goals ?? [],
    duties: laidOut?.duties ?? reading?.duties.map(draftDuty) ?? [],
    steps: laidOut?.steps ?? draftSteps({ answers, targets, select, periods, final }),
    award: { route: route.route, quota: route.quota, decidedBy: route.decidedBy, ground: route.ground },
    scoring: scoring.criteria,
    answers: laidOut ? keptOfCopy(laidOut, answers) : keptAnswers(answers),
    ...sectionsOf(reading, laidOut),
  };
}

/** Movements named inside the plan, numbered in the order of the text; a copy has those of the plan it was made from, and its outline. */
function sectionsOf(
  reading: PlanReading | null,
  laidOut: LaidOutAnswer | undefined,
): Pick<CampaignPlan, 'components' | 'outline'> {
  const read = reading?.components.map(({ name }, n) => ({ id: `C${n + 1}`, name })) ?? [];
  const components = laidOut ? (laidOut.components ?? []) : read;
  return { ...(components.length && { components }), ...(laidOut?.outline && { outline: laidOut.outline }) };
}

/** A regime is looked up in the rules; answers without one need none. */
function periodsFrom(answers: PlanAnswers, rules: Partial<RegimeBook>): WithRegime {
  const nothing = () => null;
  const calendar = answers.head?.calendar ?? DEFAULT_CALENDAR;
  const found = periodsOfAnswers(answers, calendar, { regime: nothing, calendar: nothing, ...rules });
  if (found.refused) throw new Error(found.reason);
  return found;
}

type Head = Pick<CampaignPlan, 'name' | 'theme' | 'issuer' | 'number' | 'issueDate' | 'signatory'>;

function headOf(reading: PlanReading | null, head: HeadAnswers): Head {
  return {
    name: told(head.name ?? reading?.campaign_name, 'campaign_name'),
    theme: head.theme === undefined ? (reading?.theme ?? null) : head.theme,
    issuer: told(head.issuer ?? reading?.issuer, 'issuer'),
    number: head.number === undefined ? (reading?.number ?? null) : head.number,
    issueDate: head.issueDate === undefined ? (reading?.issue_date ?? null) : head.issueDate,
    signatory: told(head.signatory ?? reading?.signatory, 'signatory'),
  };
}

function told(value: string | null | undefined, field: string): string {
  if (value === null || value === undefined) throw new Error(`the text says no ${field}: an officer has to`);
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

/** What was kept with the earlier plan, its facts said again where this year's officer said them. */
function keptOfCopy(
  { kept }: LaidOutAnswer,
  { start, end, participants, cadence, route, others = [] }: PlanAnswers,
): CampaignPlan['answers'] {
  const now = [
    { fact: 'start', answer: start.value, ground: start.ground },
    { fact: 'end', answer: end.value, ground: end.ground },
    { fact: 'participants', answer: participants.answer, ground: participants.ground },
    { fact: 'cadence', answer: cadence.answer, ground: cadence.ground },
    { fact: 'award-route', answer: route.route, ground: route.ground },
    ...others,
  ];
  const said = new Set(now.map(({ fact }) => fact));
  return [...now, ...kept.filter(({ fact }) => !said.has(fact))];
}
