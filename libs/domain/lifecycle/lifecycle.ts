import type { Audience } from '../ladder/ladder.types.js';
import type { PostRole } from '../units/unit.types.js';
import { refuse, type Refusal } from './refusal.js';

/**
 * The post that must move a state on: an audience of `docs/rules.md` (`focal` is the answering post), a post role,
 * `launching_officer` (the launching unit's focal post) or `secretary` (the council's `CouncilSpec.secretary`).
 */
export type StateOwner = Audience | PostRole | 'launching_officer' | 'secretary';

/** What runs while a state lasts. The first three are phases of `Clock`; the others name the instant that ends the wait. */
export type ClockName =
  | 'submission'
  | 'review'
  | 'resubmission'
  /** `opensAt` of a step, round or obligation. */
  | 'opening'
  /** An administrator's time to repair what was parked. */
  | 'repair'
  | 'planned_start'
  | 'campaign_end'
  | 'last_follow_up'
  | 'lock'
  | 'mail_slot'
  | 'claim_lease'
  | 'delivery_timeout'
  | 'session_time'
  | 'ballot_close'
  | 'minutes_due'
  | 'new_session_date';

export interface Lifecycle<State extends string = string, Command extends string = string> {
  name: string;
  initial: State;
  states: readonly State[];
  final: readonly State[];
  isFinal(state: State): boolean;
  /** The state after a command, or a refusal in words. */
  next(state: State, command: Command): State | Refusal;
  /** Commands the table knows in a state. */
  commands(state: State): Command[];
  /** States one can get to from `from` (the initial state when not given), `from` included. */
  reachable(from?: State): Set<State>;
  /** Null for a final state only. */
  ownerOf(state: State): StateOwner | null;
  clockOf(state: State): ClockName | null;
}

/** Omitting a non-final state in `ownerOf` or `clockOf` does not compile. */
export interface LifecycleFacts<State extends string, Final extends State> {
  initial: Exclude<State, Final>;
  final: readonly Final[];
  ownerOf: Record<Exclude<State, Final>, StateOwner>;
  clockOf: Record<Exclude<State, Final>, ClockName>;
}

type Row<State extends string, Command extends string> = Partial<Record<Command, State>>;

/**
 * A lifecycle is a table: state → command → next state. A final state is at rest: nobody owes anything. It may have a row
 * where a person can still take it back (`reopen`), or where news may come late (a mail that `bounce`s).
 */
export function lifecycle<State extends string, Command extends string, Final extends State>(
  name: string,
  table: Record<Exclude<State, Final>, Row<State, Command>> & Partial<Record<Final, Row<State, Command>>>,
  { initial, final, ownerOf, clockOf }: LifecycleFacts<State, Final>,
): Lifecycle<State, Command> {
  const rows = new Map(Object.entries(table) as [State, Row<State, Command>][]);
  const row = (state: State): Row<State, Command> => rows.get(state) ?? {};
  const isFinal = (state: State): boolean => (final as readonly State[]).includes(state);
  const fact = <T>(facts: Partial<Record<State, T>>, state: State): T | null => facts[state] ?? null;
  const built: Lifecycle<State, Command> = {
    name,
    initial,
    states: [...new Set([...rows.keys(), ...final])],
    final,
    isFinal,
    next: (state, command) =>
      row(state)[command] ?? refuse(isFinal(state) ? 'already-final' : 'illegal-step', { state, command }),
    commands: (state) => Object.keys(row(state)) as Command[],
    reachable: (from = initial) => {
      const seen = new Set<State>([from]);
      for (const state of seen) for (const to of Object.values(row(state)) as State[]) seen.add(to);
      return seen;
    },
    ownerOf: (state) => fact<StateOwner>(ownerOf as Partial<Record<State, StateOwner>>, state),
    clockOf: (state) => fact<ClockName>(clockOf as Partial<Record<State, ClockName>>, state),
  };
  return built;
}
