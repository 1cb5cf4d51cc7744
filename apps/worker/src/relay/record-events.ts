import { Injectable } from '@nestjs/common';
import { dispatchesOf, Notices } from '#activities';
import { settleCovenant, settleDifficulties } from '#libs/commands';
import { failpoint } from '#libs/config/failpoints.js';
import {
  chain,
  headOf,
  isDuplicateKey,
  keepSnapshots,
  markRecorded,
  planOf,
  raiseNudges,
  RECORDED,
  Store,
  writeHeaders,
  type BookHead,
  type ObligationDoc,
  type PendingEvent,
} from '#libs/store';
import { climb } from './climb.js';
import { Concerned } from './concerned.js';
import { noticesOfEvents } from './event-notices.js';
import { KeptSheets } from './kept-sheets.js';
import type { Pending } from './pending.js';
import { ReportsAbove } from './reports-above.js';
import { touchRows, type TouchedRows } from './touch-rows.js';

/** Event ids remembered for one book before its journal is asked again. */
const REMEMBERED = 20_000;

/** A book as its owner knows it. */
interface OpenBook {
  epoch: number;
  head: BookHead;
  known: Set<string>;
  sheets: KeptSheets;
  reports: ReportsAbove;
}

/** First mark: journal, notices that follow from an event, rows and headers of sheets; each idempotent. */
@Injectable()
export class RecordEvents {
  private readonly books = new Map<string, OpenBook>();

  constructor(
    private readonly store: Store,
    private readonly notices: Notices,
    private readonly concerned: Concerned,
  ) {}

  /** @returns whether nudges were raised, so that workflows have to be told */
  async record(book: string, epoch: number, pending: Pending[]): Promise<boolean> {
    await this.journal(book, epoch, pending);
    const [kept, touched] = await Promise.all([
      this.notices.keep(noticesOfEvents(pending)),
      touchRows(this.store, pending),
    ]);
    await this.sheets(book, epoch, touched, pending);
    await Promise.all(covenantsOf(pending).map((id) => settleCovenant(this.store, id)));
    for (const submission of raisingIn(pending)) await settleDifficulties(this.store, submission);
    const over = roundsFinished(pending);
    if (over.length) await keepSnapshots(this.store, over, await planOf(this.store, book));
    failpoint('api.relayed');
    return this.clear(pending, dispatchesOf(kept));
  }

  private async sheets(book: string, epoch: number, touched: TouchedRows, pending: Pending[]): Promise<void> {
    if (touched.rounds.size === 0) return;
    const { sheets, reports } = this.books.get(book)!;
    const plan = await planOf(this.store, book);
    const headers = await sheets.headers(touched, plan);
    if (!(await writeHeaders(this.store, headers, epoch))) {
      this.books.delete(book);
      throw new Error(`book ${book} has another owner than epoch ${epoch}`);
    }
    if (plan.steps.some(({ duties }) => duties.some(({ consolidates }) => consolidates)))
      await climb(this.store, reports, headers, obligationsOf(pending), latestOf(pending));
  }

  private async journal(book: string, epoch: number, pending: Pending[]): Promise<void> {
    const events = pending
      .flatMap(({ document }) => document.pending.map((event) => ({ subject: document._id, event })))
      .sort((a, b) => a.event.at.getTime() - b.event.at.getTime() || (a.event.id < b.event.id ? -1 : 1));
    const open = await this.bookUnder(book, epoch, events);
    const fresh = events.filter(
      ({ event }, n) => !open.known.has(event.id) && events.findIndex((one) => one.event.id === event.id) === n,
    );
    if (fresh.length === 0) return;
    const entries = chain(book, open.head, fresh);
    try {
      await this.store.journal.insertMany(entries, { ordered: true });
    } catch (error) {
      this.books.delete(book);
      // somebody else wrote this number or this event: the next look reads the book's end again
      if (isDuplicateKey(error)) throw new Error(`book ${book} moved on under epoch ${epoch}`, { cause: error });
      throw error;
    }
    const last = entries[entries.length - 1]!;
    for (const { event } of fresh) open.known.add(event.id);
    open.head = { seq: last.seq, hash: last.hash };
  }

  /**
   * Where the book ends, and which events it holds already. While the book is ours only we write in it, so both are
   * remembered; the unique (book, event) and (book, seq) catch the case that it is not.
   */
  private async bookUnder(book: string, epoch: number, events: { event: PendingEvent }[]): Promise<OpenBook> {
    const open = this.books.get(book);
    if (open?.epoch === epoch && open.known.size < REMEMBERED) return open;
    const ids = events.map(({ event }) => event.id);
    const [head, known] = await Promise.all([
      headOf(this.store, book),
      this.store.journal.distinct('eventId', { book, eventId: { $in: ids } } as never),
    ]);
    const { sheets, reports } =
      open?.epoch === epoch
        ? open
        : { sheets: new KeptSheets(this.store), reports: new ReportsAbove(this.store, book) };
    const read: OpenBook = { epoch, head, known: new Set(known), sheets, reports };
    this.books.set(book, read);
    return read;
  }

  /**
   * Raises the nudges first, then takes the events off: cut between the two, both are done again. Documents that moved on meanwhile
   * keep their events for the next look; what was recorded is known by id.
   */
  private async clear(pending: Pending[], speaking: ReturnType<typeof dispatchesOf>): Promise<boolean> {
    const byCollection = RECORDED.map((collection) => ({
      collection,
      documents: pending.filter((one) => one.collection === collection).map(({ document }) => document),
    })).filter(({ documents }) => documents.length > 0);
    const concerned = await Promise.all(
      byCollection.map(({ collection, documents }) => this.concerned.by(collection, documents)),
    );
    const ids = concerned.flat();
    await raiseNudges(this.store, ids, speaking[0]);
    for (const dispatch of speaking.slice(1)) await raiseNudges(this.store, [], dispatch);
    for (const { collection, documents } of byCollection) await markRecorded(this.store, collection, documents);
    return speaking.length > 0 || ids.length > 0;
  }
}

const obligationsOf = (pending: Pending[]): ObligationDoc[] =>
  pending.filter(({ collection }) => collection === 'obligations').map(({ document }) => document as ObligationDoc);

const covenantsOf = (pending: Pending[]): string[] =>
  pending.filter(({ collection }) => collection === 'covenants').map(({ document }) => document._id);

/** Submissions that raise difficulties, in the order in which they came. */
const raisingIn = (pending: Pending[]): string[] =>
  obligationsOf(pending).flatMap((document) =>
    document.pending
      .filter(({ type, data }) => type === 'submitted' && Number(data.difficulties ?? 0) > 0)
      .map(({ data }) => data.submission as string),
  );

/** Engine time of a batch: the latest instant at which something in it happened. */
const latestOf = (pending: Pending[]): Date =>
  new Date(Math.max(...pending.flatMap(({ document }) => document.pending.map(({ at }) => at.getTime()))));

const roundsFinished = (pending: Pending[]): string[] =>
  pending
    .filter(
      ({ collection, document }) =>
        collection === 'rounds' && document.pending.some(({ type }) => type === 'round_finished'),
    )
    .map(({ document }) => document._id);
