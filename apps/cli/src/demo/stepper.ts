import type { SteppedClock } from '#libs/clock';
import { RECORDED, type ProcessDoc, type RecordedName, type Store } from '#libs/store';
import type { Engine } from '#libs/temporal';
import { Unrest } from './unrest.js';

/** How long work may go on at one stepped instant before the driver says what it waits for; wall clock. */
const PATIENCE_MS = 120_000;
/** Shortest and longest wait before a look, ms: where nobody listens, and where a word is waited for that may be lost. */
const BLIND = { first: 20, longest: 120, longer: 1.3 };
const LISTENING = { first: 60, longest: 1_000, longer: 2 };
/** Pause between two attempts to wake who still sleeps past its time, ms. */
const ROUSE_MS = 600;
/** Outboxes that fill most often come first: where one is found, the others are not asked. */
const OFTEN: RecordedName[] = ['obligations', 'rounds'];
const SELDOM = RECORDED.filter((name) => !OFTEN.includes(name));

/**
 * Drives stepped time (core protocol 6): it moves to the next instant only when everything due has drained, the processes looked at twice;
 * then wakes what is due. Works the same while processes are killed and restarted around it.
 */
export class Stepper {
  private at = new Date(0);
  /** Processes that have not finished, as they stood when the world last came to rest. */
  private rest: Sleeping[] = [];

  /** @param unrest tells when a look is worth while; one that was not started only lets the time between looks pass */
  constructor(
    private readonly store: Store,
    private readonly clock: SteppedClock,
    private readonly engine: Engine,
    private readonly unrest = new Unrest(store),
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

  /** Earliest instant any process waits for, as the world stood when it last came to rest. */
  get nextWake(): Date | null {
    const instants = this.rest.flatMap(({ sleepsUntil }) => sleepsUntil?.getTime() ?? []);
    return instants.length ? new Date(Math.min(...instants)) : null;
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
    const began = Date.now();
    let roused = began;
    const { first, longest, longer } = this.unrest.listening ? LISTENING : BLIND;
    for (let wait = first; ; wait = Math.min(longest, wait * longer)) {
      await this.unrest.over(wait);
      const left = await this.unfinished().catch((error: unknown) => [(error as Error).message]);
      if (left.length === 0) return this.unrest.forget();
      const now = Date.now();
      if (now - began > PATIENCE_MS) throw new Error(`time stands still: ${left.join('; ')}`);
      if (now - roused < ROUSE_MS) continue;
      roused = now;
      // whoever read the time just before it moved would sleep on
      await this.rouse().catch(() => undefined);
    }
  }

  /**
   * Something that still has to happen before time may move, in words; empty when drained. Drained is: every process at rest, then no
   * outbox filled, then every process at rest with the same turn as before, so that nobody filled one in between. Notices and
   * mails need no look of their own: the record of the dispatch that has to send them is awake until they are settled.
   */
  private async unfinished(): Promise<string[]> {
    // looks that come too early end here: one entry of an index, not every process
    const busy = await this.store.processes.findOne({ awake: true }, { projection: { _id: 1 } });
    if (busy) return [`process ${busy._id}`];
    const before = await this.records();
    const awake = before.find((record) => isAwake(record, this.at));
    if (awake) return [`process ${awake._id}`];
    for (const names of [OFTEN, SELDOM]) {
      const filled = (await Promise.all(names.map((name) => this.filled(name)))).flat();
      if (filled.length) return filled;
    }
    this.rest = await this.records();
    return turnsOf(before) === turnsOf(this.rest) ? [] : ['a process that woke meanwhile'];
  }

  private async filled(name: RecordedName): Promise<string[]> {
    const one = await this.store.recorded(name).findOne({ hasPending: true } as never, { projection: { _id: 1 } });
    return one ? [`events of ${name} ${one._id}`] : [];
  }

  private async records(): Promise<Sleeping[]> {
    const projection = { turn: 1, nudge: 1, awake: 1, sleepsUntil: 1 };
    const unfinished = { $or: [{ finished: false }, { awake: true }] };
    return this.store.processes.find(unfinished as never, { projection }).toArray();
  }
}

type Sleeping = Pick<ProcessDoc, '_id' | 'turn' | 'nudge' | 'awake' | 'sleepsUntil'>;

/** Not at rest: examining, nudged since, or past its own waking time. */
const isAwake = ({ awake, sleepsUntil }: Sleeping, now: Date): boolean =>
  awake || (sleepsUntil !== null && sleepsUntil <= now);

/** Changes whenever a process is nudged or looks. */
const turnsOf = (records: Sleeping[]): string =>
  records
    .map(({ _id, turn, nudge }) => `${_id}:${turn}:${nudge}`)
    .sort()
    .join(' ');
