import type { ObligationKind } from '../plan/plan.types.js';
import type { ObligationState } from '../obligation/obligation.types.js';
import { campaignStates } from './campaign.lifecycle.js';
import { covenantStates, type CovenantCommand } from './covenant.lifecycle.js';
import { enteredStates, type EnteredCommand } from './entered.lifecycle.js';
import type { Lifecycle } from './lifecycle.js';
import { messageStates } from './message.lifecycle.js';
import { reviewedStates, type ReviewedCommand } from './reviewed.lifecycle.js';
import { roundStates } from './round.lifecycle.js';
import { sessionStates } from './session.lifecycle.js';
import { voteStates, type VoteCommand } from './vote.lifecycle.js';

/** A step of an obligation's table. `submit` also stands for signing a covenant, entering a fact, casting a vote. */
export type ObligationStep = ReviewedCommand | CovenantCommand | EnteredCommand | VoteCommand;

const loose = (table: unknown): Lifecycle => table as Lifecycle;

/** Every lifecycle of the engine. A table that is not listed here fails the no-limbo test. */
export function allLifecycles(): Lifecycle[] {
  return [
    reviewedStates,
    covenantStates,
    enteredStates,
    voteStates,
    campaignStates,
    roundStates,
    messageStates,
    sessionStates,
  ].map(loose);
}

/** The table an obligation of a kind lives by (`docs/rules.md`, Lifecycle of an obligation). */
export function obligationLifecycle(kind: ObligationKind): Lifecycle<ObligationState, ObligationStep> {
  const tables: Record<ObligationKind, unknown> = {
    own_plan: reviewedStates,
    registration: reviewedStates,
    report: reviewedStates,
    interim_review: reviewedStates,
    final_report: reviewedStates,
    self_score: reviewedStates,
    follow_up: reviewedStates,
    covenant: covenantStates,
    event: enteredStates,
    verification: enteredStates,
    ranking: enteredStates,
    proposal: enteredStates,
    decision: enteredStates,
    minutes: enteredStates,
    vote: voteStates,
  };
  return tables[kind] as Lifecycle<ObligationState, ObligationStep>;
}

export interface Limbo {
  lifecycle: string;
  state: string;
  lacks: 'owner' | 'clock' | 'way_in' | 'way_to_an_end';
}

/** States nobody would ever move on: without owner or clock, unreachable, or from which no end can be reached. */
export function findLimbo(table: Lifecycle): Limbo[] {
  const lacking = (lacks: Limbo['lacks'], holds: (state: string) => boolean): Limbo[] =>
    table.states.filter((state) => !holds(state)).map((state) => ({ lifecycle: table.name, state, lacks }));
  const all = table.reachable();
  return [
    ...lacking('owner', (state) => table.isFinal(state) || table.ownerOf(state) !== null),
    ...lacking('clock', (state) => table.isFinal(state) || table.clockOf(state) !== null),
    ...lacking('way_in', (state) => all.has(state)),
    ...lacking('way_to_an_end', (state) => table.final.some((end) => table.reachable(state).has(end))),
  ];
}
