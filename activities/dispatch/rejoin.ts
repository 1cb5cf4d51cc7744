import { isPassed, localDateOf, say } from '#libs/domain';
import { remindingRule } from '#libs/rules';
import type { Store } from '#libs/store';
import type { Claim } from './claim.js';
import type { Slot } from './slots.js';

/** Folded and never tried; what was tried keeps its Message-ID and its back-off. */
const untriedOf = (slot: Slot) => ({
  slot: slot.id,
  attempts: 0,
  $or: [{ state: 'ready' }, { state: 'claimed', leaseUntil: { $lte: new Date() } }],
});

/** Messages of a slot that was passed over while nobody worked on it; none while its letters go out, however long that takes. */
export async function untriedMessages(store: Store, slot: Slot, now: Date): Promise<number> {
  const rule = remindingRule(localDateOf(now));
  if (slot.at === null || !isPassed(slot.at, now, rule)) return 0;
  const since = { $gte: new Date(now.getTime() - rule.lateAfter * 60_000) };
  const busy = { slot: slot.id, $or: [{ at: since }, { sentAt: since }] };
  if ((await store.messages.countDocuments(busy, { limit: 1 })) > 0) return 0;
  return store.messages.countDocuments(untriedOf(slot) as never);
}

/**
 * Takes such messages apart, so that their notices are folded with all else that was passed over. Notices go first: cut in between, a
 * message without notices is withdrawn by whoever takes it up.
 */
export async function rejoin(store: Store, slot: Slot, claim: Claim): Promise<void> {
  const ids = await store.messages.distinct('_id', untriedOf(slot) as never);
  await store.messages.updateMany({ _id: { $in: ids }, ...untriedOf(slot) } as never, { $set: claim as never });
  const mine = await store.messages.distinct('_id', { _id: { $in: ids }, token: claim.token } as never);
  await store.notices.updateMany({ message: { $in: mine }, state: 'folded' } as never, {
    $set: { state: 'waiting', seal: null, message: null },
  });
  const end = { state: 'withdrawn', reason: say('withdrawn.folded-again'), token: null, leaseUntil: null };
  await store.messages.updateMany({ _id: { $in: mine }, token: claim.token }, { $set: end as never });
}
