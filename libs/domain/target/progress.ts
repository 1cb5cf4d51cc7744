import { decimal } from './decimal.js';
import { goalOf } from './goal.js';
import { judgements } from './judgements.js';
import type { Progress, ProgressReason } from './progress.types.js';
import type { Target } from './target.types.js';

const NEEDS_BASE = ['increase_by', 'decrease_by', 'keep_or_raise'];

/**
 * Where one target stands. Missing figures, goals and baselines give `unknown` with the reason; nothing is guessed.
 * A figure that can still grow into its goal is `in_progress` until it is final; a ceiling that is exceeded is `not_met` at once,
 * unless the figure is seen to come down from its baseline.
 * @param achieved in the target's unit; null when nobody has reported. For the relative comparators the level, not the difference
 * @param baseline start value in the same unit; the target's own when not given
 * @param final the figure is the last one: what is not met stays so
 */
export function progress(
  target: Target,
  achieved: number | null,
  baseline: number | null = target.baseline ?? null,
  final = false,
): Progress {
  if (target.comparator === 'unclear') return unknown('unclear_target');
  if (achieved === null) return unknown('no_figure');
  const goal = target.comparator === 'keep_or_raise' ? baseline : goalOf(target);
  if (NEEDS_BASE.includes(target.comparator) && baseline === null) return unknown('no_baseline');
  if (goal === null) return unknown('no_goal');
  const judged = judgements[target.comparator]({
    target,
    achieved: decimal(achieved),
    goal: decimal(goal),
    base: baseline === null ? null : decimal(baseline),
  });
  return final && judged.status === 'in_progress' ? { ...judged, status: 'not_met' } : judged;
}

const unknown = (reason: ProgressReason): Progress => ({ status: 'unknown', ratio: null, reason });
