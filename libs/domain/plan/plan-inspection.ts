import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import type { UnitTree } from '../units/tree.js';
import type { LadderBook } from './ladder-book.types.js';
import type { CampaignPlan, Duty, StepSpec } from './plan.types.js';

/** What the checks of a plan share. */
export interface PlanInspection {
  plan: CampaignPlan;
  tree: UnitTree;
  posts: ReadonlySet<string>;
  calendar?: WorkCalendar;
  ladders?: LadderBook;
  owners: (duty: Duty) => string[];
  /** Collecting unit of each owner, in the same order. */
  collectors: (duty: Duty) => (string | null)[];
}

/** Every duty of the steps that are kept. */
export function dutiesOf(plan: CampaignPlan): { step: StepSpec; duty: Duty; where: string }[] {
  return plan.steps
    .filter((step) => !step.skip)
    .flatMap((step) => step.duties.map((duty) => ({ step, duty, where: `${step.id}/${duty.level}` })));
}
