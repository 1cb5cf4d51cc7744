import { workingDaysBetween } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { resolveDeadline } from '../deadline/deadlines.js';
import type { DeadlineRule } from '../deadline/deadline.types.js';
import type { LocalDate } from '../time/local-date.js';
import { kindFacts } from '../obligation/kinds.js';
import { overlap } from '../period/overlap.js';
import { periodsOf } from './level-dates.js';
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
    ...dutiesOf(plan).flatMap(({ step, duty, where }) => [
      ...fromLaunch(step, duty, where),
      ...graceAfterLock(duty, where),
    ]),
    ...overlappingPeriods(plan),
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

/** Grace that ends after the lock would never end. What never locks may have any. */
function graceAfterLock({ kind, graceAfter = 0, lockAfter, lockAfterMs }: Duty, where: string): PlanFinding[] {
  const ends = !kindFacts[kind].holdsUp && lockAfterMs === undefined;
  return ends && graceAfter > lockAfter
    ? [planFinding('grace-after-lock', { where, day: String(graceAfter), other: String(lockAfter) })]
    : [];
}

/** Two reports on partly the same days: neither is the other's share nor its total. A shorter period within a longer one is. */
function overlappingPeriods(plan: CampaignPlan): PlanFinding[] {
  const periods = periodsOf(plan);
  return periods.flatMap(({ step, period }, i) =>
    periods
      .slice(0, i)
      .filter((other) => overlap(other.period, period) === 'partly')
      .map((other) => planFinding('periods-overlap', { where: step, id: period.id, other: other.period.id })),
  );
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
