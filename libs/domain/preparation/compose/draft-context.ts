import type { Duty } from '../../plan/plan.types.js';
import type { Target } from '../../target/target.types.js';
import type { FinalReport } from '../../period/period.types.js';
import type { LevelAnswer, PeriodAnswer, PlanAnswers, WorkdayLimits } from '../answers.types.js';
import type { Select } from './target-sources.js';

/** What every step of one plan is drafted from. */
export interface DraftContext {
  answers: PlanAnswers;
  targets: Target[];
  select: Select;
  /** Given by a regime and written one by one; without them the answers' own. */
  periods: PeriodAnswer[];
  /** What the final report covers where a regime says which periods the end cuts. */
  final: FinalReport | null;
}

export function levelOf({ answers }: DraftContext, key: string): LevelAnswer {
  const found = answers.levels[key];
  if (!found) throw new Error(`${answers.code}: no level ${key}`);
  return found;
}

export const receiverOf = (to: string): Duty['to'] => (to === 'parent' ? 'parent' : { unit: to });

export const limitsOf = ({
  lock,
  grace = 0,
  review,
  resubmit,
}: WorkdayLimits): Pick<Duty, 'lockAfter' | 'graceAfter' | 'reviewWithin' | 'resubmitWithin'> => ({
  lockAfter: lock,
  ...(grace > 0 ? { graceAfter: grace } : {}),
  reviewWithin: review,
  resubmitWithin: resubmit,
});

/** Entered facts are neither reviewed nor locked. */
export const NO_LIMITS: WorkdayLimits = { lock: 0, review: 0, resubmit: 0 };
