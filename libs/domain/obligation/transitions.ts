import { AMENDABLE } from '../amendment/can-amend.js';
import { answerStates } from '../lifecycle/answer.lifecycle.js';
import { covenantStates } from '../lifecycle/covenant.lifecycle.js';
import { enteredStates } from '../lifecycle/entered.lifecycle.js';
import type { Lifecycle } from '../lifecycle/lifecycle.js';
import { isRefusal, refuse, type Refusal } from '../lifecycle/refusal.js';
import { reviewedStates } from '../lifecycle/reviewed.lifecycle.js';
import { voteStates } from '../lifecycle/vote.lifecycle.js';
import type { ObligationKind } from '../plan/plan.types.js';
import type { ObligationCommand } from './commands.types.js';
import { kindFacts } from './kinds.js';
import type { Obligation, ObligationState } from './obligation.types.js';

/** The state table of a kind. */
export function lifecycleOf(kind: ObligationKind): Lifecycle {
  if (kind === 'vote') return voteStates;
  if (kind === 'answer') return answerStates;
  const { settlement } = kindFacts[kind];
  if (settlement === 'reviewed') return reviewedStates;
  return settlement === 'signed' ? covenantStates : enteredStates;
}

/** Commands that leave the state alone: about time while something is owed, about a note while a report stands. */
const OWED: Partial<Record<ObligationCommand['type'], readonly ObligationState[]>> = {
  request_extension: ['scheduled', 'open', 'returned'],
  decide_extension: ['scheduled', 'open', 'returned'],
  extend: ['scheduled', 'open', 'returned'],
  declare_delay: ['open', 'returned'],
  escalate: ['open', 'returned'],
  amend: AMENDABLE,
};

/** Does the table allow the command here, and where does it lead? */
export function stepAllowed(
  o: Obligation,
  command: ObligationCommand['type'],
): { refused: false; to: ObligationState } | Refusal {
  const table = lifecycleOf(o.kind);
  if (OWED[command]?.includes(o.state)) return { refused: false, to: o.state };
  // a difficulty has commands of its own (`decideDifficulty`)
  if (o.kind === 'answer') return refuse('illegal-step', { command, state: o.state });
  const named = command === 'withdraw' && o.stoppedClock?.phase === 'resubmission' ? 'withdraw_resubmission' : command;
  const to = table.next(o.state, named);
  return isRefusal(to) ? to : { refused: false, to: to as ObligationState };
}
