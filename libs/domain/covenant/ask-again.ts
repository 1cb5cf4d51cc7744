import { isRefusal } from '../lifecycle/refusal.js';
import { nextInstant, resubmissionClock, type RuleBook } from '../obligation/clocks.js';
import { lifecycleOf } from '../obligation/transitions.js';
import type { DomainEvent, Obligation, ObligationState } from '../obligation/obligation.types.js';

/** From where what was handed in or signed goes back to who owes it, by the commands of its table. */
const WAY_BACK: Partial<Record<ObligationState, readonly string[]>> = {
  done: ['reopen'],
  accepted: ['reopen'],
  received: ['return'],
  submitted: ['receive', 'return'],
};

/**
 * What was signed or registered is asked for again, because what it speaks about has changed: under a resubmission clock with its ladder.
 * It is no return, and timeliness stays what it was.
 * @param about what changed, for the record  @returns null where nothing stands that could be asked for again
 */
export function askAgain(
  o: Obligation,
  { now, rules, about }: { now: Date; rules: RuleBook; about: Record<string, unknown> },
): { next: Partial<Obligation>; event: DomainEvent } | null {
  const table = lifecycleOf(o.kind);
  const state = (WAY_BACK[o.state] ?? ['none']).reduce<string | null>((at, command) => {
    const to = at === null ? null : table.next(at, command);
    return to === null || isRefusal(to) ? null : to;
  }, o.state);
  if (state === null) return null;
  const clock = resubmissionClock(o, now, rules);
  return {
    next: { state: state as ObligationState, clock, nextAt: nextInstant(clock, now, rules) },
    event: {
      type: 'asked_again',
      at: now,
      actor: { post: null, person: null },
      data: { obligation: o._id, submission: o.submission, dueAt: clock.dueAt, clock: clock.version, ...about },
    },
  };
}
