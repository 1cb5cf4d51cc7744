import type { ProcessAct } from '#libs/contracts';
import { say } from '#libs/domain';
import { recordEach, type PendingEvent, type RoundDoc, type Store } from '#libs/store';

type RoundOfCohort = Pick<RoundDoc, '_id' | 'state' | 'intents'>;

/** Rounds of a cohort that still move: not finished, or holding an act under way. */
export async function movingRounds(store: Store, cohort: string): Promise<RoundOfCohort[]> {
  const moving = { cohort, $or: [{ state: { $ne: 'finished' } }, { 'intents.0': { $exists: true } }] };
  return await store.rounds.find(moving as never, { projection: { state: 1, intents: 1 } }).toArray();
}

/** Those among the rounds in which nobody owes anything any more. */
export async function settledRounds(store: Store, cohort: string, rounds: RoundOfCohort[]): Promise<string[]> {
  const owed = [{ $match: { cohort, settled: false } }, { $group: { _id: '$round' } }];
  const owing = new Set((await store.obligations.aggregate<{ _id: string }>(owed).toArray()).map(({ _id }) => _id));
  return rounds.filter(({ _id, state }) => state !== 'finished' && !owing.has(_id)).map(({ _id }) => _id);
}

export function finishAct(cohort: string, settled: string[]): ProcessAct[] {
  if (settled.length === 0) return [];
  const summary = say('act.finish', { count: settled.length });
  return [
    { id: `${cohort}|finish|${settled[0]!}|${settled.length}`, kind: 'finish', summary, args: { rounds: settled } },
  ];
}

/** Marks rounds finished and says so in the journal; the campaign wakes on it. */
export async function finishRounds(store: Store, rounds: string[], now: Date): Promise<void> {
  const events = rounds.map((id): [string, PendingEvent] => [
    id,
    {
      id: `${id}|finished`,
      type: 'round_finished',
      at: now,
      actor: { post: null, person: null },
      data: { round: id },
    },
  ]);
  await recordEach(store, 'rounds', new Map(events), {
    set: { state: 'finished' },
    only: { state: { $ne: 'finished' } },
  });
}
