import type { FinalReport } from '../../period/period.types.js';
import type { Duty, StepPeriod, StepSpec } from '../../plan/plan.types.js';
import type { FollowUpAnswer, PeriodAnswer, StepAnswer } from '../answers.types.js';
import { collectedDuties } from './collected-duties.js';
import { limitsOf, receiverOf, type DraftContext } from './draft-context.js';
import { dueRule } from './due-rules.js';
import { councilDuties, councilSpec, standingDuty, verificationDuty } from './entered-duties.js';
import { sourceSelector } from './target-sources.js';

/** Steps of the answers before the periods stand before them in the plan, the others after them. */
const BEFORE_PERIODS: readonly string[] = ['own_plan', 'registration', 'covenant'];

export function draftSteps(context: DraftContext): StepSpec[] {
  const { periods } = context;
  const { steps, followUps } = context.answers;
  const early = steps.filter(({ kind }) => BEFORE_PERIODS.includes(kind));
  const late = steps.filter(({ kind }) => !BEFORE_PERIODS.includes(kind));
  return [
    ...early.map((step) => draftStep(context, step)),
    ...periodSteps(context, periods),
    ...late.map((step) => draftStep(context, step)),
    ...followUpSteps(context, followUps),
  ];
}

/** A plan without periods keeps one skipped report step, so that the silence is journaled. */
function periodSteps(context: DraftContext, periods: PeriodAnswer[]): StepSpec[] {
  if (periods.length > 0) return periods.map((period) => periodStep(context, period));
  const { ground } = context.answers.cadence;
  return [{ id: 'report', kind: 'report', title: 'Báo cáo định kỳ', skip: { ground }, after: [], duties: [] }];
}

function periodStep(context: DraftContext, { id, title, from, to, opens, due }: PeriodAnswer): StepSpec {
  const running = context.targets.filter((target) => target.role === 'target' && target.deadline >= from);
  const duties = collectedDuties(context, { kind: 'report', due, origin: to, cutoff: to, targets: running });
  return { id: `report-${id}`, kind: 'report', title, opens, after: [], duties, period: { id, from, to } };
}

function draftStep(context: DraftContext, answer: StepAnswer): StepSpec {
  const { id, kind, title, skip, ground, opens, after = [], council } = answer;
  if (skip) return { id, kind, title, skip: { ground }, after: [], duties: [] };
  return {
    id,
    kind,
    title,
    ...(opens ? { opens } : {}),
    after: after.map((condition) => ({ ...condition, is: 'finished' })),
    duties: dutiesOf(context, answer),
    ...(kind === 'final_report' && context.final ? { period: finalPeriod(context.final) } : {}),
    ...(council ? { council: councilSpec(council) } : {}),
  };
}

/** The whole campaign, and with it what its end cut. */
const finalPeriod = ({ from, to, joins, newSince }: FinalReport): StepPeriod => ({
  id: 'final',
  from,
  to,
  ...(joins.length > 0 ? { joins: joins.map(({ id }) => id) } : {}),
  ...(newSince === null ? {} : { newSince }),
});

function dutiesOf(context: DraftContext, { kind, due = {}, opens, after = [], council, limits }: StepAnswer): Duty[] {
  const origin = opens !== undefined && after.length === 0 ? opens : 'opened';
  switch (kind) {
    case 'event':
    case 'ranking':
    case 'proposal':
    case 'decision':
      return [standingDuty(context, kind, due.standing!, origin)];
    case 'verification':
      return [verificationDuty(context, due.standing!, origin)];
    case 'council':
      return councilDuties(context, council!);
    default:
      return collectedDuties(context, { kind, due, origin, limits, targets: askedIn(context, kind) });
  }
}

/** A pledge promises every target, a final report closes those that fall due within the campaign; other papers carry none. */
function askedIn({ answers, targets }: DraftContext, kind: StepAnswer['kind']): DraftContext['targets'] {
  const own = targets.filter(({ role }) => role === 'target');
  if (kind === 'covenant') return own;
  return kind === 'final_report' ? own.filter(({ deadline }) => deadline <= answers.end.value) : [];
}

function followUpSteps(context: DraftContext, followUps: FollowUpAnswer[]): StepSpec[] {
  if (followUps.length > 0) return followUps.map((followUp) => followUpStep(context, followUp));
  const ground = 'Không có chỉ tiêu nào đến hạn sau khi phong trào kết thúc.';
  return [
    { id: 'follow-up', kind: 'follow_up', title: 'Theo dõi sau kết thúc', skip: { ground }, after: [], duties: [] },
  ];
}

/** Each target has its own round, so that one late figure does not hold up the others. */
function followUpStep(context: DraftContext, { deadline, title, opens, workingDays }: FollowUpAnswer): StepSpec {
  const { answers, targets, select } = context;
  const due = dueRule({ workingDays }, opens);
  const duties = targets
    .filter((target) => target.role === 'target' && target.deadline === deadline && deadline > answers.end.value)
    .map((target): Duty => {
      const owes = sourceSelector(target);
      return {
        level: target.id.toLowerCase(),
        kind: 'follow_up',
        owes,
        to: receiverOf(collectorOf(context, select(owes))),
        due,
        ...limitsOf(answers.workdays.report),
        ladder: 'report',
        targets: [target.id],
      };
    });
  return { id: `follow-up-${deadline}`, kind: 'follow_up', title, opens, after: [], duties };
}

/** Who collects from these units in the periodic reports. */
function collectorOf({ answers, select }: DraftContext, units: string[]): string {
  const level = Object.values(answers.levels).find(({ owes }) => select(owes).some((unit) => units.includes(unit)));
  return level?.to ?? answers.bodies.standing;
}
