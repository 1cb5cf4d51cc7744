import type { ProcessAct } from '#libs/contracts';
import { say } from '#libs/domain';
import type { ActIntent, RoundDoc, Store } from '#libs/store';
import { recordAct } from './record-act.js';

type UnderWay = Pick<RoundDoc, '_id' | 'intents'>;

/**
 * Completes acts that were begun and never recorded: their workflow was terminated between the write on the obligations and the
 * record. Comes before what is due, because the next act takes over the obligations' `lastAct`; an act that is due again itself
 * is left to its repetition.
 */
export function cutActs(cohort: string, rounds: UnderWay[], due: ProcessAct[]): ProcessAct[] {
  const again = new Set(due.map(({ id }) => id));
  const cut = new Set(rounds.flatMap(({ intents }) => intents.map(({ id }) => id)).filter((id) => !again.has(id)));
  const [first] = cut;
  if (first === undefined) return [];
  const summary = say('act.record', { count: rounds.length });
  const args = { rounds: rounds.map(({ _id }) => _id), acts: [...cut], rest: due.length === 0 };
  return [{ id: `${cohort}|record|${first}`, kind: 'record', summary, args }];
}

/** At rest an intent under which nothing moved is dropped: no obligation stands at its instant any more, so none ever will move. */
export async function completeActs(store: Store, { args }: ProcessAct): Promise<void> {
  const rounds = { _id: { $in: args.rounds as string[] } };
  const cut = new Set(args.acts as string[]);
  const found = (await store.rounds.find(rounds, { projection: { intents: 1 } }).toArray()) as unknown as UnderWay[];
  const intents = new Map<string, ActIntent>();
  for (const one of found.flatMap((round) => round.intents ?? [])) if (cut.has(one.id)) intents.set(one.id, one);
  for (const intent of intents.values()) await recordAct(store, intent);
  if (!args.rest) return;
  await store.rounds.updateMany(rounds, { $pull: { intents: { id: { $in: [...cut] } } } } as never);
}
