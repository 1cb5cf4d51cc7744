import { recordEach, type ObligationDoc, type PendingEvent, type Store } from '#libs/store';
import type { ActFacts } from './due-acts.js';

type Acted = Pick<ObligationDoc, '_id' | 'round' | 'version'>;

/**
 * Last part of a mass act: one event per round listing the pairs (obligation, version), read back from what carries the act's
 * id, so a worker that died before it is finished by the next one. The round's state follows what was done.
 */
export async function recordAct(store: Store, act: string, { entries, at, until }: ActFacts): Promise<number> {
  const acted = (await store.obligations
    .find({ lastAct: act } as never, { projection: { round: 1, version: 1 } })
    .toArray()) as unknown as Acted[];
  if (acted.length === 0) return 0;
  const speaking = entries.filter(({ audience }) => audience.length > 0);
  const state = entries.some((entry) => entry.act === 'lock')
    ? 'locked'
    : entries.some((entry) => entry.act === 'open')
      ? 'open'
      : null;
  const events = [...byRound(acted)].map(([round, obligations]): [string, PendingEvent] => [
    round,
    {
      id: `${act}|${round}`,
      type: 'act',
      at: until,
      actor: { post: null, person: null },
      data: {
        acts: entries.map((entry) => ({ act: entry.act, rung: entry.rung, at: entry.at })),
        skipped: speaking.slice(0, -1).map(({ rung }) => rung),
        obligations: obligations.map(({ _id, version }) => [_id, version]),
      },
    },
  ]);
  await recordEach(store, 'rounds', new Map(events), {
    set: state ? { state } : {},
    act: { id: act, at, recorded: act },
    only: { 'acts.id': act, 'acts.recorded': { $ne: act } },
  });
  return acted.length;
}

function byRound(acted: Acted[]): Map<string, Acted[]> {
  const rounds = new Map<string, Acted[]>();
  for (const one of acted) rounds.set(one.round, [...(rounds.get(one.round) ?? []), one]);
  return rounds;
}
