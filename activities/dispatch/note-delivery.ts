import type { Delivery, Letter } from '#libs/mail';
import { updateByMap, type MessageDoc, type Store } from '#libs/store';

/** First pause before a temporary failure is tried again; doubles up to five minutes. Wall clock. */
const BACKOFF_MS = 2_000;
const BACKOFF_CAP_MS = 300_000;
/** After so many temporary failures a person is asked. */
const MAX_ATTEMPTS = 12;

export interface Delivered {
  message: MessageDoc;
  letter: Letter | null;
  delivery: Delivery;
}

/**
 * Writes the outcome of deliveries on the messages, then on their notices; guarded by the state they were sent in.
 * @param now engine time of the sending; null for what a dead worker left behind
 */
export async function noteDeliveries(store: Store, delivered: Delivered[], now: Date | null): Promise<void> {
  if (delivered.length === 0) return;
  const judged = delivered.map((one) => ({
    ...one,
    delivery: exhausted(one) ? { ...one.delivery, outcome: 'failed' as const } : one.delivery,
  }));
  const changes = new Map(
    judged.map(({ message, letter, delivery }) => [message._id, { set: fieldsOf(message, letter, delivery, now) }]),
  );
  await updateByMap(store.messages, changes, { state: 'sending' });
  for (const outcome of ['sent', 'failed', 'unconfirmed'] as const) {
    const ids = judged.filter(({ delivery }) => delivery.outcome === outcome).map(({ message }) => message._id);
    if (ids.length === 0) continue;
    const reason =
      outcome === 'sent' ? null : judged.find(({ delivery }) => delivery.outcome === outcome)!.delivery.answer;
    await store.notices.updateMany({ message: { $in: ids }, state: 'folded' } as never, {
      $set: { state: outcome, reason },
    });
  }
}

const exhausted = ({ message, delivery }: Delivered): boolean =>
  delivery.outcome === 'retry' && message.attempts + 1 >= MAX_ATTEMPTS;

function fieldsOf(message: MessageDoc, letter: Letter | null, { outcome, answer }: Delivery, now: Date | null) {
  const common = { answer, token: null, leaseUntil: null, ...(letter && { subject: letter.subject }) };
  if (outcome !== 'retry') return { ...common, state: outcome, sentAt: outcome === 'sent' ? now : null };
  const pause = Math.min(BACKOFF_CAP_MS, BACKOFF_MS * 2 ** message.attempts);
  return { ...common, state: 'ready', retryAt: new Date(Date.now() + pause), attempts: message.attempts + 1 };
}
