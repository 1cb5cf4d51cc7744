import type { ObligationState } from '../obligation/obligation.types.js';
import { lifecycle } from './lifecycle.js';

type EnteredFinal = 'done' | 'excused';
type EnteredState = Extract<ObligationState, EnteredFinal | 'scheduled' | 'open' | 'parked'>;
export type EnteredCommand = 'open' | 'submit' | 'excuse' | 'park' | 'release_scheduled' | 'release_open';

/**
 * Event, verification, ranking, proposal, decision, minutes: a fact that is entered and holds up the campaign.
 * It never locks (`docs/rules.md`), so there is no `lapse`; its ladder goes on until it is entered or excused.
 */
export const enteredStates = lifecycle<EnteredState, EnteredCommand, EnteredFinal>(
  'entered',
  {
    scheduled: { open: 'open', excuse: 'excused', park: 'parked' },
    open: { submit: 'done', excuse: 'excused', park: 'parked' },
    parked: { release_scheduled: 'scheduled', release_open: 'open' },
  },
  {
    initial: 'scheduled',
    final: ['done', 'excused'],
    ownerOf: { scheduled: 'standing_body', open: 'focal', parked: 'administrator' },
    clockOf: { scheduled: 'opening', open: 'submission', parked: 'repair' },
  },
);
