import {
  amendedFigures,
  namedTotals,
  type AmendedFigure,
  type CampaignPlan,
  type Figure,
  type Total,
} from '#libs/domain';
import type { SheetRowDoc, SnapshotContent, SnapshotDoc } from './documents.js';
import { contentHash } from './hash.js';
import { rowsOf, standingOf } from './sheets.js';
import { insertMissing, type Store } from './store.js';

/** Keeps the sheets of rounds that are over, each once: what changes later is a delta beside it, never another snapshot. */
export async function keepSnapshots(store: Store, rounds: readonly string[], plan: CampaignPlan): Promise<void> {
  const known: string[] = await store.snapshots.distinct('_id', { _id: { $in: rounds } } as never);
  const fresh = rounds.filter((round) => !known.includes(round));
  const rows = fresh.length ? await rowsOf(store, fresh) : [];
  const snapshots = [];
  for (const round of fresh) {
    const content = await contentOf(
      store,
      round,
      plan,
      rows.filter((row) => row.round === round),
    );
    snapshots.push({ _id: round, campaign: plan.code, hash: contentHash(content), content });
  }
  await insertMissing(store.snapshots, snapshots);
}

async function contentOf(
  store: Store,
  round: string,
  { targets }: CampaignPlan,
  rows: SheetRowDoc[],
): Promise<SnapshotContent> {
  const ids = rows.map(({ _id }) => _id);
  const obligations = await store.obligations.find({ _id: { $in: ids } }, { projection: { submission: 1 } }).toArray();
  const submissions = new Map(obligations.map(({ _id, submission }) => [_id, submission]));
  const reported = new Set(rows.flatMap(({ figures }) => figures.map(({ target }) => target)));
  const facts = [...rows]
    .sort((a, b) => (a._id < b._id ? -1 : 1))
    .map(({ _id, unit, state, submittedAt, onTime, nil, returns, overdueAt, targets: asked }) => ({
      ...{ _id, unit, state, submittedAt, onTime, nil, returns, overdueAt, targets: asked },
      submission: submissions.get(_id) ?? null,
    }));
  return madeAgain(store, { round, targets: targets.filter(({ id }) => reported.has(id)), rows: facts });
}

/** The content with its totals, from the immutable submissions it names and nothing else. */
async function madeAgain(
  store: Store,
  { round, targets, rows }: Omit<SnapshotContent, 'totals'>,
): Promise<SnapshotContent> {
  const standing = await standingOf(store, rows);
  const whole = rows.map((row) => {
    const { figures, at } = standing.get(row.submission) ?? { figures: [], at: null };
    return { ...row, figures, handedInAt: at };
  });
  return { round, targets, rows, totals: namedTotals(targets, whole) };
}

export interface ReadSnapshot extends Omit<SnapshotDoc, '_id'> {
  /** Hash of the same content made again now from the submissions it names. */
  madeAgain: string;
  /** Where the sheet has moved since. */
  deltas: AmendedFigure[];
}

/** A snapshot with the proof that it can be made again, and what later corrections changed. @returns null before the round is over */
export async function readSnapshot(store: Store, round: string): Promise<ReadSnapshot | null> {
  const [kept, header] = await Promise.all([
    store.snapshots.findOne({ _id: round }),
    store.headers.findOne({ _id: round }, { projection: { totals: 1 } }),
  ]);
  if (!kept) return null;
  const { campaign, hash, content } = kept as unknown as SnapshotDoc;
  const again = contentHash(await madeAgain(store, content));
  const ids = content.targets.map(({ id }) => id);
  const now = ((header?.totals ?? []) as unknown as Total[]).map(asFigure);
  return { campaign, hash, madeAgain: again, deltas: amendedFigures(ids, content.totals.map(asFigure), now), content };
}

const asFigure = ({ target, value, numerator, denominator }: Total): Figure => ({
  target,
  value,
  ...(numerator !== undefined && { numerator, denominator }),
  status: 'final',
});
