import { isRefusal, kindFacts, rank, score, type ObligationKind, type OnTimeRecord } from '#libs/domain';
import { planOf, type ObligationDoc, type Store } from '#libs/store';

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

type Points = { criterion: string; points: number; reason?: string }[];

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

async function pointsBySubject(store: Store, campaign: string, kind: ObligationKind): Promise<Map<string, Points>> {
  const obligations = (await store.obligations
    .find({ campaign, kind, submission: { $ne: null } } as never, { projection: { subject: 1, submission: 1 } })
    .toArray()) as unknown as Pick<ObligationDoc, 'subject' | 'submission'>[];
  const submissions = await store.submissions
    .find({ _id: { $in: obligations.map((one) => one.submission!) } })
    .toArray();
  const contents = new Map(submissions.map(({ _id, content }) => [_id, content]));
  return new Map(
    obligations.map(({ subject, submission }) => [subject, (contents.get(submission!)?.scores ?? []) as Points]),
  );
}

/** Reports and pledges of each unit that were due: on time, late, never; excused ones do not count. */
async function onTimeRecords(store: Store, campaign: string): Promise<Map<string, OnTimeRecord>> {
  const counted = (Object.keys(kindFacts) as ObligationKind[]).filter((kind) => kindFacts[kind].counted);
  const filter = { campaign, kind: { $in: counted }, state: { $nin: ['excused', 'scheduled'] } };
  const owed = (await store.obligations
    .find(filter as never, { projection: { subject: 1, onTime: 1, settled: 1, overdueAt: 1 } })
    .toArray()) as unknown as Pick<ObligationDoc, 'subject' | 'onTime' | 'settled' | 'overdueAt'>[];
  const records = new Map<string, OnTimeRecord>();
  for (const { subject, onTime, settled, overdueAt } of owed) {
    if (onTime === null && !settled && overdueAt === null) continue; // not due yet
    const record = records.get(subject) ?? { expected: 0, onTime: 0, late: 0, never: 0 };
    record.expected += 1;
    record[onTime === null ? 'never' : onTime ? 'onTime' : 'late'] += 1;
    records.set(subject, record);
  }
  return records;
}
