/** Items of one flight at most, and flights in the air at once. */
const SEATS = 64;
const FLIGHTS = 1;

interface Passenger<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets work that arrives side by side travel together: a flight leaves when the event loop has run through what is there, and while
 * one is in the air the next one gathers. A lone item never waits for time to pass, a rush shares its trips to the server.
 * Results come back in the order of the items.
 */
export class Flights<T, R> {
  private readonly waiting: Passenger<T, R>[] = [];
  private flying = 0;
  private called = false;

  constructor(private readonly fly: (items: T[]) => Promise<R[]>) {}

  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.call();
    });
  }

  private call(): void {
    if (this.called) return;
    this.called = true;
    setImmediate(() => {
      this.called = false;
      void this.depart();
    });
  }

  private async depart(): Promise<void> {
    if (this.flying >= FLIGHTS || this.waiting.length === 0) return;
    this.flying += 1;
    const aboard = this.waiting.splice(0, SEATS);
    try {
      const results = await this.fly(aboard.map(({ item }) => item));
      aboard.forEach(({ resolve }, n) => resolve(results[n]!));
    } catch (error) {
      for (const { reject } of aboard) reject(error);
    } finally {
      this.flying -= 1;
      this.call();
    }
  }
}
