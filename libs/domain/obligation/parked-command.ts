import { isRefusal, refuse, type Refusal } from '../lifecycle/refusal.js';
import { attempt, sayCause } from './attempt.js';
import type { ObligationCommand } from './commands.types.js';
import type { DecideContext, Decision, Ruled } from './decision.types.js';
import type { DomainEvent, Obligation } from './obligation.types.js';
import type { ParkCause } from './parking.types.js';
import { release, standingCause } from './parking.js';

/** What people may go on doing while an act of the engine cannot be computed: what is owed is still owed. */
const TAKEN: ReadonlySet<ObligationCommand['type']> = new Set([
  'submit',
  'request_extension',
  'decide_extension',
  'extend',
  'excuse',
]);

type Judge = (o: Obligation, command: ObligationCommand, context: DecideContext) => Decision | Refusal;

/**
 * A command on what is parked, judged as where it stood. One that gives it another state or clock takes it out of the parking; another one
 * leaves it there. Where the new clock cannot be computed either, it is refused with the cause.
 */
export function decideParked(o: Obligation, command: ObligationCommand, context: DecideContext, judge: Judge) {
  if (!TAKEN.has(command.type)) return refuse('illegal-step', { command: command.type, state: o.state });
  const state = o.parking?.parkedFrom ?? 'scheduled';
  const { result, cause } = attempt(() => judge({ ...o, state, parking: null }, command, context));
  if (result === null) return stillParked(cause);
  if (result.refused) return result;
  const { next, events, receipt } = result;
  if (!next.clock && !next.state) return { ...result, receipt: { ...receipt, state: o.state } };
  const freed = release(o, context.now);
  if (isRefusal(freed)) return freed;
  const waits = 'nextAt' in next ? { releasedAt: null } : {};
  return { ...result, next: { ...freed.next, ...waits, ...next }, events: [freedBy(freed.event, context), ...events] };
}

/** An administrator who mended the cause puts it back at once, instead of waiting for the repair clock. */
export function releaseByHand(o: Obligation, context: DecideContext): Ruled | Refusal {
  const { now, rules, campaign } = context;
  const cause = campaign.bodies ? standingCause(o, now, campaign.bodies, rules) : null;
  if (cause) return stillParked(cause);
  const freed = release(o, now);
  return isRefusal(freed) ? freed : { next: freed.next, type: 'released', data: { state: freed.next.state } };
}

const stillParked = (cause: ParkCause): Refusal => refuse('still-parked', { cause: sayCause(cause) });

const freedBy = ({ type, data }: DomainEvent, { now, actor }: DecideContext): DomainEvent => ({
  type,
  at: now,
  actor: { post: actor.post, person: actor.person },
  data,
});
