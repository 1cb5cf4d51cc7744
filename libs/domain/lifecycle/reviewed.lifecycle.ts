import type { ObligationState } from '../obligation/obligation.types.js';
import { lifecycle } from './lifecycle.js';

type ReviewedState = Exclude<ObligationState, 'done'>;
type ReviewedFinal = 'accepted' | 'lapsed' | 'excused';
type Waiting = Exclude<ReviewedState, ReviewedFinal | 'parked'>;
/** `withdraw` takes back the first submission, `withdraw_resubmission` one made after a return: each back to its own clock. */
export type ReviewedCommand =
  | 'open'
  | 'submit'
  | 'receive'
  | 'accept'
  | 'return'
  | 'reopen'
  | 'withdraw'
  | 'withdraw_resubmission'
  | 'lapse'
  | 'excuse'
  | 'park'
  | `release_${Waiting}`;

/** Own plan, registration, report, interim review, final report, self-score, follow-up (`docs/rules.md`, Lifecycle). */
export const reviewedStates = lifecycle<ReviewedState, ReviewedCommand, ReviewedFinal>(
  'reviewed',
  {
    scheduled: { open: 'open', excuse: 'excused', park: 'parked' },
    open: { submit: 'submitted', lapse: 'lapsed', excuse: 'excused', park: 'parked' },
    submitted: { receive: 'received', withdraw: 'open', withdraw_resubmission: 'returned', park: 'parked' },
    received: { accept: 'accepted', return: 'returned', park: 'parked' },
    returned: { submit: 'submitted', lapse: 'lapsed', excuse: 'excused', park: 'parked' },
    // Accepted in error: the reviewer sends it back, a new resubmission clock runs.
    accepted: { reopen: 'returned' },
    // Never handed in before the lock: only a re-opening lets it in, under a lock of its own.
    lapsed: { reopen: 'returned' },
    // An act that failed on it; an administrator puts it back where it stood, nobody else waits for it.
    parked: {
      release_scheduled: 'scheduled',
      release_open: 'open',
      release_submitted: 'submitted',
      release_received: 'received',
      release_returned: 'returned',
    },
  },
  {
    initial: 'scheduled',
    final: ['accepted', 'lapsed', 'excused'],
    ownerOf: {
      scheduled: 'standing_body',
      open: 'focal',
      submitted: 'reviewer',
      received: 'reviewer',
      returned: 'focal',
      parked: 'administrator',
    },
    clockOf: {
      scheduled: 'opening',
      open: 'submission',
      submitted: 'review',
      received: 'review',
      returned: 'resubmission',
      parked: 'repair',
    },
  },
);
