import type { JournalDoc, PendingEvent } from './documents.js';
import { contentHash } from './hash.js';
import type { Store } from './store.js';

/** Before the first entry of every book. */
const GENESIS = '0'.repeat(64);

/** Where a book ends: the next entry hangs on `hash`. */
export interface BookHead {
  seq: number;
  hash: string;
}

export async function headOf(store: Store, book: string): Promise<BookHead> {
  const last = await store.journal.findOne({ book }, { sort: { seq: -1 }, projection: { seq: 1, hash: 1 } });
  return last ? { seq: last.seq, hash: last.hash } : { seq: 0, hash: GENESIS };
}

type Sealed = Omit<JournalDoc, '_id' | 'hash'>;

/** Everything an entry says, and the entry before it. */
const entryHash = ({ book, seq, eventId, type, at, actor, subject, data, prev }: Sealed): string =>
  contentHash({ book, seq, eventId, type, at, actor, subject, data, prev });

/** Hangs events on the head of a book, in the given order. Pure but for the hash. */
export function chain(book: string, head: BookHead, events: { subject: string; event: PendingEvent }[]): JournalDoc[] {
  let { seq, hash: prev } = head;
  return events.map(({ subject, event }) => {
    seq += 1;
    const { id: eventId, type, at, actor, data } = event;
    const sealed = { book, seq, eventId, type, at, actor, subject, data, prev };
    const hash = entryHash(sealed);
    prev = hash;
    return { _id: `${book}#${seq}`, ...sealed, hash };
  });
}

export interface Verification {
  book: string;
  entries: number;
  /** First entry that does not hang on the one before, or whose content was changed. */
  brokenAt: number | null;
  head: string;
}

/** Reads a book from its first entry and checks number, link and content of each. */
export async function verifyBook(store: Store, book: string): Promise<Verification> {
  let prev = GENESIS;
  let seq = 0;
  for await (const { _id, hash, ...sealed } of store.journal.find({ book }).sort({ seq: 1 })) {
    seq += 1;
    if (sealed.seq !== seq || sealed.prev !== prev || _id !== `${book}#${seq}` || entryHash(sealed) !== hash) {
      return { book, entries: seq, brokenAt: seq, head: prev };
    }
    prev = hash;
  }
  return { book, entries: seq, brokenAt: null, head: prev };
}
