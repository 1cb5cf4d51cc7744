import { addWorkingDays } from '../calendar/working-days.js';
import type { CampaignBodies } from '../ladder/recipients.js';
import { isRefusal, type Refusal } from '../lifecycle/refusal.js';
import { addDays, endOfDay, localDateOf } from '../time/local-date.js';
import type { EventType } from '../timeline/event-types.js';
import { attempt } from './attempt.js';
import type { RuleBook } from './clocks.js';
import { engineAct, postsAddressed } from './engine-act.js';
import type { DomainEvent, Obligation, ObligationState } from './obligation.types.js';
import type { KeyedEvent, ParkCause, Parking } from './parking.types.js';
import { lifecycleOf } from './transitions.js';

/** Days an administrator has for a repair: working days, or calendar days where the calendar itself is what fails. */
const REPAIR_DAYS = 2;

export interface ParkChange {
  refused: false;
  next: Partial<Obligation>;
  event: KeyedEvent;
}

type Parkable = Pick<Obligation, '_id' | 'kind' | 'state' | 'nextAt'>;

/**
 * Takes an obligation out of an act that cannot be computed for it, so that it holds up nobody else. It stays owed.
 * @param act id of the act  @returns a refusal where the table knows no parking: a final state owes the engine nothing
 */
export function park(o: Parkable, cause: ParkCause, act: string, now: Date, until: Date): ParkChange | Refusal {
  const state = lifecycleOf(o.kind).next(o.state, 'park');
  if (isRefusal(state)) return state;
  const parking: Parking = { parkedFrom: o.state, since: now, until, cause, waitedFor: o.nextAt ?? now, act };
  return {
    refused: false,
    next: { state: state as ObligationState, parking, nextAt: until },
    event: told(o._id, 'parked', act, now, { from: o.state, cause, until }),
  };
}

type Parked = Pick<Obligation, '_id' | 'kind' | 'state' | 'parking'>;

/** Puts it back where it stood; the act that failed is due again at once. @returns a refusal where nothing is parked */
export function release(o: Parked, now: Date): ParkChange | Refusal {
  const { parkedFrom = 'scheduled', waitedFor = now, act = 'unknown' } = o.parking ?? {};
  const state = lifecycleOf(o.kind).next(o.state, `release_${parkedFrom}`);
  if (isRefusal(state)) return state;
  return {
    refused: false,
    next: { state: state as ObligationState, parking: null, nextAt: waitedFor, releasedAt: now },
    event: told(o._id, 'released', act, now, { state }),
  };
}

/** What still keeps the act from being computed; null when a release would go through. */
export function standingCause(
  o: Parked & Pick<Obligation, 'clock' | 'answeringUnit' | 'answeringPost' | 'receiver'>,
  now: Date,
  bodies: CampaignBodies,
  rules: RuleBook,
): ParkCause | null {
  const { parkedFrom = 'scheduled', waitedFor = now } = o.parking ?? {};
  return attempt(() => {
    const act = engineAct(o.clock, waitedFor, now, rules);
    return postsAddressed({ ...o, state: parkedFrom }, act, bodies);
  }).cause;
}

/** End of the second working day after `now`; of the second day where the calendar cannot say. */
export function repairInstant(now: Date, calendar: string, rules: RuleBook): Date {
  const today = localDateOf(now);
  const day = attempt(() => addWorkingDays(rules.calendar(calendar), today, REPAIR_DAYS)).result;
  return endOfDay(day ?? addDays(today, REPAIR_DAYS));
}

const told = (obligation: string, type: EventType, act: string, at: Date, data: DomainEvent['data']): KeyedEvent => ({
  id: `${act}|${type}|${obligation}`,
  type,
  at,
  actor: { post: null, person: null },
  data: { obligation, ...data },
});
