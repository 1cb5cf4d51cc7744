import { kindFacts, type ObligationKind, type OnTimeRecord, type SaidScore } from '#libs/domain';
import type { ObligationDoc, Store } from '#libs/store';

/** Points as they stand handed in, by unit. @param subject one unit alone */
export async function pointsBySubject(
  store: Store,
  campaign: string,
  kind: 'self_score' | 'verification',
  subject?: string,
): Promise<Map<string, SaidScore[]>> {
  const of = { campaign, kind, submission: { $ne: null }, ...(subject !== undefined && { subject }) };
  const obligations = (await store.obligations
    .find(of as never, { projection: { subject: 1, submission: 1 } })
    .toArray()) as unknown as Pick<ObligationDoc, 'subject' | 'submission'>[];
  const submissions = await store.submissions
    .find({ _id: { $in: obligations.map((one) => one.submission!) } })
    .toArray();
  const contents = new Map(submissions.map(({ _id, content }) => [_id, content]));
  return new Map(
    obligations.map(({ subject, submission }) => [subject, (contents.get(submission!)?.scores ?? []) as SaidScore[]]),
  );
}

/** Reports and pledges of each unit that were due: on time, late, never; excused ones do not count. @param subject one unit alone */
export async function onTimeRecords(
  store: Store,
  campaign: string,
  subject?: string,
): Promise<Map<string, OnTimeRecord>> {
  const counted = (Object.keys(kindFacts) as ObligationKind[]).filter((kind) => kindFacts[kind].counted);
  const filter = {
    campaign,
    kind: { $in: counted },
    state: { $nin: ['excused', 'scheduled'] },
    ...(subject !== undefined && { subject }),
  };
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
