import { workingDaysBetween } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { resolveDeadline } from '../deadline/deadlines.js';
import type { DeadlineRule } from '../deadline/deadline.types.js';
import type { LocalDate } from '../time/local-date.js';
import { dutiesOf, type PlanInspection } from './plan-inspection.js';
import { planFinding, type PlanFinding } from './plan-finding.js';
import type { CampaignPlan, Duty, StepSpec } from './plan.types.js';

/** Days that contradict each other. Days that follow from an event are not known yet and pass. */
export function checkDeadlines(inspection: PlanInspection): PlanFinding[] {
  const { plan, calendar } = inspection;
  return [
    ...(plan.end < plan.start
      ? [planFinding('ends-before-start', { where: 'plan', day: plan.end, other: plan.start })]
      : []),
    ...dutiesOf(plan).flatMap(({ step, duty, where }) => fromLaunch(step, duty, where)),
    ...(calendar ? datedFindings(inspection, calendar) : []),
  ];
}

/** A step laid out before its day would count "from opening" from the day of laying out. */
function fromLaunch(step: StepSpec, duty: Duty, where: string): PlanFinding[] {
  const day = duty.opens ?? step.opens;
  const laidOutAhead = step.after.length === 0 || step.kind === 'follow_up';
  return day !== undefined && laidOutAhead && countsFromOpening(duty.due)
    ? [planFinding('due-from-launch', { where, day })]
    : [];
}

function datedFindings(inspection: PlanInspection, calendar: WorkCalendar): PlanFinding[] {
  const { plan } = inspection;
  return dutiesOf(plan).flatMap(({ step, duty, where }) => {
    const due = fixedDay(duty.due, calendar, plan);
    if (due === null) return [];
    const opens = duty.opens ?? step.opens ?? plan.start;
    const { cutoff } = duty;
    const lower = duty.consolidates ? latestBelow(inspection, step, duty, calendar) : null;
    return [
      ...(due < opens ? [planFinding('due-before-opening', { where, day: due, other: opens })] : []),
      ...(cutoff !== undefined && workingDaysBetween(calendar, cutoff, due) < 1
        ? [planFinding('cutoff-too-close', { where, day: due, other: cutoff })]
        : []),
      ...(lower !== null && due < lower
        ? [planFinding('consolidated-too-early', { where, day: due, other: lower })]
        : []),
    ];
  });
}

/** Latest fixed due day among the duties of the step that the owners of this one collect. */
function latestBelow(
  { plan, owners, collectors }: PlanInspection,
  step: StepSpec,
  duty: Duty,
  calendar: WorkCalendar,
): LocalDate | null {
  const own = new Set(owners(duty));
  const days = step.duties
    .filter((other) => other !== duty && collectors(other).some((unit) => unit !== null && own.has(unit)))
    .map((other) => fixedDay(other.due, calendar, plan))
    .filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}

function countsFromOpening(due: DeadlineRule): boolean {
  return (due.kind === 'within' || due.kind === 'within_working_days') && due.from === 'opened';
}

function fixedDay(due: DeadlineRule, calendar: WorkCalendar, plan: CampaignPlan): LocalDate | null {
  if (due.kind === 'instant' || countsFromOpening(due)) return null;
  return resolveDeadline(due, plan.start, calendar).lastDay;
}
