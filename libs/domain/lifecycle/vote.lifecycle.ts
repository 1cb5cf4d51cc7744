import type { ObligationState } from '../obligation/obligation.types.js';
import { lifecycle } from './lifecycle.js';

type VoteFinal = 'done' | 'lapsed' | 'excused';
type VoteState = Extract<ObligationState, VoteFinal | 'scheduled' | 'open' | 'parked'>;
export type VoteCommand = 'open' | 'submit' | 'lapse' | 'excuse' | 'park' | 'release_scheduled' | 'release_open';

/** One member's vote. The only entered kind that locks: the ballot box closes (`docs/rules.md`). */
export const voteStates = lifecycle<VoteState, VoteCommand, VoteFinal>(
  'vote',
  {
    scheduled: { open: 'open', excuse: 'excused', park: 'parked' },
    open: { submit: 'done', lapse: 'lapsed', excuse: 'excused', park: 'parked' },
    parked: { release_scheduled: 'scheduled', release_open: 'open' },
  },
  {
    initial: 'scheduled',
    final: ['done', 'lapsed', 'excused'],
    ownerOf: { scheduled: 'secretary', open: 'member', parked: 'administrator' },
    clockOf: { scheduled: 'opening', open: 'submission', parked: 'repair' },
  },
);
