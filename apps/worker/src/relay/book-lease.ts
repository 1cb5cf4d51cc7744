import { isDuplicateKey, type Store } from '#libs/store';

/**
 * One relay owns a book at a time. Every change of owner raises the epoch, which fences headers; the journal itself is fenced
 * by its unique (book, seq). Leases run on the wall clock, also when time is stepped.
 */
export class BookLease {
  private readonly held = new Map<string, { epoch: number; until: number }>();

  constructor(
    private readonly store: Store,
    private readonly owner: string,
    private readonly leaseMs: number,
  ) {}

  /** @returns the epoch under which we own the book, or null while somebody else does */
  async hold(book: string): Promise<number | null> {
    const mine = this.held.get(book);
    if (mine && mine.until - Date.now() > this.leaseMs / 2) return mine.epoch;
    const now = Date.now();
    const until = new Date(now + this.leaseMs);
    const renewed = await this.store.books.findOneAndUpdate(
      { _id: book, owner: this.owner },
      { $set: { until } },
      { returnDocument: 'after' },
    );
    const taken = renewed ?? (await this.take(book, now, until));
    if (!taken) {
      this.held.delete(book);
      return null;
    }
    this.held.set(book, { epoch: taken.epoch, until: until.getTime() });
    return taken.epoch;
  }

  /** Asks the store again before the next work on this book: something said that it may not be ours. */
  forget(book: string): void {
    this.held.delete(book);
  }

  private async take(book: string, now: number, until: Date) {
    try {
      return await this.store.books.findOneAndUpdate(
        { _id: book, until: { $lt: new Date(now) } },
        { $set: { owner: this.owner, until }, $inc: { epoch: 1 } },
        { upsert: true, returnDocument: 'after' },
      );
    } catch (error) {
      if (isDuplicateKey(error)) return null; // the book is held by another relay
      throw error;
    }
  }
}
