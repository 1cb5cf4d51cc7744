import { setTimeout as pause } from 'node:timers/promises';
import type { SteppedClock } from '#libs/clock';
import { INSTANT_SLOT } from '#libs/contracts';
import { RECORDED, type Store } from '#libs/store';
import type { Engine } from '#libs/temporal';

/** How long work may go on at one stepped instant before the driver says what it waits for; wall clock. */
const PATIENCE_MS = 120_000;
/** Pause between looks, ms. */
const LOOK_MS = 8;

/**
 * Drives stepped time (core protocol 6): it moves to the next instant only when everything due has drained, looked at twice;
 * then wakes what is due. Works the same while processes are killed and restarted around it.
 */
export class Stepper {
  private at = new Date(0);

  constructor(
    private readonly store: Store,
    private readonly clock: SteppedClock,
    private readonly engine: Engine,
  ) {}

  /** Sets the first instant, or goes on from the one that is there. */
  async begin(at: Date): Promise<Date> {
    this.at = await this.clock.moveTo(at);
    return this.at;
  }

  /** The instant that holds; only this driver moves it. */
  get now(): Date {
    return this.at;
  }

  /** Earliest instant any process waits for. */
  async nextWake(): Promise<Date | null> {
    const [first] = await this.store.processes
      .find({ sleepsUntil: { $ne: null } } as never, { projection: { sleepsUntil: 1 } })
      .sort({ sleepsUntil: 1 })
      .limit(1)
      .toArray();
    return first?.sleepsUntil ?? null;
  }

  /** Moves time and wakes what has become due. */
  async stepTo(at: Date): Promise<void> {
    const now = await this.begin(at);
    const due = await this.store.processes
      .find({ sleepsUntil: { $ne: null, $lte: now } } as never, { projection: { _id: 1 } })
      .toArray();
    await this.engine.nudgeAll(due.map(({ _id }) => _id));
  }

  /** Waits until nothing is left to do at this instant. @throws when it does not come to rest, naming what is left */
  async settle(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    let quiet = 0;
    while (quiet < 2) {
      const left = await this.unfinished().catch((error: unknown) => [(error as Error).message]);
      quiet = left.length === 0 ? quiet + 1 : 0;
      if (quiet < 2 && Date.now() > deadline) throw new Error(`time stands still: ${left.join('; ')}`);
      if (left.length) await pause(LOOK_MS);
    }
  }

  /** Something that still has to happen before time may move, in words; empty when drained. Asks the likeliest first. */
  async unfinished(): Promise<string[]> {
    const { store, at: now } = this;
    const process = await store.processes.findOne(awake(now) as never, { projection: { _id: 1 } });
    if (process) return [`process ${process._id}`];
    const outbox = { $or: [{ hasPending: true }, { toNudge: true }] };
    const waiting = { state: 'waiting', $or: [{ slot: INSTANT_SLOT }, { slotAt: { $ne: null, $lte: now } }] };
    const found = await Promise.all([
      ...RECORDED.map((name) => store.recorded(name).findOne(outbox as never, { projection: { _id: 1 } })),
      store.notices.findOne(waiting as never, { projection: { _id: 1 } }),
      store.messages.findOne({ state: { $in: ['ready', 'claimed', 'sending'] } } as never, { projection: { _id: 1 } }),
    ]);
    const names = [...RECORDED, 'notices', 'messages'];
    return found.flatMap((one, n) => (one ? [`${names[n]} ${one._id}`] : []));
  }
}

/** A record that is not at rest: examining, nudged since, or past its own waking time. */
const awake = (now: Date) => ({ $or: [{ awake: true }, { sleepsUntil: { $ne: null, $lte: now } }] });
