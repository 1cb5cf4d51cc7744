import { settleDifficulties, unsettledDifficulties } from '#libs/commands';
import type { ObligationDoc, SubmissionDoc } from '#libs/store';
import { each, type CheckContext } from '../check.js';
import { finding, type Found, type Look } from '../finding.js';

/** Reports looked at side by side. */
const WIDTH = 8;

/**
 * What a report raised is owed by somebody, in a round, in the words it said last, whatever became of the report since (decision 031); and
 * every answer that is owed speaks of a report that is there. Which submissions were taken stands in the journal.
 */
export async function checkDifficulties(context: CheckContext): Promise<Look> {
  const { store } = context;
  const cancelled = new Set(await store.campaigns.distinct('_id', { state: 'cancelled' } as never));
  const taken = (await store.journal
    .find({ type: 'submitted', 'data.difficulties': { $gt: 0 } } as never, {
      projection: { book: 1, subject: 1, data: 1 },
    })
    .toArray()) as unknown as { book: string; subject: string; data: { submission: string } }[];
  const byReport = new Map<string, string[]>();
  for (const { subject, data } of taken.filter(({ book }) => !cancelled.has(book)))
    byReport.set(subject, [...(byReport.get(subject) ?? []), data.submission]);
  const judged = await each([...byReport], WIDTH, ([report, ids]) => unsettled(context, report, ids));
  const stray = await strayAnswers(context, cancelled);
  return { checked: byReport.size + stray.checked, found: [...judged.flat(), ...stray.found] };
}

async function unsettled({ store }: CheckContext, id: string, ids: string[]): Promise<Found[]> {
  const report = (await store.obligations.findOne({ _id: id })) as unknown as ObligationDoc | null;
  if (!report) return []; // its answers are found below
  const submissions = (await store.submissions.find({ _id: { $in: ids } }).toArray()) as unknown as SubmissionDoc[];
  const open = await unsettledDifficulties(store, report, submissions);
  if (open.length === 0) return [];
  const keys = open.flatMap((one) => one.keys);
  const mend = async (): Promise<void> => {
    for (const { submission } of open) await settleDifficulties(store, submission);
  };
  const data = { count: keys.length, keys: keys.join(', ') };
  return [
    finding('difficulty-unsettled', { subject: id, campaign: report.campaign, mark: keys.join(' '), data, mend }),
  ];
}

/** Answers whose report is gone: who raised it still waits, so a person has to look. */
async function strayAnswers({ store }: CheckContext, cancelled: ReadonlySet<string>): Promise<Look> {
  const answers = (await store.obligations
    .find({ kind: 'answer' } as never, { projection: { campaign: 1, 'difficulty.report': 1 } })
    .toArray()) as unknown as Pick<ObligationDoc, '_id' | 'campaign' | 'difficulty'>[];
  const named = [...new Set(answers.flatMap(({ difficulty }) => difficulty?.report ?? []))];
  const there = new Set(await store.obligations.distinct('_id', { _id: { $in: named } }));
  const stray = answers.filter(
    ({ campaign, difficulty }) => difficulty && !there.has(difficulty.report) && !cancelled.has(campaign),
  );
  return {
    checked: answers.length,
    found: stray.map(({ _id: subject, campaign, difficulty }) =>
      finding('difficulty-stray', { subject, campaign, mend: null, data: { report: difficulty!.report } }),
    ),
  };
}
