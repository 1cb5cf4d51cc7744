import { Injectable } from '@nestjs/common';
import { Notices } from '#activities';
import { failpoint } from '#libs/config/failpoints.js';
import {
  chain,
  headOf,
  isDuplicateKey,
  refreshHeaders,
  Store,
  type BookHead,
  type CampaignDoc,
  type RecordedName,
} from '#libs/store';
import { noticesOfEvents } from './event-notices.js';
import type { Pending } from './pending.js';
import { touchRows } from './touch-rows.js';

/** First mark: journal, notices that follow from an event, rows and headers of sheets; each idempotent. */
@Injectable()
export class RecordEvents {
  private readonly heads = new Map<string, { epoch: number; head: BookHead }>();

  constructor(
    private readonly store: Store,
    private readonly notices: Notices,
  ) {}

  async record(book: string, epoch: number, pending: Pending[]): Promise<void> {
    await this.journal(book, epoch, pending);
    await this.notices.keep(noticesOfEvents(pending));
    const rounds = await touchRows(this.store, pending);
    if (rounds.length) {
      const campaign = (await this.store.campaigns.findOne(
        { _id: book },
        { projection: { plan: 1 } },
      )) as unknown as CampaignDoc;
      await refreshHeaders(this.store, rounds, campaign.plan, epoch);
    }
    failpoint('api.relayed');
    await this.clear(pending);
  }

  private async journal(book: string, epoch: number, pending: Pending[]): Promise<void> {
    const events = pending
      .flatMap(({ document }) => document.pending.map((event) => ({ subject: document._id, event })))
      .sort((a, b) => a.event.at.getTime() - b.event.at.getTime() || (a.event.id < b.event.id ? -1 : 1));
    const known = new Set(
      await this.store.journal.distinct('eventId', {
        book,
        eventId: { $in: events.map(({ event }) => event.id) },
      } as never),
    );
    const fresh = events.filter(
      ({ event }, n) => !known.has(event.id) && events.findIndex((one) => one.event.id === event.id) === n,
    );
    if (fresh.length === 0) return;
    const cached = this.heads.get(book);
    const head = cached?.epoch === epoch ? cached.head : await headOf(this.store, book);
    const entries = chain(book, head, fresh);
    try {
      await this.store.journal.insertMany(entries, { ordered: true });
    } catch (error) {
      this.heads.delete(book);
      // somebody else wrote this number or this event: the next look reads the book's end again
      if (isDuplicateKey(error)) throw new Error(`book ${book} moved on under epoch ${epoch}`, { cause: error });
      throw error;
    }
    const last = entries[entries.length - 1]!;
    this.heads.set(book, { epoch, head: { seq: last.seq, hash: last.hash } });
  }

  /** Documents that moved on meanwhile keep their events for the next look; what was recorded is known by id. */
  private async clear(pending: Pending[]): Promise<void> {
    const groups = new Map<string, { collection: RecordedName; version: number; ids: string[] }>();
    for (const { collection, document } of pending) {
      const key = `${collection}|${document.version}`;
      const group = groups.get(key) ?? { collection, version: document.version, ids: [] };
      group.ids.push(document._id);
      groups.set(key, group);
    }
    for (const { collection, version, ids } of groups.values()) {
      await this.store.recorded(collection).updateMany({ _id: { $in: ids }, version }, {
        $set: { pending: [], toNudge: true },
        $unset: { hasPending: 1 },
      } as never);
    }
  }
}
