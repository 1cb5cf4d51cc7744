import { consolidate, isFinal, type CampaignPlan } from '#libs/domain';
import type { ObligationDoc, SheetHeaderDoc, SheetRowDoc } from './documents.js';
import { isDuplicateKey, type Store } from './store.js';

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

/** Sets a row unless a newer version of it is there. */
export async function setRow(store: Store, row: SheetRowDoc): Promise<void> {
  const { _id, ...fields } = row;
  try {
    await store.rows.updateOne({ _id, version: { $lt: row.version } } as never, { $set: fields }, { upsert: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error; // a newer row exists: it says more than this one
  }
}

/** The header as its rows make it; also the oracle that `reconcile` compares the stored one with. */
export async function computeHeader(
  store: Store,
  round: Pick<SheetHeaderDoc, '_id' | 'campaign' | 'step' | 'level' | 'collector'>,
  plan: CampaignPlan,
  epoch: number,
): Promise<SheetHeaderDoc> {
  const rows = (await store.rows.find({ round: round._id }).sort({ _id: 1 }).toArray()) as unknown as SheetRowDoc[];
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row.state] = (counts[row.state] ?? 0) + 1;
  const live = rows.filter((row) => row.state !== 'excused');
  const count = (test: (row: SheetRowDoc) => boolean): number => live.filter(test).length;
  const reported = new Set(rows.flatMap((row) => row.figures.map((figure) => figure.target)));
  const targets = plan.targets.filter((target) => reported.has(target.id));
  const asked = new Map(live.map((row) => [row.unit, row.targets]));
  return {
    _id: round._id,
    campaign: round.campaign,
    step: round.step,
    level: round.level,
    collector: round.collector,
    expected: live.length,
    counts,
    onTime: count((row) => row.onTime === true),
    late: count((row) => row.onTime === false),
    nil: count((row) => row.nil),
    returned: count((row) => row.returns > 0),
    overdue: count((row) => row.overdueAt !== null),
    open: count((row) => !isFinal(row.state)),
    totals: targets.length ? consolidate(targets, live, [...asked.keys()], (target, unit) => asked.get(unit)?.includes(target.id) ?? false) : [],
    epoch,
  };
}

/** Recomputes the headers of rounds whose rows changed; an older owner of the book never overwrites a newer one's. */
export async function refreshHeaders(store: Store, roundIds: string[], plan: CampaignPlan, epoch: number): Promise<SheetHeaderDoc[]> {
  const rounds = await store.rounds.find({ _id: { $in: roundIds } }).toArray();
  const headers: SheetHeaderDoc[] = [];
  for (const round of rounds) {
    const { _id, ...fields } = await computeHeader(store, round, plan, epoch);
    headers.push({ _id, ...fields });
    try {
      await store.headers.updateOne({ _id, epoch: { $lte: epoch } } as never, { $set: fields }, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  return headers;
}
