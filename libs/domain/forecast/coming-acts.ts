import { agenda } from '../ladder/agenda.js';
import type { AgendaAct, Clock } from '../ladder/ladder.types.js';
import { attempt } from '../obligation/attempt.js';
import type { ObligationState } from '../obligation/obligation.types.js';
import type { RuleBook } from '../obligation/rule-book.types.js';
import { statesOfPhase } from '../obligation/kinds.js';

/** Obligations that stand alike: of one step and level, in one state, with one clock. */
export interface StandingWork {
  step: string;
  level: string;
  state: ObligationState;
  clock: Clock;
  /** End of the repair clock of what is parked. */
  repairBy: Date | null;
  count: number;
}

/** What the engine will do by itself to so many obligations at one instant. `grace`: due, but not counted as late yet. */
export interface ComingAct {
  at: Date;
  step: string;
  level: string;
  act: AgendaAct | 'grace' | 'repair';
  rung: string;
  count: number;
}

/**
 * What will happen to work as it stands now if nobody acts: its openings, rungs, due instants and locks, from the agenda that the
 * engine itself works by. What cannot be computed is left out: the engine parks it, and the search for what is stuck names it.
 * @param until inclusive; null for everything  @returns in order of time, what falls together counted together
 */
export function comingActs(
  work: readonly StandingWork[],
  after: Date,
  until: Date | null,
  rules: RuleBook,
): ComingAct[] {
  const acts = new Map<string, ComingAct>();
  for (const one of work) {
    const { step, level, count } = one;
    for (const { at, act, rung } of entriesOf(one, rules)) {
      if (at <= after || (until !== null && at > until)) continue;
      const key = [at.getTime(), step, level, act, rung].join('|');
      const known = acts.get(key);
      acts.set(key, { at, step, level, act, rung, count: count + (known?.count ?? 0) });
    }
  }
  return [...acts.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function entriesOf(
  { state, clock, repairBy }: StandingWork,
  rules: RuleBook,
): Pick<ComingAct, 'at' | 'act' | 'rung'>[] {
  if (state === 'parked') return repairBy ? [{ at: repairBy, act: 'repair', rung: 'repair' }] : [];
  if (!(statesOfPhase[clock.phase] as readonly string[]).includes(state)) return [];
  const { result } = attempt(() => agenda(clock, rules.ladder(clock.ladder), rules.calendar(clock.calendar)));
  const grace = clock.graceUntil ? [{ at: clock.dueAt, act: 'grace' as const, rung: 'grace' }] : [];
  return [...grace, ...(result ?? [])];
}
