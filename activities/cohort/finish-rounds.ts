import { say } from '#libs/domain';
import type { ProcessAct } from '#libs/contracts';
import { recordOnce, type Store } from '#libs/store';

/** Rounds of a cohort in which nobody owes anything any more, as one act. */
export async function settledRounds(store: Store, cohort: string): Promise<ProcessAct[]> {
  const rounds = await store.rounds.find({ cohort, state: { $ne: 'finished' } } as never, { projection: { _id: 1 } }).toArray();
  if (rounds.length === 0) return [];
  const owing = new Set(await store.obligations.distinct('round', { cohort, settled: false } as never));
  const settled = rounds.map(({ _id }) => _id).filter((id) => !owing.has(id));
  if (settled.length === 0) return [];
  const summary = say('act.finish', { count: settled.length });
  return [{ id: `${cohort}|finish|${settled.length}`, kind: 'finish', summary, args: { rounds: settled } }];
}

/** Marks rounds finished and says so in the journal; the campaign wakes on it. */
export async function finishRounds(store: Store, rounds: string[], now: Date): Promise<number> {
  for (const id of rounds) {
    const event = { id: `${id}|finished`, type: 'round_finished', at: now, actor: { post: null, person: null }, data: { round: id } };
    await recordOnce(store, 'rounds', id, event, { state: 'finished' }, { state: { $ne: 'finished' } });
  }
  return rounds.length;
}
