import { failpoint } from '#libs/config/failpoints.js';
import type { Delivery, Mailer } from '#libs/mail';
import { Flights, type Store } from '#libs/store';
import type { LetterDesk, Prepared } from './letter-desk.js';
import type { MailLease } from './mail-lease.js';
import { noteMessages, noteNotices, type Delivered } from './note-delivery.js';
import { Places } from './places.js';

/** Letters that were claimed and written together. */
export interface Page {
  letters: Prepared[];
  /** Of their claim. */
  token: string;
  /** Engine time of their sending. */
  now: Date;
}

/** How long an outcome, and then the notices of a letter, wait for others to be written with them, milliseconds; only while others are on their way. */
const TOGETHER_MS = 100;
/** Notices of so many letters are written at once. */
const NOTICES = 100;

/**
 * Letters on their way out of this process: marked and looked at in groups, handed over each on its own, their outcomes written in
 * groups again. A letter holds a place in the connection pool from its mark until its outcome stands on its message, so that what stands
 * in `sending` is never more than the pool and a slow letter holds up no other.
 */
export class Outgoing {
  private readonly places: Places;
  /** Letters marked in one write: half the pool, so that the store's answers and the mail server's overlap. */
  private readonly group: number;
  private readonly outcomes: Flights<Delivered, Delivered>;
  private readonly notices: Flights<Delivered, Delivered>;
  /** Letters the mail server has not answered yet, and those without an outcome on their message. */
  private unanswered = 0;
  private unnoted = 0;

  constructor(
    private readonly store: Store,
    private readonly desk: LetterDesk,
    private readonly mailer: Mailer,
    private readonly lease: MailLease,
  ) {
    this.places = new Places(mailer.connections);
    this.group = Math.max(1, Math.floor(mailer.connections / 2));
    this.outcomes = new Flights((delivered) => this.note(delivered), {
      seats: this.group,
      waitMs: TOGETHER_MS,
      more: () => this.unanswered > 0,
    });
    this.notices = new Flights(
      async (noted) => {
        await noteNotices(store, noted);
        return noted;
      },
      { seats: NOTICES, waitMs: TOGETHER_MS, more: () => this.unnoted > 0 },
    );
  }

  /**
   * Takes all letters of a page on their way, as places become free.
   * @returns what is still under way: resolved when all outcomes are written, rejected where one could not be
   */
  async take({ letters, token, now }: Page): Promise<Promise<unknown>[]> {
    const under: Promise<unknown>[] = [];
    let failed = false;
    for (let from = 0; from < letters.length && !failed;) {
      const places = await this.places.take(Math.min(this.group, letters.length - from));
      const work = this.sendGroup(letters.slice(from, from + places), token, now);
      work.catch(() => (failed = true)); // thrown where the page is waited for
      under.push(work);
      from += places;
    }
    return under;
  }

  private async sendGroup(group: Prepared[], token: string, now: Date): Promise<void> {
    let ours: Prepared[] = [];
    try {
      ours = await this.handOver(group, token);
    } finally {
      this.places.give(group.length - ours.length);
    }
    this.unanswered += ours.length;
    this.unnoted += ours.length;
    const sent = await Promise.allSettled(ours.map((one) => this.sendOne(one, now)));
    const failed = sent.find(({ status }) => status === 'rejected');
    if (failed) throw (failed as PromiseRejectedResult).reason;
  }

  private async sendOne({ message, letter }: Prepared, at: Date): Promise<void> {
    let delivery: Delivery;
    try {
      delivery = await this.mailer.send(letter);
    } catch (error) {
      this.settled(1); // what became of it nobody knows: the sweep lists it when its lease has ended
      throw error;
    } finally {
      this.unanswered -= 1;
    }
    await this.notices.add(await this.outcomes.add({ message, letter, delivery, at }));
  }

  /** Places are free when the outcomes stand on the messages: from there on nothing is sent again. */
  private async note(delivered: Delivered[]): Promise<Delivered[]> {
    try {
      const noted = await noteMessages(this.store, delivered, this.lease.backoff);
      failpoint('mail.marked');
      return noted;
    } finally {
      this.settled(delivered.length);
    }
  }

  private settled(letters: number): void {
    this.unnoted -= letters;
    this.places.give(letters);
  }

  /**
   * Marks what goes out now and looks at it for the last time, side by side: letters about something that moved since they were written
   * go back to be written anew.
   */
  private async handOver(group: Prepared[], token: string): Promise<Prepared[]> {
    const [started, unchanged] = await Promise.all([this.startSending(group, token), this.desk.unchanged(group)]);
    const again = started.filter((one) => !unchanged.has(one)).map(({ message }) => message._id);
    if (again.length) {
      const set = { state: 'ready', token: null, leaseUntil: null };
      await this.store.messages.updateMany({ _id: { $in: again }, token, state: 'sending' } as never, {
        $set: set as never,
      });
    }
    return started.filter((one) => unchanged.has(one));
  }

  /** Only those whose claim is still ours. */
  private async startSending(group: Prepared[], token: string): Promise<Prepared[]> {
    const ids = group.map(({ message }) => message._id);
    const leaseUntil = new Date(Date.now() + this.lease.leaseMs);
    const filter = { _id: { $in: ids }, token, state: 'claimed' };
    const result = await this.store.messages.updateMany(filter as never, { $set: { state: 'sending', leaseUntil } });
    if (result.modifiedCount === ids.length) return group;
    const sending = await this.store.messages.distinct('_id', { _id: { $in: ids }, token, state: 'sending' } as never);
    return group.filter(({ message }) => sending.includes(message._id));
  }
}
