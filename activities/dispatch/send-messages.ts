import { Inject, Injectable } from '@nestjs/common';
import { failpoint } from '#libs/config/failpoints.js';
import { localDateOf } from '#libs/domain';
import { Mailer } from '#libs/mail';
import { organisationOn, Store, type MessageDoc } from '#libs/store';
import { CLAIMED_AT_ONCE, newClaim, type Claim } from './claim.js';
import { LetterDesk, type Prepared } from './letter-desk.js';
import { noteDeliveries, type Backoff, type Delivered } from './note-delivery.js';
import { settledWithin } from './settled-within.js';

export interface MailLease {
  /** Wall-clock milliseconds a claim is held before another worker may take it; default 15,000. Renewed while its worker lives. */
  leaseMs: number;
  backoff: Backoff;
}
export const MAIL_LEASE = Symbol('MAIL_LEASE');

export interface MailLeft {
  /** May be claimed now. */
  ready: number;
  /** Cut while sending, or with an outcome that their notices do not carry yet. */
  orphans: number;
  /** Wall-clock wait until a lease ends or a retry is due; null when nothing is under way. */
  waitMs: number | null;
}

const OPEN = { state: 1, leaseUntil: 1, retryAt: 1 } as const;

/** Chunks in flight side by side, so that one chunk's records are written while another's letters go out. */
const LANES = 2;

/** How long a lane waits for the slow letters of a group before it goes on with its other places, milliseconds. */
const GROUP_MS = 1_000;

/** With a limit per minute, no more is claimed than goes in this many: an act of the engine stays short. */
const CLAIMED_MINUTES = 2;

/**
 * ready → claimed → checked again → sending → outcome (core protocol 5). Leases and back-off run on the wall clock, also
 * when time is stepped. What stands in `sending` when its worker dies is never taken over, only listed `unconfirmed`.
 */
@Injectable()
export class SendMessages {
  constructor(
    private readonly store: Store,
    private readonly desk: LetterDesk,
    private readonly mailer: Mailer,
    @Inject(MAIL_LEASE) private readonly lease: MailLease,
  ) {}

  /** What a slot's dispatch still has to do. */
  async left(slot: string): Promise<MailLeft> {
    const wall = Date.now();
    const [open, half] = await Promise.all([
      this.store.messages
        .find({ slot, state: { $in: ['ready', 'claimed', 'sending'] } } as never, { projection: OPEN })
        .toArray() as unknown as Promise<MessageDoc[]>,
      this.halfNoted(slot),
    ]);
    const over = ({ leaseUntil }: MessageDoc): boolean => leaseUntil !== null && leaseUntil.getTime() <= wall;
    const ready = open.filter(
      (one) =>
        (one.state === 'ready' && (one.retryAt?.getTime() ?? 0) <= wall) || (one.state === 'claimed' && over(one)),
    );
    const cut = open.filter((one) => one.state === 'sending' && over(one));
    const instants = open.map(({ leaseUntil, retryAt }) => (leaseUntil ?? retryAt)?.getTime() ?? wall);
    const waitMs = open.length ? Math.max(50, Math.min(...instants) - wall + 20) : null;
    return { ready: ready.length, orphans: cut.length + half.length, waitMs };
  }

  private async halfNoted(slot: string): Promise<MessageDoc[]> {
    const ids = await this.store.notices.distinct('message', {
      state: 'folded',
      seal: { $gte: `${slot}#`, $lt: `${slot}$` },
    } as never);
    if (ids.length === 0) return [];
    const filter = { _id: { $in: ids }, state: { $in: ['sent', 'failed', 'unconfirmed', 'withdrawn'] } };
    return await this.store.messages.find(filter as never).toArray();
  }

  /** What a dead worker left between hand-over and outcome: nobody knows, so a person is told. */
  async sweep(slot: string): Promise<number> {
    const cut = (await this.store.messages
      .find({ slot, ...orphaned(new Date()) } as never)
      .toArray()) as unknown as MessageDoc[];
    const delivery = { outcome: 'unconfirmed', answer: 'worker lost while sending' } as const;
    await noteDeliveries(
      this.store,
      cut.map((message) => ({ message, letter: null, delivery })),
      null,
      this.lease.backoff,
    );
    const half = await this.halfNoted(slot);
    for (const { _id, state, reason, answer } of half) {
      const set = { state, reason: state === 'sent' ? null : (reason ?? answer) };
      await this.store.notices.updateMany({ message: _id, state: 'folded' } as never, { $set: set as never });
    }
    return cut.length + half.length;
  }

  newClaim(): Claim {
    return newClaim(this.lease.leaseMs);
  }

  /** Messages claimed at once. */
  get atOnce(): number {
    const { perMinute } = this.mailer;
    return perMinute === 0 ? CLAIMED_AT_ONCE : Math.min(CLAIMED_AT_ONCE, perMinute * CLAIMED_MINUTES);
  }

  /** @param born messages that were folded under this claim; without any, what is ready is claimed */
  async send(slot: string, now: Date, claim: Claim, born: MessageDoc[]): Promise<void> {
    const { token } = claim;
    const claimed = born.length ? born : await this.claim(slot, claim);
    if (claimed.length === 0) return;
    failpoint('mail.claimed');
    const beat = setInterval(() => void this.extend(token).catch(() => undefined), this.lease.leaseMs / 3);
    try {
      const letters = await this.desk.prepare(claimed, await organisationOn(this.store, localDateOf(now)));
      const places = Math.max(1, Math.floor(this.mailer.connections / LANES));
      const lanes = Array.from({ length: Math.min(LANES, this.mailer.connections) }, () =>
        this.lane(letters, places, token, now),
      );
      const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
    } finally {
      clearInterval(beat);
    }
  }

  /**
   * One group of letters after the other, `places` at most under way. A slow letter keeps its place and no other's.
   * The lanes together fill the connection pool: what a kill may leave `unconfirmed` is bounded by it.
   */
  private async lane(letters: Prepared[], places: number, token: string, now: Date): Promise<void> {
    const slow = new Set<Promise<unknown>>();
    while (letters.length) {
      while (slow.size >= places) await Promise.race(slow);
      for (const late of await this.sendGroup(letters.splice(0, places - slow.size), token, now)) {
        const noted: Promise<boolean> = late.then(() => slow.delete(noted));
        noted.catch(() => undefined); // thrown where the lane waits for it
        slow.add(noted);
      }
    }
    await Promise.all(slow);
  }

  /** @returns the letters that take longer; each is noted when it ends */
  private async sendGroup(group: Prepared[], token: string, now: Date): Promise<Promise<void>[]> {
    const standing = await this.desk.unchanged(group);
    const ours = await this.startSending(standing, token);
    const note = (delivered: Delivered[]): Promise<void> =>
      noteDeliveries(this.store, delivered, now, this.lease.backoff);
    const { done, late } = await settledWithin(
      ours.map(async ({ message, letter }) => ({ message, letter, delivery: await this.mailer.send(letter) })),
      GROUP_MS,
    );
    await note(done);
    failpoint('mail.marked');
    return late.map((one) => one.then((delivered) => note([delivered])));
  }

  /** Only those whose claim is still ours. */
  private async startSending(chunk: Prepared[], token: string): Promise<Prepared[]> {
    const ids = chunk.map(({ message }) => message._id);
    const leaseUntil = new Date(Date.now() + this.lease.leaseMs);
    const filter = { _id: { $in: ids }, token, state: 'claimed' };
    const result = await this.store.messages.updateMany(filter as never, { $set: { state: 'sending', leaseUntil } });
    if (result.modifiedCount === ids.length) return chunk;
    const sending = await this.store.messages.distinct('_id', { _id: { $in: ids }, token, state: 'sending' } as never);
    return chunk.filter(({ message }) => sending.includes(message._id));
  }

  /** What nobody else has taken; a look again only where somebody took some of it in the same moment. */
  private async claim(slot: string, claim: Claim): Promise<MessageDoc[]> {
    const candidates = (await this.store.messages
      .find({ slot, ...takeable(new Date()) } as never)
      .sort({ _id: 1 })
      .limit(this.atOnce)
      .toArray()) as unknown as MessageDoc[];
    if (candidates.length === 0) return [];
    const ids = candidates.map(({ _id }) => _id);
    const set = { ...claim, retryAt: null };
    const filter = { _id: { $in: ids }, ...takeable(new Date()) };
    const taken = await this.store.messages.updateMany(filter as never, { $set: set });
    if (taken.modifiedCount === ids.length) return candidates.map((message) => ({ ...message, ...set }));
    return await this.store.messages
      .find({ _id: { $in: ids }, token: claim.token, state: 'claimed' } as never)
      .sort({ _id: 1 })
      .toArray();
  }

  /** Also what is being sent: only a worker that died leaves it to the sweep, however slow the mail server is. */
  private async extend(token: string): Promise<void> {
    const leaseUntil = new Date(Date.now() + this.lease.leaseMs);
    const held = { token, state: { $in: ['claimed', 'sending'] } };
    await this.store.messages.updateMany(held as never, { $set: { leaseUntil } });
  }
}

/** Ready and not backing off, or claimed by somebody whose lease has ended. */
const takeable = (wall: Date) => ({
  $or: [
    { state: 'ready', retryAt: null },
    { state: 'ready', retryAt: { $lte: wall } },
    { state: 'claimed', leaseUntil: { $lte: wall } },
  ],
});

const orphaned = (wall: Date) => ({ state: 'sending', leaseUntil: { $lte: wall } });
