import type { JournalDoc, Store } from '#libs/store';

/** Reads what was journaled since the last look, book by book. A book that ends with `closed` is not looked into again. */
export class JournalReader {
  private readonly read = new Map<string, number>();
  private readonly ended = new Set<string>();

  constructor(private readonly store: Store) {}

  /** Entries of these books that are new since the last look. */
  async news(books: Iterable<string>): Promise<JournalDoc[]> {
    const looks = [...books].filter((book) => !this.ended.has(book)).map((book) => this.after(book));
    const found = (await Promise.all(looks)).flat();
    for (const { book, seq, type } of found) {
      this.read.set(book, seq);
      if (type === 'closed') this.ended.add(book);
    }
    return found;
  }

  private async after(book: string): Promise<JournalDoc[]> {
    const filter = { book, seq: { $gt: this.read.get(book) ?? 0 } };
    return await this.store.journal
      .find(filter as never)
      .sort({ seq: 1 })
      .toArray();
  }
}
