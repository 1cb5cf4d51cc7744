import { setTimeout as pause } from 'node:timers/promises';
import type { SteppedClock } from '#libs/clock';
import { RECORDED, type Store } from '#libs/store';
import type { Engine } from '#libs/temporal';

/** How long work may go on at one stepped instant before the driver says what it waits for; wall clock. */
const PATIENCE_MS = 120_000;
/** Shortest and longest pause between looks, ms: most instants are over soon, long ones are not worth asking about often. */
const LOOK_MS = 10;
const LOOK_CAP_MS = 60;
/** Looks between two attempts to wake who still sleeps past its time. */
const ROUSE_EVERY = 15;

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

  /**
   * Earliest instant any process waits for. A signal that comes while its process looks makes it look once more after it lay
   * down, and a process that looks names no instant: so each record is read once, and counts only when it is not awake.
   */
  async nextWake(): Promise<Date | null> {
    for (;;) {
      const records = await this.store.processes
        .find({ finished: false } as never, { projection: { awake: 1, sleepsUntil: 1 } })
        .toArray();
      if (!records.some((record) => record.awake)) {
        const instants = records.flatMap(({ sleepsUntil }) => sleepsUntil?.getTime() ?? []);
        return instants.length ? new Date(Math.min(...instants)) : null;
      }
      await this.settle();
    }
  }

  /** Moves time and wakes what has become due. @returns whether anything had */
  async stepTo(at: Date): Promise<boolean> {
    await this.begin(at);
    return this.rouse();
  }

  /** Wakes whoever sleeps past its time; raised once, its nudge keeps a process awake until it has looked. */
  private async rouse(): Promise<boolean> {
    const due = await this.store.processes
      .find({ awake: false, sleepsUntil: { $ne: null, $lte: this.at } } as never, { projection: { _id: 1 } })
      .toArray();
    const deadline = Date.now() + PATIENCE_MS;
    for (let woken = due.length === 0; !woken;) {
      woken = await this.engine.nudgeAll(due.map(({ _id }) => _id)).then(
        () => true,
        (error: unknown) => {
          if (Date.now() > deadline) throw error; // until then the engine may be restarting
          return false;
        },
      );
    }
    return due.length > 0;
  }

  /** Waits until nothing is left to do at this instant. @throws when it does not come to rest, naming what is left */
  async settle(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    let quiet = 0;
    let wait = LOOK_MS;
    for (let looks = 1; quiet < 2; looks += 1) {
      const left = await this.unfinished().catch((error: unknown) => [(error as Error).message]);
      quiet = left.length === 0 ? quiet + 1 : 0;
      if (quiet < 2 && Date.now() > deadline) throw new Error(`time stands still: ${left.join('; ')}`);
      if (left.length === 0) continue;
      await pause(wait);
      wait = Math.min(LOOK_CAP_MS, wait * 1.3);
      // whoever read the time just before it moved would sleep on
      if (looks % ROUSE_EVERY === 0) await this.rouse().catch(() => undefined);
    }
  }

  /**
   * Something that still has to happen before time may move, in words; empty when drained. Notices and mails need no look of
   * their own: the record of the dispatch that has to send them is awake until they are settled.
   */
  async unfinished(): Promise<string[]> {
    const process = await this.store.processes.findOne(awake(this.at) as never, { projection: { _id: 1 } });
    if (process) return [`process ${process._id}`];
    const flags = ['hasPending', 'toNudge'];
    const looks = RECORDED.flatMap((name) =>
      flags.map(async (flag) => {
        const one = await this.store.recorded(name).findOne({ [flag]: true } as never, { projection: { _id: 1 } });
        return one ? [`${flag} of ${name} ${one._id}`] : [];
      }),
    );
    return (await Promise.all(looks)).flat();
  }
}

/** A record that is not at rest: examining, nudged since, or past its own waking time. */
const awake = (now: Date) => ({ $or: [{ awake: true }, { sleepsUntil: { $ne: null, $lte: now } }] });
