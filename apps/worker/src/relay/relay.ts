import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Store, type RecordedName } from '#libs/store';
import { BookLease } from './book-lease.js';
import { Dirty } from './dirty.js';
import { OutboxWatch } from './outbox-watch.js';
import { NudgeEvents } from './nudge-events.js';
import type { Pending } from './pending.js';
import { RecordEvents } from './record-events.js';

export interface RelayOptions {
  /** Longest pause between looks when no change wakes it, milliseconds; default 500. A look costs four index reads. */
  sweepMs: number;
  /** How long a book stays ours without a beat, milliseconds of wall clock; default 5,000. Shorter: faster take-over. */
  leaseMs: number;
}
export const RELAY_OPTIONS = Symbol('RELAY_OPTIONS');

/** Documents read at once. */
const PAGE = 2_000;

/**
 * Carries events from their documents to journal, sheets and processes (core protocol 4). Recording and nudging are two
 * marks: an outage of the engine never holds up journal or sheets.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Relay.name);
  private readonly owner = randomUUID();
  /** Where processes have to be woken since the nudging side looked. */
  private readonly recorded = new Dirty();
  /** Where the change stream saw events. */
  private readonly changed = new Dirty();
  private readonly watch: OutboxWatch;
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly record: RecordEvents,
    private readonly nudge: NudgeEvents,
    @Inject(RELAY_OPTIONS) private readonly options: RelayOptions,
  ) {
    this.watch = new OutboxWatch(store, (collection) => this.changed.add(collection));
  }

  onApplicationBootstrap(): void {
    const lease = new BookLease(this.store, this.owner, this.options.leaseMs);
    this.watch.start();
    const recording = this.turn(this.changed, (collections) => this.recordAll(collections, lease));
    const nudging = this.turn(this.recorded, (collections) => this.nudge.all(collections));
    this.loop = Promise.all([recording, nudging]).then(() => undefined);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.recorded.wake();
    this.changed.wake();
    await this.watch.stop();
    await this.loop;
  }

  /** Runs one side for ever; a failure is logged and tried again, it never stops the other side. */
  private async turn(dirty: Dirty, work: (collections: RecordedName[]) => Promise<void>): Promise<void> {
    let failures = 0;
    while (!this.stopping) {
      const collections = await dirty.next(this.options.sweepMs);
      try {
        await work(collections);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (!this.stopping) this.log.warn(`relay: ${(error as Error).message}`);
        await pause(Math.min(2_000, 30 * 2 ** failures));
        for (const collection of collections) dirty.add(collection);
      }
    }
  }

  private async recordAll(collections: RecordedName[], lease: BookLease): Promise<void> {
    const pending: Pending[] = [];
    for (const collection of collections) {
      const found = await this.store
        .recorded(collection)
        .find({ hasPending: true } as never)
        .limit(PAGE)
        .toArray();
      for (const document of found) pending.push({ collection, document });
      if (found.length === PAGE) this.changed.add(collection);
    }
    const books = groupBy(pending, bookOf);
    for (const [book, documents] of books) {
      const epoch = await lease.hold(book);
      if (epoch === null) continue;
      for (const collection of await this.record.record(book, epoch, documents)) this.recorded.add(collection);
    }
  }
}

const bookOf = ({ document }: Pending): string => document.book;

function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
