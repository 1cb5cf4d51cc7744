import { Flights, type Store } from '#libs/store';

/**
 * Where the time comes from. Nothing else in the house reads a clock.
 * `stepped` time is one uncached, monotonic document that a driver moves (core protocol 6).
 */
export abstract class Clock {
  abstract readonly stepped: boolean;
  abstract now(): Promise<Date>;

  /**
   * The time after work that began at `at`, for a process that was awake all along: stepped time stands still meanwhile (core protocol 6),
   * so it need not be asked again.
   */
  after(at: Date): Date {
    return this.stepped ? at : new Date();
  }

  /** Milliseconds a process may sleep until `at`; null (until a nudge) when there is nothing to wait for or time is stepped. */
  sleep(at: Date | null, now: Date): number | null {
    if (at === null || this.stepped) return null;
    return Math.max(1, at.getTime() - now.getTime());
  }
}

/** Stepped time before its driver began: there is no instant to judge anything by. */
export class ClockNotSet extends Error {
  constructor() {
    super('Stepped time has no instant yet: the driver sets it before anything starts.');
    this.name = 'ClockNotSet';
  }
}

export class RealClock extends Clock {
  readonly stepped = false;

  now(): Promise<Date> {
    return Promise.resolve(new Date());
  }
}

export class SteppedClock extends Clock {
  readonly stepped = true;

  /** Questions asked side by side share a read; each is answered by one that began after it. */
  private readonly reads = new Flights<null, Date>(async (asked) => {
    const at = await this.read();
    return asked.map(() => at);
  });

  constructor(private readonly store: Store) {
    super();
  }

  now(): Promise<Date> {
    return this.reads.add(null);
  }

  private async read(): Promise<Date> {
    const now = await this.store.clock.findOne({ _id: 'now' });
    if (!now) throw new ClockNotSet();
    return now.at;
  }

  /** Moves time forward, never back. @returns the instant that now holds */
  async moveTo(at: Date): Promise<Date> {
    const moved = { upsert: true, returnDocument: 'after' } as const;
    const now = await this.store.clock.findOneAndUpdate({ _id: 'now' }, { $max: { at } }, moved);
    return now!.at;
  }
}
