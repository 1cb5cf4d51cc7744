import type { Delivery } from '#libs/mail';
import type { MessageDoc, Store } from '#libs/store';

/** First pause before a temporary failure is tried again; doubles up to five minutes. Wall clock. */
const BACKOFF_MS = 2_000;
const BACKOFF_CAP_MS = 300_000;
/** After so many temporary failures a person is asked. */
const MAX_ATTEMPTS = 12;

/** Writes the outcome of a delivery on the message and on its notices; guarded by the state it was sent in. */
export async function noteDelivery(store: Store, message: MessageDoc, delivery: Delivery, now?: Date): Promise<void> {
  const given = delivery.outcome === 'retry' && message.attempts + 1 >= MAX_ATTEMPTS ? { ...delivery, outcome: 'failed' as const } : delivery;
  const { outcome, answer } = given;
  const common = { answer, token: null, leaseUntil: null };
  if (outcome === 'retry') {
    const pause = Math.min(BACKOFF_CAP_MS, BACKOFF_MS * 2 ** message.attempts);
    const retryAt = new Date(Date.now() + pause);
    const set = { ...common, state: 'ready', retryAt };
    await store.messages.updateOne({ _id: message._id, state: 'sending' } as never, { $set: set as never, $inc: { attempts: 1 } });
    return;
  }
  const set = { ...common, state: outcome, sentAt: outcome === 'sent' ? (now ?? new Date()) : null };
  await store.notices.updateMany({ message: message._id, state: 'folded' } as never, { $set: { state: outcome, reason: outcome === 'sent' ? null : answer } });
  await store.messages.updateOne({ _id: message._id, state: 'sending' } as never, { $set: set as never });
}
