import { namedTotals, sheetCounts, type CampaignPlan, type SheetCounts, type Total } from '#libs/domain';
import type { ObligationDoc, SheetHeaderDoc, SheetRowDoc, SubmissionDoc } from './documents.js';
import { insertMissing, type Store } from './store.js';
import { updateByMap, type Change } from './update-by-map.js';

/** What of a submission stands in its unit's row. */
export interface Standing {
  figures: SheetRowDoc['figures'];
  at: Date | null;
}
const NOTHING: Standing = { figures: [], at: null };

/** The sheet's line of an obligation, from the document as it stands and the submission that stands. */
export function rowOf(o: ObligationDoc, { figures, at } = NOTHING): SheetRowDoc {
  return {
    _id: o._id,
    round: o.round,
    campaign: o.campaign,
    unit: o.subject,
    ancestors: o.ancestors,
    state: o.state,
    submittedAt: o.submittedAt,
    onTime: o.onTime,
    nil: o.nil,
    returns: o.returns,
    dueAt: o.clock.phase === 'review' ? o.deadlines[o.deadlines.length - 1]!.dueAt : o.clock.dueAt,
    overdueAt: o.overdueAt,
    targets: [...o.targets, ...o.consolidatedTargets],
    figures,
    handedInAt: at,
    version: o.version,
  };
}

/** Submissions remembered; they never change, and one is asked for when it comes in, is received and is judged. */
const REMEMBERED = 5_000;
const memories = new WeakMap<Store, Map<string | null, Standing>>();

/** What stands of these obligations' submissions, by submission. */
export async function standingOf(
  store: Store,
  obligations: readonly Pick<ObligationDoc, 'submission'>[],
): Promise<ReadonlyMap<string | null, Standing>> {
  const memory = memories.get(store) ?? new Map<string | null, Standing>();
  memories.set(store, memory);
  const ids = obligations.flatMap(({ submission }) => submission ?? []);
  const known = new Map(ids.flatMap((id) => (memory.has(id) ? [[id, memory.get(id)!] as const] : [])));
  const read = await readStanding(
    store,
    ids.filter((id) => !known.has(id)),
  );
  if (memory.size + read.size > REMEMBERED) memory.clear();
  for (const [id, standing] of read) memory.set(id, standing);
  return new Map([...known, ...read]);
}

async function readStanding(store: Store, ids: string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const found = (await store.submissions
    .find({ _id: { $in: ids } }, { projection: { 'content.figures': 1, at: 1 } })
    .toArray()) as unknown as Pick<SubmissionDoc, '_id' | 'at' | 'content'>[];
  return new Map(found.map(({ _id, at, content }) => [_id, { figures: content.figures ?? [], at }]));
}

/** Sets rows, each unless a newer version of it is there. */
export async function setRows(store: Store, rows: SheetRowDoc[]): Promise<void> {
  if (rows.length === 0) return;
  const changes = rows.map(
    ({ _id, ...set }) => [_id, { set, when: { version: 'older', than: set.version } }] as [string, Change],
  );
  const known = await updateByMap(store.rows, new Map(changes));
  if (known < rows.length) await insertMissing(store.rows, rows);
}

type RoundKey = Pick<SheetHeaderDoc, '_id' | 'campaign' | 'step' | 'level' | 'collector'>;

/** The header as its rows make it, counted anew: what `reconcile` compares the stored one with. */
export async function computeHeader(
  store: Store,
  round: RoundKey,
  plan: CampaignPlan,
  epoch: number,
): Promise<SheetHeaderDoc> {
  return headerOf(round, sheetCounts(plan.targets, await rowsOf(store, [round._id])), epoch);
}

const headerOf = ({ _id, campaign, step, level, collector }: RoundKey, counts: SheetCounts, epoch: number) => ({
  ...{ _id, campaign, step, level, collector },
  ...counts,
  epoch,
});

/** Whole rows of rounds, without the tree above them. */
export async function rowsOf(store: Store, rounds: readonly string[]): Promise<SheetRowDoc[]> {
  const filter = { round: { $in: rounds } } as never;
  return await store.rows.find(filter, { projection: { ancestors: 0 } }).toArray();
}

/** Totals of rounds together with everybody who is missing by name. @returns cost O(rows): for a page that shows them */
export async function totalsOf(
  store: Store,
  rounds: readonly string[],
  plan: Pick<CampaignPlan, 'targets'>,
): Promise<Total[]> {
  return namedTotals(plan.targets, await rowsOf(store, rounds));
}

/** Counts the headers of rounds anew from all their rows. */
export async function refreshHeaders(
  store: Store,
  roundIds: string[],
  plan: CampaignPlan,
  epoch: number,
): Promise<void> {
  const byRound = new Map<string, SheetRowDoc[]>(roundIds.map((id) => [id, []]));
  for (const row of await rowsOf(store, roundIds)) byRound.get(row.round)!.push(row);
  const counts = [...byRound].map(([id, rows]) => [id, sheetCounts(plan.targets, rows)] as const);
  await writeHeaders(store, new Map(counts), epoch);
}

/**
 * Sets the headers of rounds; an older owner of the book never overwrites a newer one's.
 * @returns false when a newer owner's header stands: then the book is no longer ours
 */
export async function writeHeaders(
  store: Store,
  counts: ReadonlyMap<string, SheetCounts>,
  epoch: number,
): Promise<boolean> {
  const changes = [...counts].map(([id, set]) => [id, { set: { ...set, epoch } }] as [string, Change]);
  const known = await updateByMap(store.headers, new Map(changes), { epoch: { $lte: epoch } });
  if (known === changes.length) return true;
  const projection = { campaign: 1, step: 1, level: 1, collector: 1 };
  const rounds = await store.rounds.find({ _id: { $in: [...counts.keys()] } }, { projection }).toArray();
  const made = await insertMissing(
    store.headers,
    rounds.map((round) => headerOf(round, counts.get(round._id)!, epoch)),
  );
  return known + made === changes.length;
}
