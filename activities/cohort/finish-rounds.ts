import type { ProcessAct } from '#libs/contracts';
import { say } from '#libs/domain';
import { recordEach, type PendingEvent, type Store } from '#libs/store';

/** Rounds of a cohort that are not finished, and those among them in which nobody owes anything any more. */
export async function roundsOf(store: Store, cohort: string): Promise<{ open: number; settled: string[] }> {
  const [rounds, owing] = await Promise.all([
    store.rounds.find({ cohort, state: { $ne: 'finished' } }, { projection: { _id: 1 } }).toArray(),
    store.obligations.distinct('round', { cohort, settled: false }),
  ]);
  const busy = new Set(owing);
  return { open: rounds.length, settled: rounds.map(({ _id }) => _id).filter((id) => !busy.has(id)) };
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
