/** One at a time; the others wait in the order they came, up to a number. */
export class Lane {
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly maxWaiting: number) {}

  /** @returns undefined when too many wait already */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.waiting > this.maxWaiting) return undefined;
    this.waiting += 1;
    const mine = this.last.then(work).finally(() => (this.waiting -= 1));
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
