import { amendmentStates } from './amendment.lifecycle.js';
import { answerStates } from './answer.lifecycle.js';
import { campaignStates } from './campaign.lifecycle.js';
import { covenantStates } from './covenant.lifecycle.js';
import { enteredStates } from './entered.lifecycle.js';
import { jointCovenantStates } from './joint-covenant.lifecycle.js';
import type { Lifecycle } from './lifecycle.js';
import { messageStates } from './message.lifecycle.js';
import { reviewedStates } from './reviewed.lifecycle.js';
import { roundStates } from './round.lifecycle.js';
import { sessionStates } from './session.lifecycle.js';
import { voteStates } from './vote.lifecycle.js';

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
    amendmentStates,
    jointCovenantStates,
    answerStates,
  ].map(loose);
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
