import type { ObligationState } from '../obligation/obligation.types.js';

/** What a cell of the matrix of reports says at a glance. */
export const marks = [
  'later',
  'open',
  'overdue',
  'waiting',
  'returned',
  'on_time',
  'late',
  'never',
  'excused',
  'parked',
] as const;
export type Mark = (typeof marks)[number];

export interface Marked {
  state: ObligationState;
  dueAt: Date;
  graceUntil?: Date | null | undefined;
  onTime: boolean | null;
}

/** Lateness is the due instant compared with now, or what was established when the work came in. */
export function markOf({ state, dueAt, graceUntil, onTime }: Marked, now: Date): Mark {
  switch (state) {
    case 'scheduled':
      return 'later';
    case 'open':
    case 'returned': {
      const overdue = dueAt < now && !(graceUntil && graceUntil >= now);
      return overdue ? 'overdue' : state === 'returned' ? 'returned' : 'open';
    }
    case 'submitted':
    case 'received':
      return 'waiting';
    case 'accepted':
    case 'done':
      return onTime === false ? 'late' : 'on_time';
    case 'lapsed':
      return 'never';
    case 'excused':
      return 'excused';
    case 'parked':
      return 'parked';
  }
}
