import { verifyBook } from '#libs/store';
import type { CheckContext } from '../check.js';
import { finding, type Look } from '../finding.js';

/** Every book hangs together from its first entry to its last. */
export async function checkJournal({ store }: CheckContext): Promise<Look> {
  const look: Look = { checked: 0, found: [] };
  const books: string[] = await store.journal.distinct('book');
  for (const book of books) {
    const { entries, brokenAt } = await verifyBook(store, book);
    look.checked += entries;
    if (brokenAt === null) continue;
    look.found.push(
      finding('journal-broken', { subject: book, campaign: null, mend: null, data: { brokenAt, entries } }),
    );
  }
  return look;
}
