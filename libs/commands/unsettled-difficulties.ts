import { wordsBefore } from '#libs/domain';
import type { ObligationDoc, Store, SubmissionDoc } from '#libs/store';
import { difficultyPrefix } from './settle-difficulties.js';

/** Items that a submission raised and that are not owed as it says. */
export interface UnsettledItems {
  submission: string;
  keys: string[];
}

interface Said {
  submission: string;
  attempt: number;
  at: Date;
  text: string;
}

/**
 * What a report raised and nobody owes an answer to as it says: there is no obligation, no round for it, or words that it does not bear. Of an
 * item that was said more than once the last time counts. Whether the report was returned or taken back since makes no difference.
 * @param submissions of this report that were taken, in any order
 */
export async function unsettledDifficulties(
  store: Store,
  report: ObligationDoc,
  submissions: readonly SubmissionDoc[],
): Promise<UnsettledItems[]> {
  const said = new Map<string, Said>();
  for (const { _id, attempt, at, content } of [...submissions].sort((a, b) => a.attempt - b.attempt))
    for (const [key, text] of Object.entries(content.difficulties ?? {}))
      said.set(key, { submission: _id, attempt, at, text });
  const settled = await settledKeys(store, report, said);
  const open = [...said].filter(([key]) => !settled.has(key));
  return [...new Set(open.map(([, { submission }]) => submission))].map((submission) => ({
    submission,
    keys: open.flatMap(([key, one]) => (one.submission === submission ? [key] : [])),
  }));
}

async function settledKeys(
  store: Store,
  report: ObligationDoc,
  said: ReadonlyMap<string, Said>,
): Promise<ReadonlySet<string>> {
  const prefix = difficultyPrefix(report);
  const ids = [...said.keys()].map((key) => prefix + key);
  const items = (await store.obligations.find({ _id: { $in: ids } }).toArray()) as unknown as ObligationDoc[];
  const noteThen = ({ difficulty }: ObligationDoc): string =>
    wordsBefore(difficulty!, said.get(difficulty!.key)!.at).note.id;
  const [rounds, notes] = await Promise.all([
    store.rounds.distinct('_id', { _id: { $in: items.map(({ round }) => round) } }),
    store.notes.find({ _id: { $in: items.map(noteThen) } }).toArray(),
  ]);
  const [known, words] = [new Set(rounds), new Map(notes.map(({ _id, text }) => [_id, text]))];
  const holds = (item: ObligationDoc): boolean => {
    const { attempt, text } = said.get(item.difficulty!.key)!;
    const heard = Math.max(0, ...item.difficulty!.words.map((one) => one.attempt ?? 0));
    const stood = words.get(noteThen(item));
    // words that were erased are not said again either (as in settleDifficulties)
    return known.has(item.round) && (attempt <= heard || stood === undefined || stood === text);
  };
  return new Set(items.filter(holds).map(({ difficulty }) => difficulty!.key));
}
