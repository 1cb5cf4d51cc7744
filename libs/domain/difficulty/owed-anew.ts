import { say } from '../messages/say.js';
import type { Obligation, Workplace } from '../obligation/obligation.types.js';
import type { RuleBook } from '../obligation/rule-book.types.js';
import { answerClock, answerDeadline } from './answer-clock.js';
import type { By, Difficulty } from './difficulty.types.js';

interface Anew {
  now: Date;
  by: By;
  /** Working days. */
  within: number;
  rules: RuleBook;
  why: 'forwarded' | 'again';
  /** Where the new owner works; as it was where the owner stays. */
  worksAt?: { owner: Workplace; receiver: Workplace };
}

/**
 * The answer is owed from now on, for the whole time, under a new clock with its ladder: by another unit, or because it was raised again. The
 * dates before stay in the ledger; what it is late against from now on is its own.
 */
export function owedAnew(o: Obligation, difficulty: Difficulty, anew: Anew): Partial<Obligation> {
  const { now, by, within, rules, why } = anew;
  const worksAt = anew.worksAt ?? o.worksAt!;
  const clock = answerClock(worksAt.owner, o.clock.version + 1, now, within, rules);
  const ground = say(`difficulty.ground.${why}`, { days: within });
  return {
    ...{ state: 'open', clock, stoppedClock: null, nextAt: now, overdueAt: null, worksAt, extension: null },
    deadlines: [...o.deadlines, answerDeadline(clock, o.deadlines.length + 1, { by: by.post, at: now, ground })],
    difficulty: { ...difficulty, retracted: null, resolved: null },
  };
}
