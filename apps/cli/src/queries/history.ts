import type { JournalDoc, ObligationDoc, Store } from '#libs/store';

/**
 * The journal of a campaign, or of one obligation: what was said of it, and the mass acts of its round that name it.
 * @returns null when neither is known under this id
 */
export async function historyOf(store: Store, id: string): Promise<JournalDoc[] | null> {
  if (await store.campaigns.findOne({ _id: id }, { projection: { _id: 1 } })) return read(store, { book: id });
  const obligation = (await store.obligations.findOne(
    { _id: id },
    { projection: { book: 1, round: 1 } },
  )) as unknown as Pick<ObligationDoc, 'book' | 'round'> | null;
  if (!obligation) return null;
  const { book, round } = obligation;
  const entries = await read(store, { book, subject: { $in: [id, round] } });
  return entries.filter((entry) => entry.subject === id || names(entry, id));
}

/** Titles of the steps that entries are about; ids of rounds and obligations begin with (campaign, step). */
export async function titlesOf(store: Store, entries: JournalDoc[]): Promise<(entry: JournalDoc) => string> {
  const book = entries[0]?.book;
  const found = book === undefined ? null : await store.campaigns.findOne({ _id: book }, { projection: { plan: 1 } });
  const titles = new Map((found?.plan.steps ?? []).map(({ id, title }) => [id, title]));
  return ({ subject, data }) => titles.get((data.step as string | undefined) ?? subject.split('.')[1] ?? '') ?? '';
}

/** Does a mass act's list of pairs (obligation, version) hold this one? */
const names = ({ data }: JournalDoc, id: string): boolean =>
  Array.isArray(data.obligations) && (data.obligations as [string, number][]).some(([obligation]) => obligation === id);

async function read(store: Store, filter: Record<string, unknown>): Promise<JournalDoc[]> {
  return await store.journal
    .find(filter as never)
    .sort({ seq: 1 })
    .toArray();
}
