import type { AmendmentState } from '../amendment/amendment.types.js';
import { lifecycle } from './lifecycle.js';

type AmendmentFinal = Exclude<AmendmentState, 'proposed'>;
export type AmendmentCommand = 'change' | 'accept_now' | 'next_period' | 'reopen' | 'heal';

/** A note that something changed below a report that stands (F11). It heals by itself when the figures are again what they were. */
export const amendmentStates = lifecycle<AmendmentState, AmendmentCommand, AmendmentFinal>(
  'amendment',
  {
    proposed: {
      change: 'proposed',
      accept_now: 'accepted_now',
      next_period: 'next_period',
      reopen: 'reopened',
      heal: 'healed',
    },
  },
  {
    initial: 'proposed',
    final: ['accepted_now', 'next_period', 'reopened', 'healed'],
    ownerOf: { proposed: 'reviewer' },
    clockOf: { proposed: 'review' },
  },
);
