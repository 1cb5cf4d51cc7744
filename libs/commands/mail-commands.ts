import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { isRefusal, messageStates, refuse, repairInstant, type Actor } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { Store, type MessageDoc, type NoticeState } from '#libs/store';
import { refused, type Outcome } from './outcome.js';

/** One mail of ours that another server gave back. */
export interface BounceReport {
  token: string;
  action: string;
  recipient: string;
  status: string;
  answer: string;
}

export interface MailReceipt {
  id: string;
  state: MessageDoc['state'];
}

/** The calendar of the administrator, who serves campaigns of every calendar. */
const OFFICE_CALENDAR = 'vn-5d';

/** What becomes of a mail after it was handed over. Every command may come twice: the second time it changes nothing. */
@Injectable()
export class MailCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** A mail came back. Only a final failure counts: one that is delayed may still arrive. */
  async bounce({ token, action, ...told }: BounceReport): Promise<Outcome<MailReceipt>> {
    const message = await this.store.messages.findOne({ verp: token } as never);
    if (!message) return refused<MailReceipt>(refuse('bounce-unknown'), 404);
    if (action !== 'failed' || message.state === 'reached') return done(message, true);
    const now = await this.clock.now();
    const repairBy = repairInstant(now, OFFICE_CALENDAR, ruleBook);
    const bounce = message.bounce ?? { at: now, ...told, repairBy };
    return this.move(message, 'bounce', { bounce }, bounce.answer);
  }

  /** The reader of a mail that came back was reached another way. @param how in the administrator's words */
  async reached(actor: Actor, id: string, how: string): Promise<Outcome<MailReceipt>> {
    const message = await this.store.messages.findOne({ _id: id });
    if (!message) return refused<MailReceipt>(refuse('not-found', { id }), 404);
    const reached = message.reached ?? { at: await this.clock.now(), by: actor.post, how };
    return this.move(message, 'reach', { reached }, reached.how);
  }

  /** The notices follow their mail, also where an earlier call was cut between the two writes. */
  private async move(
    message: MessageDoc,
    command: 'bounce' | 'reach',
    set: Partial<MessageDoc>,
    reason: string,
  ): Promise<Outcome<MailReceipt>> {
    const target: NoticeState & MessageDoc['state'] = command === 'bounce' ? 'bounced' : 'reached';
    const replayed = message.state === target;
    if (!replayed) {
      const next = messageStates.next(message.state, command);
      if (isRefusal(next)) return refused(UNDER_WAY.has(message.state) ? refuse('bounce-too-early') : next);
      const guard = { _id: message._id, state: message.state };
      const { matchedCount } = await this.store.messages.updateOne(guard, { $set: { ...set, state: next } });
      if (matchedCount === 0)
        return this.move((await this.store.messages.findOne({ _id: message._id }))!, command, set, reason);
    }
    const follow = { $set: { state: target, reason } } as const;
    await this.store.notices.updateMany({ message: message._id, state: { $in: BEFORE[command] } }, follow);
    return done({ ...message, state: target }, replayed);
  }
}

/** A bounce may be faster than our own note of the outcome. */
const UNDER_WAY: ReadonlySet<MessageDoc['state']> = new Set(['ready', 'claimed', 'sending']);

/** States of notices that a command finds. */
const BEFORE: Record<'bounce' | 'reach', NoticeState[]> = {
  bounce: ['sent', 'unconfirmed'],
  reach: ['sent', 'unconfirmed', 'bounced'],
};

const done = ({ _id, state }: MessageDoc, replayed: boolean): Outcome<MailReceipt> => ({
  ok: true,
  receipt: { id: _id, state },
  replayed,
});
