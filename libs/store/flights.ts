/** Items of one flight at most, and flights in the air at once. */
const SEATS = 64;
const FLIGHTS = 1;

interface Passenger<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets work that arrives side by side travel together: while two flights are in the air the next ones gather, so a lone item
 * never waits and a rush shares its trips to the server. Results come back in the order of the items.
 */
export class Flights<T, R> {
  private readonly waiting: Passenger<T, R>[] = [];
  private flying = 0;

  constructor(private readonly fly: (items: T[]) => Promise<R[]>) {}

  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
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
      void this.depart();
    }
  }
}
