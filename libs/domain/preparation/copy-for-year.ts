import { say } from '../messages/say.js';
import type { CampaignPlan } from '../plan/plan.types.js';
import { fixedDays } from './gate/rest-day-items.js';
import type { PreparationAnswers } from './answers.types.js';
import { shiftYears, type YearSpan } from './shift-years.js';

/**
 * Last year's campaign as the beginning of this year's: every date moved by whole years, rules kept as rules. Code, number, date of
 * issue and signatory are this year's own and stay empty; sentences of the old text are no
 * evidence for the new plan, and the values that last year began from are not this year's.
 * @param years 1 or more  @returns answers of which nothing is confirmed; days that fall on rest are told by the gate
 */
export function copyForYear(plan: CampaignPlan, years: number): PreparationAnswers {
  const span = spanOf(plan);
  const moved = shiftYears(plan, years, span);
  const ground = say('copy.ground', { campaign: plan.code, years });
  const kept = new Map(moved.answers.map(({ fact, answer }) => [fact, answer]));
  return {
    bodies: {
      launching: plan.launchingUnit,
      standing: plan.standingBody,
      office: officeOf(plan),
      chair: plan.chairPost,
    },
    head: {
      name: moved.name,
      theme: moved.theme,
      issuer: plan.issuer,
      number: null,
      issueDate: null,
      calendar: plan.calendar,
    },
    start: { value: moved.start, inferred: plan.startInferred, ground },
    end: { value: moved.end, inferred: plan.endInferred, ground },
    participants: { select: plan.participants, answer: kept.get('participants') ?? namesOf(plan), ground },
    cadence: { answer: kept.get('cadence') ?? cadenceOf(moved), ground },
    route: { route: plan.award.route, quota: plan.award.quota, decidedBy: plan.award.decidedBy, ground },
    scoring: { criteria: plan.scoring, ground },
    laidOut: {
      targets: plan.targets.map(({ baseline: _, ...target }, place) => ({
        ...target,
        name: moved.targets[place]!.name,
        deadline: moved.targets[place]!.deadline,
        evidence: '',
      })),
      goals: moved.goals,
      duties: moved.duties,
      steps: moved.steps,
      ...(plan.components && { components: moved.components }),
      ...(plan.outline && { outline: moved.outline }),
      kept: moved.answers.map(({ fact, answer }, place) => ({
        fact,
        answer,
        ground: `${plan.code}: ${plan.answers[place]!.ground}`,
      })),
    },
  };
}

/** From the year in which it begins to the one of its last written day. */
function spanOf(plan: CampaignPlan): YearSpan {
  const years = fixedDays(plan).map(({ day }) => Number(day.slice(0, 4)));
  return { first: Math.min(...years), last: Math.max(...years) };
}

/** Who receives on behalf of the launching body: the collector of what the standing body itself owes. */
function officeOf({ steps, standingBody, launchingUnit }: CampaignPlan): string {
  const own = steps
    .flatMap(({ duties }) => duties)
    .find(({ owes, to }) => to !== 'parent' && owes.units?.includes(standingBody));
  return own && own.to !== 'parent' ? own.to.unit : launchingUnit;
}

const namesOf = ({ participants }: CampaignPlan): string =>
  [...(participants.kinds ?? []), ...(participants.units ?? [])].join(', ') || '*';

const cadenceOf = ({ steps }: CampaignPlan): string =>
  steps.flatMap(({ kind, skip, title }) => (kind === 'report' && !skip ? [title] : [])).join(', ') || '–';
