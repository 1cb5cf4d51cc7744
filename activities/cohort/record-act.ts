import { recordEach, type ActIntent, type ObligationDoc, type PendingEvent, type Store } from '#libs/store';

type Acted = Pick<ObligationDoc, '_id' | 'round' | 'version'>;

/**
 * Last part of a mass act: one event per round listing the pairs (obligation, version), read back from what carries the act's
 * id, so an act that was cut before it is completed by whoever comes next. The round's state follows what was done.
 * @param known all that carry the act, where the caller has just moved them itself
 * @returns how many obligations carry the act
 */
export async function recordAct(store: Store, intent: ActIntent, known?: Acted[]): Promise<number> {
  const { id, until, acts, skipped, moved } = intent;
  const acted = known ?? (await carrying(store, id));
  if (acted.length === 0) return 0;
  const state = stateAfter(acts);
  const events = [...byRound(acted)].map(([round, obligations]): [string, PendingEvent] => [
    round,
    {
      id: `${id}|${round}`,
      type: 'act',
      at: until,
      actor: { post: null, person: null },
      data: {
        acts,
        skipped,
        obligations: obligations.map(({ _id, version }) => [_id, version]),
        ...(moved && { moved }),
      },
    },
  ]);
  await recordEach(store, 'rounds', new Map(events), {
    set: state ? { state } : {},
    intent: id,
    only: { 'intents.id': id },
  });
  return acted.length;
}

async function carrying(store: Store, act: string): Promise<Acted[]> {
  const projection = { round: 1, version: 1 };
  return await store.obligations.find({ lastAct: act } as never, { projection }).toArray();
}

function stateAfter(acts: ActIntent['acts']): 'locked' | 'open' | null {
  if (acts.some(({ act }) => act === 'lock')) return 'locked';
  return acts.some(({ act }) => act === 'open') ? 'open' : null;
}

function byRound(acted: Acted[]): Map<string, Acted[]> {
  const rounds = new Map<string, Acted[]>();
  for (const one of acted) {
    const known = rounds.get(one.round);
    if (known) known.push(one);
    else rounds.set(one.round, [one]);
  }
  return rounds;
}
