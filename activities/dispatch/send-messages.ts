import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { failpoint } from '#libs/config/failpoints.js';
import { INSTANT_SLOT } from '#libs/contracts';
import { localDateOf } from '#libs/domain';
import { Mailer } from '#libs/mail';
import { organisationOn, Store, type MessageDoc } from '#libs/store';
import { CLAIMED_AT_ONCE, newClaim, type Claim } from './claim.js';
import { LetterDesk } from './letter-desk.js';
import { MAIL_LEASE, type MailLease } from './mail-lease.js';
import { noteDeliveries } from './note-delivery.js';
import { Outgoing, type Page } from './outgoing.js';
import { Places } from './places.js';
import { slotAndShares, withinSlot, type Slot } from './slots.js';

/** What a slot or a share of it holds that has no outcome: how much may be taken, how much was cut, and when the next lease or pause ends. */
interface OpenMail {
  _id: string;
  ready: number;
  cut: number;
  until: Date;
}

export interface MailLeft {
  /** May be claimed now. */
  ready: number;
  /** Cut while sending, or with an outcome that their notices do not carry yet. */
  orphans: number;
  /** Wall-clock wait until a lease ends or a retry is due; null when nothing is under way. */
  waitMs: number | null;
  /** Shares of a large morning that have mail without an outcome. */
  shares: string[];
}

const OPEN = ['ready', 'claimed', 'sending'];
const ONE = { projection: { _id: 1 } } as const;
const OVER = ['sent', 'failed', 'unconfirmed', 'withdrawn'];

/** Sends side by side in one process, each with its claimed letters in memory; the shares of a large morning take turns. */
const SENDS = 2;

/** A page whose lease is renewed until it is over. */
interface ClaimedPage extends Page {
  /** Whether more may be left to claim. */
  full: boolean;
  over: () => void;
}

/** How long one send goes on claiming, milliseconds: then it is another's turn, and the act of the engine ends. */
const TURN_MS = 60_000;

/** Messages whose notices are asked for at once. */
const PAGE = 1_000;

/** With a limit per minute, no more is claimed than goes in this many: an act of the engine stays short. */
const CLAIMED_MINUTES = 2;

/**
 * ready → claimed → checked again → sending → outcome (core protocol 5). Leases and back-off run on the wall clock, also
 * when time is stepped. What stands in `sending` when its worker dies is never taken over, only listed `unconfirmed`.
 */
@Injectable()
export class SendMessages {
  private readonly outgoing: Outgoing;
  private readonly turns = new Places(SENDS);

  constructor(
    private readonly store: Store,
    private readonly desk: LetterDesk,
    private readonly mailer: Mailer,
    @Inject(MAIL_LEASE) private readonly lease: MailLease,
    private readonly clock: Clock,
  ) {
    this.outgoing = new Outgoing(store, desk, mailer, lease);
  }

  /** What a slot's dispatch still has to do, counted in one look together with what its shares have. */
  async left(slot: Slot): Promise<MailLeft> {
    const { id, at, shard } = slot;
    const wall = new Date();
    const counted = at === null || shard ? id : slotAndShares(id);
    const open = await this.store.messages
      .aggregate<OpenMail>([
        { $match: { slot: counted, state: { $in: OPEN } } },
        {
          $group: {
            _id: '$slot',
            ready: { $sum: { $cond: [mayBeTaken(wall), 1, 0] } },
            cut: { $sum: { $cond: [wasCut(wall), 1, 0] } },
            until: { $min: { $ifNull: ['$leaseUntil', { $ifNull: ['$retryAt', wall] }] } },
          },
        },
      ])
      .toArray();
    const left = open.find(({ _id }) => _id === id);
    const shares = open.flatMap(({ _id }) => (_id === id ? [] : _id));
    const { ready, cut } = left ?? { ready: 0, cut: 0 };
    if (ready || cut) return { ready, orphans: cut, waitMs: null, shares };
    const waitMs = left ? Math.max(50, left.until.getTime() - wall.getTime() + 20) : null;
    return { ready, orphans: (await this.halfNoted(slot, shares.length > 0)).length, waitMs, shares };
  }

  /** Messages with an outcome that their notices do not carry yet: their worker died between the two writes. */
  private async halfNoted({ id, at, shard }: Slot, shared = true): Promise<MessageDoc[]> {
    const sealed = { seal: withinSlot(id) };
    // a slot's mail is of notices under its seals: mostly none is left there, and its messages need not be read; those of a large morning
    // are in its shares, and it has none itself
    if (
      !shard &&
      !shared &&
      at !== null &&
      !(await this.store.notices.findOne({ ...sealed, state: 'folded' } as never, ONE))
    )
      return [];
    const ids = at === null ? await this.foldedInto(sealed) : await this.foldedOf(id);
    if (ids.length === 0) return [];
    return await this.store.messages.find({ _id: { $in: ids }, state: { $in: OVER } } as never).toArray();
  }

  private async foldedOf(slot: string): Promise<string[]> {
    const over = { slot, state: { $in: OVER } };
    const messages = await this.store.messages.find(over as never, { projection: { _id: 1 } }).toArray();
    const found: string[] = [];
    for (let from = 0; from < messages.length; from += PAGE) {
      const ids = messages.slice(from, from + PAGE).map(({ _id }) => _id);
      found.push(...(await this.foldedInto({ message: { $in: ids } })));
    }
    return found;
  }

  private async foldedInto(where: Record<string, unknown>): Promise<string[]> {
    return (await this.store.notices.distinct('message', {
      ...where,
      state: 'folded',
    } as never)) as unknown as string[];
  }

  /** What a dead worker left between hand-over and outcome: nobody knows, so a person is told. */
  async sweep(slot: Slot): Promise<number> {
    const cut = (await this.store.messages
      .find({ slot: slot.id, ...orphaned(new Date()) } as never)
      .toArray()) as unknown as MessageDoc[];
    const delivery = { outcome: 'unconfirmed', answer: 'worker lost while sending' } as const;
    await noteDeliveries(
      this.store,
      cut.map((message) => ({ message, letter: null, delivery, at: null })),
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
    if (born.length || slot === INSTANT_SLOT) return this.sendPages(slot, now, claim, born);
    const turn = await this.turns.take(1);
    try {
      // claimed when its turn has come, so that the lease begins with the work
      await this.sendPages(slot, await this.clock.now(), this.newClaim(), []);
    } finally {
      this.turns.give(turn);
    }
  }

  /** Page after page; the next one is claimed and written while this one goes out, so that the mail server never waits for the store. */
  private async sendPages(slot: string, now: Date, claim: Claim, born: MessageDoc[]): Promise<void> {
    const until = Date.now() + TURN_MS;
    const under: Promise<unknown>[] = [];
    try {
      let next = this.page(slot, now, claim, born);
      for (let page = await next; page !== null; page = await next) {
        next = page.full && Date.now() < until ? this.nextPage(slot) : Promise.resolve(null);
        next.catch(() => undefined); // thrown where it is waited for
        const sent = Promise.all(await this.outgoing.take(page));
        under.push(sent.finally(page.over));
      }
    } finally {
      await Promise.allSettled(under);
    }
    await Promise.all(under);
  }

  private async nextPage(slot: string): Promise<ClaimedPage | null> {
    return this.page(slot, await this.clock.now(), this.newClaim(), []);
  }

  /** @returns null when nothing is left to claim */
  private async page(slot: string, now: Date, claim: Claim, born: MessageDoc[]): Promise<ClaimedPage | null> {
    const { token } = claim;
    const claimed = born.length ? born : await this.claim(slot, claim);
    if (claimed.length === 0) return null;
    failpoint('mail.claimed');
    const beat = setInterval(() => void this.extend(slot, token).catch(() => undefined), this.lease.leaseMs / 3);
    const over = (): void => clearInterval(beat);
    try {
      const letters = await this.desk.prepare(claimed, await organisationOn(this.store, localDateOf(now)), now);
      return { letters, token, now, full: claimed.length >= this.atOnce, over };
    } catch (error) {
      over();
      throw error;
    }
  }

  /** What nobody else has taken; a look again only where somebody took some of it in the same moment. */
  private async claim(slot: string, claim: Claim): Promise<MessageDoc[]> {
    const candidates = (await this.store.messages
      .find({ slot, ...takeable(new Date()) } as never)
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
      .toArray();
  }

  /** Also what is being sent: only a worker that died leaves it to the sweep, however slow the mail server is. */
  private async extend(slot: string, token: string): Promise<void> {
    const leaseUntil = new Date(Date.now() + this.lease.leaseMs);
    const held = { slot, token, state: { $in: ['claimed', 'sending'] } };
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

const past = (field: string, wall: Date) => ({ $lte: [field, wall] });

/** The same as expressions; nothing at all comes before every instant. */
const mayBeTaken = (wall: Date) => ({
  $or: [
    { $and: [{ $eq: ['$state', 'ready'] }, past('$retryAt', wall)] },
    { $and: [{ $eq: ['$state', 'claimed'] }, past('$leaseUntil', wall)] },
  ],
});

const wasCut = (wall: Date) => ({ $and: [{ $eq: ['$state', 'sending'] }, past('$leaseUntil', wall)] });
