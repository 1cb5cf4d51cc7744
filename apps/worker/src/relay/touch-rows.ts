import { rowOf, setRows, standingOf, type ObligationDoc, type SheetRowDoc, type Store } from '#libs/store';
import type { Pending } from './pending.js';

/** What the rows of sheets have become, for those who keep their headers. */
export interface TouchedRows {
  /** Rounds whose header has changed. */
  rounds: Set<string>;
  /** Rows written whole. */
  rows: SheetRowDoc[];
  /** Rows of which a mass act changed some facts. */
  moved: MovedRows[];
}

export interface MovedRows {
  round: string;
  /** Obligation and the version it has from this act. */
  pairs: [string, number][];
  patch: Partial<Pick<SheetRowDoc, 'state' | 'overdueAt' | 'dueAt'>>;
}

/**
 * Brings the sheet rows up to what the events' documents say now. A person's act rewrites its row from the document; a mass
 * act moves many rows of the same version at once.
 */
export async function touchRows(store: Store, pending: Pending[]): Promise<TouchedRows> {
  const decided = pending
    .filter(({ collection }) => collection === 'obligations')
    .map(({ document }) => document as ObligationDoc);
  const standing = await standingOf(store, decided);
  const rows = decided.map((obligation) => rowOf(obligation, standing.get(obligation.submission)));
  await setRows(store, rows);
  const moved = pending.flatMap(movedBy);
  for (const one of moved) await movePairs(store, one);
  return { rounds: new Set([...rows, ...moved].map(({ round }) => round)), rows, moved };
}

interface ActData {
  acts: { act: string; at: Date }[];
  moved?: { phase?: string; dueAt: [Date, Date]; heals?: boolean };
  obligations: [string, number][];
}

/** The mass acts that an event of a round tells of. */
function movedBy({ collection, document }: Pending): MovedRows[] {
  if (collection !== 'rounds') return [];
  return document.pending
    .filter(({ type }) => type === 'act')
    .flatMap(({ data }) => {
      const act = data as unknown as ActData;
      const patch = patchOf(act);
      return Object.keys(patch).length ? [{ round: document._id, pairs: act.obligations, patch }] : [];
    });
}

/** What a mass act changes in a row; reminders change nothing, nor does a review clock: a row shows when the report is due. */
function patchOf({ acts, moved }: ActData): MovedRows['patch'] {
  const patch: MovedRows['patch'] = {};
  for (const { act, at } of acts) {
    if (act === 'open') patch.state = 'open';
    if (act === 'overdue') patch.overdueAt = at;
    if (act === 'lock') patch.state = 'lapsed';
    if (act === 'shift' && moved?.phase && moved.phase !== 'review') patch.dueAt = moved.dueAt[1];
    if (act === 'shift' && moved?.heals) patch.overdueAt = null;
  }
  return patch;
}

async function movePairs(store: Store, { pairs, patch }: MovedRows): Promise<void> {
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
