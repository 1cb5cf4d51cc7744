import type { RecordedEvent } from './why.types.js';

/** Where an obligation stood at an instant, and since when. */
export interface Standing {
  state:
    'none' | 'scheduled' | 'open' | 'submitted' | 'accepted' | 'done' | 'excused' | 'lapsed' | 'returned' | 'parked';
  since: Date | null;
}

/** What each event makes of it; acts of the engine are looked into. */
const MADE: Partial<Record<string, Standing['state']>> = {
  submitted: 'submitted',
  entered: 'done',
  withdrawn: 'open',
  received: 'submitted',
  accepted: 'accepted',
  returned: 'returned',
  reopened: 'returned',
  excused: 'excused',
  parked: 'parked',
};

/** Follows the journal up to an instant, that instant included. Parked work stands again where it stood. */
export function standingAt(events: readonly RecordedEvent[], instant: Date): Standing {
  let standing: Standing = { state: 'none', since: null };
  let beforeParking = standing;
  for (const { type, at, data } of events) {
    if (at > instant) break;
    if (type === 'parked') beforeParking = standing;
    if (type === 'released') standing = { ...beforeParking };
    const acts = type === 'act' ? actsOf(data) : [];
    const state = acts.includes('lock') ? 'lapsed' : acts.includes('open') ? 'open' : MADE[type];
    if (state) standing = { state, since: at };
  }
  return standing;
}

const actsOf = ({ acts }: Record<string, unknown>): string[] =>
  ((acts ?? []) as { act: string }[]).map(({ act }) => act);
