import { rowOf, setRows, type ObligationDoc, type Store, type SubmissionDoc } from '#libs/store';
import type { Pending } from './pending.js';

/**
 * Brings the sheet rows up to what the events' documents say now. A person's act rewrites its row from the document; a mass
 * act moves many rows of the same version at once.
 * @returns rounds whose header has to be computed again
 */
export async function touchRows(store: Store, pending: Pending[]): Promise<string[]> {
  const rounds = new Set<string>();
  const decided = pending
    .filter(({ collection }) => collection === 'obligations')
    .map(({ document }) => document as ObligationDoc);
  const figures = await figuresOf(store, decided);
  await setRows(
    store,
    decided.map((obligation) => rowOf(obligation, figures.get(obligation.submission ?? '') ?? [])),
  );
  for (const { round } of decided) rounds.add(round);
  for (const { collection, document } of pending) {
    if (collection !== 'rounds') continue;
    for (const { type, data } of document.pending) {
      if (type !== 'act') continue;
      const patch = patchOf(data as unknown as ActData);
      if (!patch) continue;
      rounds.add(document._id);
      await movePairs(store, (data as unknown as ActData).obligations, patch);
    }
  }
  return [...rounds];
}

type Figures = NonNullable<SubmissionDoc['content']['figures']>;

/** Figures of the submissions that stand, by submission. */
async function figuresOf(store: Store, obligations: ObligationDoc[]): Promise<Map<string, Figures>> {
  const ids = obligations.flatMap(({ submission }) => submission ?? []);
  if (ids.length === 0) return new Map();
  const found = await store.submissions.find({ _id: { $in: ids } }, { projection: { 'content.figures': 1 } }).toArray();
  return new Map(found.map(({ _id, content }) => [_id, content.figures ?? []]));
}

interface ActData {
  acts: { act: string; at: Date }[];
  moved?: { phase?: string; dueAt: [Date, Date] };
  obligations: [string, number][];
}

/** What a mass act changes in a row; reminders change nothing, nor does a review clock: a row shows when the report is due. */
function patchOf({ acts, moved }: ActData): Record<string, unknown> | null {
  const patch: Record<string, unknown> = {};
  for (const { act, at } of acts) {
    if (act === 'open') patch.state = 'open';
    if (act === 'overdue') patch.overdueAt = at;
    if (act === 'lock') patch.state = 'lapsed';
    if (act === 'shift' && moved?.phase && moved.phase !== 'review') patch.dueAt = moved.dueAt[1];
  }
  return Object.keys(patch).length ? patch : null;
}

async function movePairs(store: Store, pairs: [string, number][], patch: Record<string, unknown>): Promise<void> {
  const byVersion = new Map<number, string[]>();
  for (const [id, version] of pairs) byVersion.set(version, [...(byVersion.get(version) ?? []), id]);
  for (const [version, ids] of byVersion) {
    await store.rows.updateMany(
      { _id: { $in: ids }, version: { $lt: version } },
      {
        $set: { ...patch, version },
      },
    );
  }
}
