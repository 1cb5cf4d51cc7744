import { cumulateBands } from '../../target/goal.js';
import type { Target } from '../../target/target.types.js';
import type { LaidOutAnswer, PlanAnswers, TargetAnswer } from '../answers.types.js';
import { corrected, correctionOf, sourceOf } from './draft-targets.js';

type Answered = Pick<PlanAnswers, 'targets' | 'corrections'>;

/** Targets as an earlier plan had them, with what this year's officer says instead: facts, and who brings the figure. */
export function laidOutTargets({ targets }: LaidOutAnswer, { targets: answers, corrections = [] }: Answered): Target[] {
  const answered = targets.flatMap((target): Target[] => {
    const correction = correctionOf(corrections, target.id);
    if (correction?.drop) return [];
    const answer = answers.find(({ ids }) => ids.includes(target.id));
    const sourced = answer ? resourced(target, answer) : target;
    if (!correction) return [sourced];
    // the count of a band follows from its family and is made again below
    const { cumulative: _, ...rest } = sourced;
    return [{ ...('value' in correction ? rest : sourced), ...corrected(correction) }];
  });
  return cumulateBands(answered);
}

/** Nothing of the old source stays beside a new one. */
function resourced(target: Target, answer: TargetAnswer): Target {
  const { responsible: _r, allocation: _a, units: _u, overrides: _o, baseline, ...facts } = target;
  const given = answer.baseline ?? baseline;
  return { ...facts, ...(given === undefined ? {} : { baseline: given }), ...sourceOf(answer) };
}
