import { recordEach, type ActIntent, type ObligationDoc, type PendingEvent, type Store } from '#libs/store';

type Acted = Pick<ObligationDoc, '_id' | 'round' | 'version'>;

/**
 * Last part of a mass act: one event per round listing the pairs (obligation, version), read back from what carries the act's
 * id, so an act that was cut before it is completed by whoever comes next. The round's state follows what was done.
 * @returns how many obligations carry the act
 */
export async function recordAct(store: Store, intent: ActIntent): Promise<number> {
  const { id, until, acts, skipped } = intent;
  const acted = (await store.obligations
    .find({ lastAct: id } as never, { projection: { round: 1, version: 1 } })
    .toArray()) as unknown as Acted[];
  if (acted.length === 0) return 0;
  const state = stateAfter(acts);
  const events = [...byRound(acted)].map(([round, obligations]): [string, PendingEvent] => [
    round,
    {
      id: `${id}|${round}`,
      type: 'act',
      at: until,
      actor: { post: null, person: null },
      data: { acts, skipped, obligations: obligations.map(({ _id, version }) => [_id, version]) },
    },
  ]);
  await recordEach(store, 'rounds', new Map(events), {
    set: state ? { state } : {},
    intent: id,
    only: { 'intents.id': id },
  });
  return acted.length;
}

function stateAfter(acts: ActIntent['acts']): 'locked' | 'open' | null {
  if (acts.some(({ act }) => act === 'lock')) return 'locked';
  return acts.some(({ act }) => act === 'open') ? 'open' : null;
}

function byRound(acted: Acted[]): Map<string, Acted[]> {
  const rounds = new Map<string, Acted[]>();
  for (const one of acted) rounds.set(one.round, [...(rounds.get(one.round) ?? []), one]);
  return rounds;
}
