/** Items of one flight at most, where nothing else is said, and flights in the air at once. */
const SEATS = 64;
const FLIGHTS = 1;

export interface FlightPlan {
  /** Items of one flight at most. */
  seats?: number;
  /** How long a flight that isn't full waits while more is on its way, milliseconds; default 0. */
  waitMs?: number;
  /** Whether more is on its way. */
  more?: () => boolean;
}

interface Passenger<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets work that arrives side by side travel together: a flight leaves when the event loop has run through what is there, and while
 * one is in the air the next one gathers. A lone item never waits for time to pass (but for what is on its way, if it may), a rush shares its trips to the
 * server. Results come back in the order of the items.
 */
export class Flights<T, R> {
  private readonly waiting: Passenger<T, R>[] = [];
  private flying = 0;
  private called = false;

  private waits: NodeJS.Timeout | undefined;
  private readonly plan: Required<FlightPlan>;

  constructor(
    private readonly fly: (items: T[]) => Promise<R[]>,
    plan: FlightPlan = {},
  ) {
    this.plan = { seats: SEATS, waitMs: 0, more: () => false, ...plan };
  }

  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.call();
    });
  }

  private call(): void {
    if (this.called || this.waiting.length === 0) return;
    const { seats, waitMs, more } = this.plan;
    if (waitMs > 0 && this.waiting.length < seats && more()) this.waits ??= setTimeout(() => this.board(), waitMs);
    else this.board();
  }

  private board(): void {
    clearTimeout(this.waits);
    this.waits = undefined;
    this.called = true;
    setImmediate(() => {
      this.called = false;
      void this.depart();
    });
  }

  private async depart(): Promise<void> {
    if (this.flying >= FLIGHTS || this.waiting.length === 0) return;
    this.flying += 1;
    const aboard = this.waiting.splice(0, this.plan.seats);
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
