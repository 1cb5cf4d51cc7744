import { consolidate, isFinal, type CampaignPlan } from '#libs/domain';
import type { ObligationDoc, SheetHeaderDoc, SheetRowDoc } from './documents.js';
import { insertMissing, type Store } from './store.js';
import { updateByMap, type Change } from './update-by-map.js';

/** The sheet's line of an obligation, from the document as it stands. */
export function rowOf(o: ObligationDoc, figures: SheetRowDoc['figures']): SheetRowDoc {
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
    version: o.version,
  };
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

/** The header as its rows make it; also the oracle that `reconcile` compares the stored one with. */
export async function computeHeader(
  store: Store,
  round: RoundKey,
  plan: CampaignPlan,
  epoch: number,
): Promise<SheetHeaderDoc> {
  const rows = (await store.rows.find({ round: round._id }).toArray()) as unknown as SheetRowDoc[];
  return headerOf(round, countsOf(rows, plan), epoch);
}

const headerOf = ({ _id, campaign, step, level, collector }: RoundKey, counts: Counts, epoch: number) => ({
  ...{ _id, campaign, step, level, collector },
  ...counts,
  epoch,
});

/** What a header says about its rows. */
type Counts = Omit<SheetHeaderDoc, keyof RoundKey | 'epoch'>;

function countsOf(unsorted: SheetRowDoc[], plan: CampaignPlan): Counts {
  const rows = [...unsorted].sort((a, b) => (a._id < b._id ? -1 : 1));
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row.state] = (counts[row.state] ?? 0) + 1;
  const live = rows.filter((row) => row.state !== 'excused');
  const count = (test: (row: SheetRowDoc) => boolean): number => live.filter(test).length;
  const reported = new Set(rows.flatMap((row) => row.figures.map((figure) => figure.target)));
  const targets = plan.targets.filter((target) => reported.has(target.id));
  const asked = new Map(live.map((row) => [row.unit, new Set(row.targets)]));
  return {
    expected: live.length,
    counts,
    onTime: count((row) => row.onTime === true),
    late: count((row) => row.onTime === false),
    nil: count((row) => row.nil),
    returned: count((row) => row.returns > 0),
    overdue: count((row) => row.overdueAt !== null),
    open: count((row) => !isFinal(row.state)),
    totals: targets.length
      ? consolidate(targets, live, [...asked.keys()], (target, unit) => asked.get(unit)?.has(target.id) ?? false)
      : [],
  };
}

/** Recomputes the headers of rounds whose rows changed; an older owner of the book never overwrites a newer one's. */
export async function refreshHeaders(
  store: Store,
  roundIds: string[],
  plan: CampaignPlan,
  epoch: number,
): Promise<void> {
  const rows = (await store.rows
    .find({ round: { $in: roundIds } }, { projection: { ancestors: 0 } })
    .toArray()) as unknown as SheetRowDoc[];
  const byRound = new Map<string, SheetRowDoc[]>(roundIds.map((id) => [id, []]));
  for (const row of rows) byRound.get(row.round)!.push(row);
  const counts = new Map([...byRound].map(([id, ofRound]) => [id, countsOf(ofRound, plan)]));
  const changes = [...counts].map(([id, set]) => [id, { set: { ...set, epoch } }] as [string, Change]);
  const known = await updateByMap(store.headers, new Map(changes), { epoch: { $lte: epoch } });
  if (known === changes.length) return;
  // a header that is missing is made; one of a newer owner stays
  const projection = { campaign: 1, step: 1, level: 1, collector: 1 };
  const rounds = await store.rounds.find({ _id: { $in: roundIds } }, { projection }).toArray();
  await insertMissing(
    store.headers,
    rounds.map((round) => headerOf(round, counts.get(round._id)!, epoch)),
  );
}
