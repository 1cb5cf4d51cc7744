import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { RECORDED, Store, type RecordedName } from '#libs/store';
import { BookLease } from './book-lease.js';
import { Dirty } from './dirty.js';
import { OutboxWatch } from './outbox-watch.js';
import type { Pending } from './pending.js';
import { RecordEvents } from './record-events.js';
import { TellWorkflows } from './tell-workflows.js';

export interface RelayOptions {
  /** Longest pause between looks when no change wakes it, milliseconds; default 500. A look costs five index reads. */
  sweepMs: number;
  /** How long a book stays ours without a beat, milliseconds of wall clock; default 5,000. Shorter: faster take-over. */
  leaseMs: number;
}
export const RELAY_OPTIONS = Symbol('RELAY_OPTIONS');

/** Documents read at once. */
const PAGE = 2_000;
/** Calm after a change before it is looked at, ms: what many people do at once is one batch. */
const LINGER_MS = 8;

/**
 * Carries events from their documents to journal, sheets and processes (core protocol 4). Recording raises nudges
 * in the records of processes and the other side tells their workflows: an outage of the engine never holds up journal or sheets.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Relay.name);
  private readonly owner = randomUUID();
  /** Where the change stream saw events. */
  private readonly changed = new Dirty(RECORDED);
  /** Whether nudges were raised since the telling side looked. */
  private readonly raised = new Dirty(['processes']);
  private readonly watch: OutboxWatch;
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly record: RecordEvents,
    private readonly workflows: TellWorkflows,
    @Inject(RELAY_OPTIONS) private readonly options: RelayOptions,
  ) {
    this.watch = new OutboxWatch(store, (collection) => this.changed.add(collection));
  }

  onApplicationBootstrap(): void {
    const lease = new BookLease(this.store, this.owner, this.options.leaseMs);
    this.watch.start();
    const recording = this.turn(this.changed, (collections) => this.recordAll(collections, lease), LINGER_MS);
    const telling = this.turn(this.raised, () => this.workflows.all());
    this.loop = Promise.all([recording, telling]).then(() => undefined);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.raised.wake();
    this.changed.wake();
    await this.watch.stop();
    await this.loop;
  }

  /** Runs one side for ever; a failure is logged and tried again, it never stops the other side. */
  private async turn<Name extends string>(
    dirty: Dirty<Name>,
    work: (names: Name[]) => Promise<void>,
    linger = 0,
  ): Promise<void> {
    let failures = 0;
    while (!this.stopping) {
      const collections = await dirty.next(this.options.sweepMs, linger);
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
      try {
        if (await this.record.record(book, epoch, documents)) this.raised.add('processes');
      } catch (error) {
        lease.forget(book);
        throw error;
      }
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
