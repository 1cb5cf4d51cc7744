import { Injectable } from '@nestjs/common';
import { INSTANT_SLOT } from '#libs/contracts';
import { foldNotices, localDateOf, say, shardCount, shardOf, SHARD_SIZE, type Folded } from '#libs/domain';
import { tokenOf } from '#libs/mail';
import {
  contentHash,
  insertMissing,
  organisationOn,
  reachOf,
  Store,
  updateByMap,
  type Change,
  type Holder,
  type MessageDoc,
  type NoticeDoc,
  type Reach,
} from '#libs/store';
import type { Claim } from './claim.js';
import { HoldNotices } from './hold-notices.js';
import { withdrawStale } from './stale-notices.js';
import { shardId, unsealed, withinSlot, type Slot } from './slots.js';

/** Seals a slot and folds its notices: one message per person, resolved from post to holder now. */
@Injectable()
export class FoldNotices {
  /** Mails of one dispatch; more are shared out. */
  shardSize = SHARD_SIZE;

  constructor(
    private readonly store: Store,
    private readonly holds: HoldNotices,
  ) {}

  /**
   * @param claim under which the new messages are born, so that they need not be claimed by a write of their own
   * @param atOnce messages that one claim may hold
   * @returns those that are claimed; none where a part was folded before or there are too many for one claim
   */
  async sealAndFold(slot: Slot, now: Date, claim: Claim, atOnce: number): Promise<MessageDoc[]> {
    await this.seal(slot, now);
    return this.fold(slot, now, claim, atOnce);
  }

  /** Gives every unassigned notice of the slot this seal; what comes later belongs to the next one. */
  private async seal(slot: Slot, now: Date): Promise<void> {
    const counter = await this.store.slots.findOneAndUpdate(
      { _id: slot.id },
      { $inc: { seals: 1 }, $setOnInsert: { at: slot.at ?? now } },
      { upsert: true, returnDocument: 'after' },
    );
    const seal = `${slot.id}#${counter!.seals}`;
    await this.store.notices.updateMany(unsealed(slot), { $set: { seal } });
  }

  /** Notices not folded yet, sealed or not; for a share those that nobody sealed. */
  waiting(slot: Slot): Promise<number> {
    const loose = slot.shard ? unsealed(slot) : { $or: [unsealed(slot), sealed(slot)] };
    return this.store.notices.countDocuments(loose);
  }

  /** What nobody can be told is never sent, so it is checked here: what is no longer owed is withdrawn and no failure. */
  private async stillOwed(notices: NoticeDoc[], posts: Map<string, Reach>): Promise<NoticeDoc[]> {
    const unread = new Set(notices.filter(({ post }) => posts.get(post)!.holder === null));
    if (unread.size === 0) return notices;
    const standing = new Set(await withdrawStale(this.store, [...unread]));
    return notices.filter((one) => !unread.has(one) || standing.has(one));
  }

  private async fold(slot: Slot, now: Date, claim: Claim, atOnce: number): Promise<MessageDoc[]> {
    const found = (await this.store.notices
      .find(sealed(slot) as never)
      .sort({ _id: 1 })
      .toArray()) as unknown as NoticeDoc[];
    const organisation = await organisationOn(this.store, localDateOf(now));
    const posts = await reachOf(this.store, organisation, [...new Set(found.map((notice) => notice.post))]);
    const owed = await this.stillOwed(found, posts);
    const notices = await this.holds.sift(slot, owed, posts, organisation, now, keyOf);
    const folded = foldNotices(notices, (post) => posts.get(post)!, keyOf);
    const shares = slot.at === null ? 1 : shardCount(folded.size, this.shardSize);
    const born = shares === 1 && folded.size <= atOnce ? claim : {};
    const placeOf = ({ reach, posts: [post], notices: [first] }: Folded<NoticeDoc, Holder>): string =>
      shares === 1 ? slot.id : shardId(first!.seal!, shardOf(reach.holder?.person ?? post!, shares));
    const messages = new Map([...folded].map(([id, one]) => [id, messageDoc(id, placeOf(one), one, now, born)]));
    const inserted = await insertMissing(this.store.messages, [...messages.values()]);
    const membership = [...folded].flatMap(([message, one]) =>
      one.notices.map(({ _id: notice }) => ({ notice, message })),
    );
    await this.assign(membership, messages);
    if (inserted < messages.size) return [];
    return [...messages.values()].filter(({ state }) => state === 'claimed');
  }

  /** Notices of a message that can reach nobody have failed with it; a person finds them on the administrator's list. */
  private async assign(
    membership: { notice: string; message: string }[],
    messages: Map<string, MessageDoc>,
  ): Promise<void> {
    const changes = membership.map(({ notice, message }): [string, Change] => {
      const { state, reason } = messages.get(message)!;
      return [notice, { set: state === 'failed' ? { message, state, reason } : { message, state: 'folded' } }];
    });
    await updateByMap(this.store.notices, new Map(changes), { state: 'waiting' });
  }
}

/** An instant notice is a mail of its own, also where it had to wait for the opening. */
const keyOf = ({ _id, seal, class: noticeClass }: NoticeDoc, addressee: string): string =>
  noticeClass === 'instant' ? `${INSTANT_SLOT}|${_id}|${seal!}` : `${seal!}|${addressee}`;

const sealed = ({ id }: Slot): Record<string, unknown> => ({
  state: 'waiting',
  seal: withinSlot(id),
  message: null,
});

function messageDoc(
  id: string,
  slot: string,
  folded: Folded<NoticeDoc, Holder>,
  at: Date,
  born: Partial<Claim>,
): MessageDoc {
  const { holder } = folded.reach;
  const messageId = `<${contentHash(id).slice(0, 32)}@dondoc>`; // the business key: stable over retries and restarts
  return {
    _id: id,
    slot,
    person: holder?.person ?? null,
    posts: folded.posts,
    to: holder && { name: holder.name, address: holder.address },
    state: holder ? 'ready' : 'failed',
    token: null,
    leaseUntil: null,
    attempts: 0,
    retryAt: null,
    answer: null,
    reason: holder ? null : say('failed.unreachable'),
    messageId,
    verp: tokenOf(messageId),
    subject: null,
    at,
    sentAt: null,
    vacant: folded.vacant,
    kind: folded.notices[0]!.class,
    ...(holder && born),
  };
}
