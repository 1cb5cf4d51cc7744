import type { ObligationState } from '../obligation/obligation.types.js';
import { lifecycle } from './lifecycle.js';

type AnswerFinal = 'done' | 'excused';
type AnswerState = Extract<ObligationState, AnswerFinal | 'open' | 'parked'>;
export type AnswerCommand = 'answer' | 'decline' | 'forward' | 'retract' | 'reopen' | 'park' | 'release_open';

/**
 * The answer to a difficulty that a report raised. It never locks: somebody waits for it. `retract`: taken back by who raised it; `reopen`: raised
 * again, because the answer did not settle it. A parked one is answered all the same.
 */
export const answerStates = lifecycle<AnswerState, AnswerCommand, AnswerFinal>(
  'answer',
  {
    open: { answer: 'done', decline: 'done', forward: 'open', retract: 'excused', park: 'parked' },
    done: { reopen: 'open' },
    excused: { reopen: 'open' },
    parked: { answer: 'done', decline: 'done', retract: 'excused', release_open: 'open' },
  },
  {
    initial: 'open',
    final: ['done', 'excused'],
    ownerOf: { open: 'focal', parked: 'administrator' },
    clockOf: { open: 'submission', parked: 'repair' },
  },
);
