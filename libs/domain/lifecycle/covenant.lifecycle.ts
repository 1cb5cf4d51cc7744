import type { ObligationState } from '../obligation/obligation.types.js';
import { lifecycle } from './lifecycle.js';

type CovenantFinal = 'done' | 'lapsed' | 'excused';
type CovenantState = Extract<ObligationState, CovenantFinal | 'scheduled' | 'open' | 'returned' | 'parked'>;
export type CovenantCommand =
  | 'open'
  | 'submit'
  | 'reopen'
  | 'lapse'
  | 'excuse'
  | 'park'
  | 'release_scheduled'
  | 'release_open'
  | 'release_returned';

/** A covenant is signed (`submit`) by its unit, not accepted by a superior (`reference/domain.md`, rule zero). */
export const covenantStates = lifecycle<CovenantState, CovenantCommand, CovenantFinal>(
  'covenant',
  {
    scheduled: { open: 'open', excuse: 'excused', park: 'parked' },
    open: { submit: 'done', lapse: 'lapsed', excuse: 'excused', park: 'parked' },
    // What was signed has changed since: it is signed again, under a clock of its own.
    done: { reopen: 'returned' },
    returned: { submit: 'done', lapse: 'lapsed', excuse: 'excused', park: 'parked' },
    parked: { release_scheduled: 'scheduled', release_open: 'open', release_returned: 'returned' },
  },
  {
    initial: 'scheduled',
    final: ['done', 'lapsed', 'excused'],
    ownerOf: { scheduled: 'standing_body', open: 'focal', returned: 'focal', parked: 'administrator' },
    clockOf: { scheduled: 'opening', open: 'submission', returned: 'resubmission', parked: 'repair' },
  },
);
