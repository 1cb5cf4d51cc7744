import { workingDaysBetween } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { resolveDeadline } from '../deadline/deadlines.js';
import { graceOf, lockInstant } from '../obligation/clocks.js';
import { kindFacts } from '../obligation/kinds.js';
import { endOfDay, localDateOf, type LocalDate } from '../time/local-date.js';
import type { CampaignPlan, Duty, StepPeriod, StepSpec } from './plan.types.js';

/** One level's days for one period, each fact by its own name. */
export interface LevelDays {
  step: string;
  title: string;
  period: string;
  level: string;
  opens: LocalDate;
  /** Last day the figures cover. */
  cutoff: LocalDate;
  /** Last day on time. */
  due: LocalDate;
  /** Last day on which lateness is not counted; null: no grace. */
  grace: LocalDate | null;
  /** Last day on which anything is taken; null: never locked. */
  lock: LocalDate | null;
  /** Working days from the close, or from the due day of the level before, to its own. */
  has: number;
}

/** Periodic reports of a plan, in its order. The final report covers all of them and is none. */
export function periodsOf(plan: Pick<CampaignPlan, 'steps'>): { step: string; period: StepPeriod }[] {
  return plan.steps.flatMap(({ id, kind, period, skip }) =>
    period && !skip && kind !== 'final_report' ? [{ step: id, period }] : [],
  );
}

/** The days of every level of every period, earliest due first: what a plan has to spell out (Decree 09/2019 art. 8(5)). @throws UnknownCalendarYear */
export function levelDates(plan: CampaignPlan, calendar: WorkCalendar): LevelDays[] {
  const periodic = plan.steps.filter(({ period, skip }) => period !== undefined && !skip);
  return periodic.flatMap((step) => ofStep(step, plan, calendar));
}

function ofStep(step: StepSpec, plan: CampaignPlan, calendar: WorkCalendar): LevelDays[] {
  const dated = step.duties
    .flatMap((duty) => {
      const due = writtenDay(duty, calendar);
      return due === null || duty.cutoff === undefined ? [] : [{ duty, due, cutoff: duty.cutoff }];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return dated.map(({ duty, due, cutoff }): LevelDays => {
    const below = dated.findLast((one) => one.due < due)?.due ?? cutoff;
    const dueAt = endOfDay(due);
    const { graceUntil } = graceOf(dueAt, duty, calendar);
    const lock = kindFacts[duty.kind].holdsUp ? null : localDateOf(lockInstant(dueAt, duty, calendar));
    return {
      ...{ step: step.id, title: step.title, period: step.period!.id, level: duty.level },
      ...{ opens: duty.opens ?? step.opens ?? plan.start, cutoff, due },
      ...{ grace: graceUntil ? localDateOf(graceUntil) : null, lock },
      has: workingDaysBetween(calendar, below, due),
    };
  });
}

/** Null where it counts from an opening that has no day yet. */
function writtenDay({ due }: Duty, calendar: WorkCalendar): LocalDate | null {
  if (due.kind === 'instant') return null;
  if ((due.kind === 'within' || due.kind === 'within_working_days') && due.from === 'opened') return null;
  return resolveDeadline(due, '2000-01-01', calendar).lastDay;
}
