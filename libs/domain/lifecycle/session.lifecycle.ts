import { lifecycle } from './lifecycle.js';

export type SessionState = 'called' | 'open' | 'counted' | 'postponed' | 'recorded';
export type SessionCommand = 'open' | 'postpone' | 'call' | 'count' | 'record';

/** One sitting of the council. Without a quorum it is postponed and called again; recorded when the minutes are in. */
export const sessionStates = lifecycle<SessionState, SessionCommand, 'recorded'>(
  'session',
  {
    called: { open: 'open', postpone: 'postponed' },
    open: { count: 'counted', postpone: 'postponed' },
    counted: { record: 'recorded' },
    postponed: { call: 'called' },
  },
  {
    initial: 'called',
    final: ['recorded'],
    ownerOf: { called: 'secretary', open: 'member', counted: 'secretary', postponed: 'secretary' },
    clockOf: {
      called: 'session_time',
      open: 'ballot_close',
      counted: 'minutes_due',
      postponed: 'new_session_date',
    },
  },
);
