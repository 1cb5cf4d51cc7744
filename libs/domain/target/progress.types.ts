import type { Decimal } from './decimal.js';
import type { Target } from './target.types.js';

/** Why a figure cannot be judged, or what must be said beside the judgement. */
export type ProgressReason =
  | 'unclear_target'
  | 'no_figure'
  | 'no_goal'
  | 'no_baseline'
  | 'not_zero_or_one'
  /** More than an "about N" or an inferred "N": met, and shown. */
  | 'above_goal';

export type ProgressStatus = 'met' | 'not_met' | 'in_progress' | 'unknown';

export interface Progress {
  status: ProgressStatus;
  /** Share of the goal reached, 1 = reached, rounded to 6 places; null where no share can be given. */
  ratio: number | null;
  /** `range`: 0 at the lower edge, 1 at the upper, more beyond; absent below the lower edge. */
  stretch?: number;
  reason?: ProgressReason;
}

export interface Measured {
  target: Target;
  achieved: Decimal;
  goal: Decimal;
  /** Null only where the comparator does not need one. */
  base: Decimal | null;
}
