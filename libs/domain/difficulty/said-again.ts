import type { Obligation, DomainEvent } from '../obligation/obligation.types.js';
import type { RuleBook } from '../obligation/rule-book.types.js';
import { isFinal } from '../obligation/kinds.js';
import type { DifficultyRule, DifficultyWords } from './difficulty.types.js';
import { owedAnew } from './owed-anew.js';

/**
 * A report that comes again says the same item in other words. While the answer is owed they stand beside the first; what was answered or
 * taken back is owed anew. An attempt that is not newer than the last one that was heard changes nothing.
 */
export function saidAgain(
  o: Obligation,
  words: DifficultyWords & { attempt: number },
  { rule, rules }: { rule: DifficultyRule; rules: RuleBook },
): { next: Partial<Obligation>; event: DomainEvent } | null {
  const difficulty = o.difficulty!;
  const heard = Math.max(0, ...difficulty.words.map(({ attempt }) => attempt ?? 0));
  if (words.attempt <= heard) return null;
  const said = { ...difficulty, words: [...difficulty.words, words] };
  const again = isFinal(o.state);
  const next = again
    ? owedAnew(o, said, { now: words.at, by: words.by, within: rule.answerWithin, rules, why: 'again' })
    : { difficulty: said };
  const data = { obligation: o._id, report: difficulty.report, attempt: words.attempt, note: words.note };
  const actor = { post: words.by.post, person: words.by.person };
  return {
    next,
    event: { type: again ? 'difficulty_raised_again' : 'difficulty_reworded', at: words.at, actor, data },
  };
}
