import type { Delivery, Letter } from '#libs/mail';
import { updateByMap, type MessageDoc, type Store } from '#libs/store';

/** How often, and after which pauses, a temporary failure is tried again. Wall clock. */
export interface Backoff {
  /** Pause before the second try, milliseconds; doubles with each further one. Default 2,000. */
  firstMs: number;
  /** Longest pause, milliseconds. Default 1,800,000: after an outage mail follows within the time the outage took. */
  capMs: number;
  /** Tries before a person is asked. Default 56, which with the other defaults is about a day. */
  attempts: number;
}

export interface Delivered {
  message: MessageDoc;
  letter: Letter | null;
  delivery: Delivery;
  /** Engine time of the sending; null for what a dead worker left behind. */
  at: Date | null;
}

/** Writes the outcome of deliveries on the messages, then on their notices; guarded by the state they were sent in. */
export async function noteDeliveries(store: Store, delivered: Delivered[], backoff: Backoff): Promise<void> {
  await noteNotices(store, await noteMessages(store, delivered, backoff));
}

/** The first half: from here on none of them is sent again. @returns the deliveries as they were judged, in the same order */
export async function noteMessages(store: Store, delivered: Delivered[], backoff: Backoff): Promise<Delivered[]> {
  if (delivered.length === 0) return [];
  const judged = delivered.map((one) => ({
    ...one,
    delivery: exhausted(one, backoff) ? { ...one.delivery, outcome: 'failed' as const } : one.delivery,
  }));
  const changes = new Map(judged.map((one) => [one.message._id, { set: fieldsOf(one, backoff) }]));
  await updateByMap(store.messages, changes, { state: 'sending' });
  return judged;
}

/** The second half; cut before it, the sweep completes it from the messages. */
export async function noteNotices(store: Store, judged: Delivered[]): Promise<void> {
  for (const [state, reason, ids] of ended(judged))
    await store.notices.updateMany({ message: { $in: ids }, state: 'folded' } as never, { $set: { state, reason } });
}

/** What is over, by outcome and answer: each notice names the answer to its own letter. */
function ended(judged: Delivered[]): [Ended, string | null, string[]][] {
  const groups = new Map<string, [Ended, string | null, string[]]>();
  for (const { message, delivery } of judged) {
    const { outcome, answer } = delivery;
    if (outcome === 'retry') continue;
    const reason = outcome === 'sent' ? null : answer;
    const group = groups.get(`${outcome} ${reason}`) ?? [outcome, reason, []];
    group[2].push(message._id);
    groups.set(`${outcome} ${reason}`, group);
  }
  return [...groups.values()];
}

type Ended = Exclude<Delivery['outcome'], 'retry'>;

const exhausted = ({ message, delivery }: Delivered, { attempts }: Backoff): boolean =>
  delivery.outcome === 'retry' && message.attempts + 1 >= attempts;

function fieldsOf({ message, letter, delivery: { outcome, answer }, at }: Delivered, { firstMs, capMs }: Backoff) {
  const attempts = message.attempts + 1;
  const common = { answer, attempts, token: null, leaseUntil: null, ...(letter && { subject: letter.subject }) };
  if (outcome !== 'retry') return { ...common, state: outcome, sentAt: outcome === 'sent' ? at : null };
  const pause = Math.min(capMs, firstMs * 2 ** message.attempts);
  return { ...common, state: 'ready', retryAt: new Date(Date.now() + pause) };
}
