import { amendmentStates } from '../lifecycle/amendment.lifecycle.js';
import { isRefusal, refuse, type Refusal } from '../lifecycle/refusal.js';
import { nextInstant, resubmissionClock } from '../obligation/clocks.js';
import type { ObligationCommand } from '../obligation/commands.types.js';
import type { DecideContext, Ruled } from '../obligation/decision.types.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { ownWork } from '../obligation/review.js';
import type { Amendment } from './amendment.types.js';

type Amend = Extract<ObligationCommand, { type: 'amend' }>;

/**
 * The receiver decides about a note that climbed (docs/rules.md): the changed figures are taken into the report that stands, are booked
 * for the next period, or the accepted report is opened again. Timeliness is never touched.
 */
export function amend(o: Obligation, command: Amend, { now, actor, rules }: DecideContext): Ruled | Refusal {
  if (ownWork(o, actor)) return refuse('own-work');
  const { amendment } = o;
  if (amendment?.state !== 'proposed') return refuse('no-amendment');
  if (command.n !== amendment.n) return refuse('amendment-changed', { seen: command.n, current: amendment.n });
  const state = amendmentStates.next(amendment.state, command.decision);
  if (isRefusal(state)) return state;
  const decided: Amendment = { ...amendment, state, decision: { by: actor.post, at: now, note: command.note.id } };
  const kept = { amendment: null, amendments: [...(o.amendments ?? []), decided] };
  const told = { amendment: amendment.n, submission: o.submission, note: command.note };
  switch (command.decision) {
    case 'accept_now':
      if (!command.submission) return refuse('no-amendment');
      return {
        next: { ...kept, submission: command.submission, contentHash: command.contentHash ?? null },
        type: 'amended',
        data: { ...told, submission: command.submission, hash: command.contentHash, before: o.submission },
      };
    case 'next_period':
      return { next: kept, type: 'amendment_booked', data: told };
    case 'reopen': {
      if (o.state !== 'accepted') return refuse('amendment-return-instead');
      const clock = resubmissionClock(o, now, rules);
      const next = {
        state: 'returned' as const,
        clock,
        nextAt: nextInstant(clock, now, rules),
        returns: o.returns + 1,
      };
      return {
        next: { ...kept, ...next },
        type: 'reopened',
        data: { ...told, dueAt: clock.dueAt, clock: clock.version },
      };
    }
  }
}
