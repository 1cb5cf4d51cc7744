import type { Duty } from '../../plan/plan.types.js';
import type { Target } from '../../target/target.types.js';
import type { LevelAnswer, PlanAnswers, WorkdayLimits } from '../answers.types.js';
import type { Select } from './target-sources.js';

/** What every step of one plan is drafted from. */
export interface DraftContext {
  answers: PlanAnswers;
  targets: Target[];
  select: Select;
}

export function levelOf({ answers }: DraftContext, key: string): LevelAnswer {
  const found = answers.levels[key];
  if (!found) throw new Error(`${answers.code}: no level ${key}`);
  return found;
}

export const receiverOf = (to: string): Duty['to'] => (to === 'parent' ? 'parent' : { unit: to });

export const limitsOf = ({
  lock,
  review,
  resubmit,
}: WorkdayLimits): Pick<Duty, 'lockAfter' | 'reviewWithin' | 'resubmitWithin'> => ({
  lockAfter: lock,
  reviewWithin: review,
  resubmitWithin: resubmit,
});

/** Entered facts are neither reviewed nor locked. */
export const NO_LIMITS: WorkdayLimits = { lock: 0, review: 0, resubmit: 0 };
