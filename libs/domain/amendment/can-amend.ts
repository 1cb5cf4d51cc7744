import type { ObligationState } from '../obligation/obligation.types.js';

/** States in which a report stands above, so that what changes below has to climb to it. */
export const AMENDABLE: readonly ObligationState[] = ['submitted', 'received', 'accepted'];
export const canAmend = (state: ObligationState): boolean => AMENDABLE.includes(state);
