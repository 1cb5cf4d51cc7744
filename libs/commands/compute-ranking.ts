import { isRefusal, rank, score } from '#libs/domain';
import { planOf, type Store } from '#libs/store';
import { onTimeRecords, pointsBySubject } from './score-sources.js';

/** One line of a ranking as it is kept with its ground: place, points, and where every point comes from. */
export interface RankingLine {
  place: number;
  unit: string;
  total: number | null;
  selfTotal: number | null;
  onTimeShare: number | null;
  tied: boolean;
  trace: unknown;
}

/** Ranks the units of a campaign from their self-scores, the verification and the deadline ledger, as they stand now. */
export async function computeRanking(store: Store, campaignId: string): Promise<RankingLine[]> {
  const { scoring: criteria } = await planOf(store, campaignId);
  const self = await pointsBySubject(store, campaignId, 'self_score');
  const verified = await pointsBySubject(store, campaignId, 'verification');
  const records = await onTimeRecords(store, campaignId);
  const scores = [...verified.keys()].flatMap((unit) => {
    const claims = Object.fromEntries((self.get(unit) ?? []).map(({ criterion, points }) => [criterion, points]));
    const found = Object.fromEntries(verified.get(unit)!.map(({ criterion, ...points }) => [criterion, points]));
    const record = records.get(unit) ?? { expected: 0, onTime: 0, late: 0, never: 0 };
    const scored = score(criteria, { unit, self: claims, verified: found, record });
    return isRefusal(scored) ? [] : [scored];
  });
  return rank(scores).map(({ place, score: { unit, total, selfTotal, onTimeShare, trace }, tied }) => ({
    place,
    unit,
    total,
    selfTotal,
    onTimeShare,
    tied,
    trace,
  }));
}
