import { lifecycle } from './lifecycle.js';

export type RoundState = 'laid_out' | 'open' | 'locked' | 'finished';
export type RoundCommand = 'open' | 'lock' | 'finish';

/** A collecting unit's share of one step. A round of entered kinds has no lock and finishes while open. */
export const roundStates = lifecycle<RoundState, RoundCommand, 'finished'>(
  'round',
  {
    laid_out: { open: 'open' },
    open: { lock: 'locked', finish: 'finished' },
    // What was submitted before the lock is still reviewed, or returned with its own clock.
    locked: { finish: 'finished' },
  },
  {
    initial: 'laid_out',
    final: ['finished'],
    ownerOf: { laid_out: 'standing_body', open: 'reviewer', locked: 'reviewer' },
    clockOf: { laid_out: 'opening', open: 'lock', locked: 'review' },
  },
);
