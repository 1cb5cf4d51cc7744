import type { CampaignPlan, Duty } from './plan.types.js';

type Owed = { step: string; level: string; kind: string };

/** The duty of the plan that an obligation comes from. */
export function dutyOf(plan: Pick<CampaignPlan, 'steps'>, { step, level, kind }: Owed): Duty | undefined {
  const found = plan.steps.find(({ id }) => id === step);
  return found?.duties.find((duty) => duty.level === level && duty.kind === kind);
}

/** True where the plan itself writes the date ("trước ngày", "chậm nhất ngày"), rather than counting days from something. */
export function isWritten(plan: Pick<CampaignPlan, 'steps'>, owed: Owed): boolean {
  const due = dutyOf(plan, owed)?.due;
  return due?.kind === 'by' || due?.kind === 'before';
}
