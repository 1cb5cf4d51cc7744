import type { CovenantState } from '../covenant/covenant.types.js';
import { lifecycle } from './lifecycle.js';

export type JointCovenantCommand = 'propose' | 'sign' | 'complete' | 'reopen';

/**
 * A covenant that several sign. It is complete when every party has signed the text that stands; another text asks all of them again.
 * Its clocks are those of its signatories' obligations.
 */
export const jointCovenantStates = lifecycle<CovenantState, JointCovenantCommand, 'complete'>(
  'joint-covenant',
  {
    unwritten: { propose: 'signing' },
    signing: { propose: 'signing', sign: 'signing', complete: 'complete' },
    complete: { reopen: 'signing' },
  },
  {
    initial: 'unwritten',
    final: ['complete'],
    ownerOf: { unwritten: 'focal', signing: 'head' },
    clockOf: { unwritten: 'submission', signing: 'submission' },
  },
);
