import { contentHash, verifyBook, type Store } from '#libs/store';
import type { Answer } from '../../apps/cli/src/demo/hand.js';

/** A report as its unit sent it, under the key it kept while it tried, and what it was answered in the end. */
export interface SentReport {
  obligation: string;
  key: string;
  content: { figures: object[]; narrative: string };
  answer: Answer;
}

const inOneForm = (value: unknown): string => contentHash(value);

/** @returns in words, what of the answered reports is not there exactly once and as it was sent */
export async function keptAsSent(store: Store, sent: readonly SentReport[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { obligation, key, content, answer } of sent) {
    const say = (what: string): void => void wrong.push(`${obligation}: ${what}`);
    const owed = (await store.obligations.findOne({ _id: obligation }))!;
    const kept = await store.submissions.find({ obligation }).toArray();
    const events = await store.journal.find({ subject: obligation, type: 'submitted' }).toArray();
    const row = await store.rows.findOne({ _id: obligation });
    if (kept.length !== 1) say(`${kept.length} submissions`);
    if (events.length !== 1) say(`${events.length} entries in the journal`);
    if (owed.commands.filter((one) => one.key === key).length !== 1) say('its key is not kept once');
    if (owed.state !== 'submitted' || owed.attempt !== 1) say(`is ${owed.state} after attempt ${owed.attempt}`);
    if (row?.state !== 'submitted') say(`stands as ${row?.state} in the sheet`);
    const [submission] = kept;
    if (!submission) continue;
    const { form: _, ...stored } = submission.content;
    if (inOneForm(stored) !== inOneForm(content)) say('is not what was sent');
    const hash = contentHash({ obligation, attempt: 1, content: submission.content });
    const told = answer.body['contentHash'];
    if (submission.contentHash !== hash || told !== hash)
      say(`hash ${hash}, kept ${submission.contentHash}, told ${String(told)}`);
    if (owed.submission !== submission._id) say(`names ${owed.submission}`);
  }
  for (const book of await store.journal.distinct('book', {})) {
    const { brokenAt } = await verifyBook(store, String(book));
    if (brokenAt !== null) wrong.push(`book ${String(book)} is broken from entry ${brokenAt}`);
  }
  return wrong;
}
