import { INSTANT_SLOT } from '#libs/contracts';

export interface Slot {
  id: string;
  /** null for the long-lived dispatch of instant mail. */
  at: Date | null;
  /** A share of a large morning: it sends mail that is folded already. */
  shard: boolean;
}

/**
 * Process ids are `dispatch.<slot>`; a slot is named by its instant, `YYYY-MM-DDTHHmm` in UTC, and a share of it by the seal that was
 * folded and a number, `<slot>#<seal>~<share>`: what comes later has another seal, so that a share never grows.
 */
export function slotOf(processId: string): Slot {
  const id = processId.slice('dispatch.'.length);
  if (id === INSTANT_SLOT) return { id, at: null, shard: false };
  return { id, at: new Date(`${id.slice(0, 13)}:${id.slice(13, 15)}:00.000Z`), shard: id.includes('~') };
}

export const shardId = (seal: string, share: number): string => `${seal}~${share}`;

/** Notices nobody sealed yet that this dispatch may take: its own slot's and whatever an earlier one left behind. */
export function unsealed({ id, at }: Slot): Record<string, unknown> {
  const due = id === INSTANT_SLOT ? { slot: INSTANT_SLOT } : { slotAt: { $ne: null, $lte: at } };
  return { state: 'waiting', seal: null, ...due };
}

/** The slot itself and everything that is named after it. */
export const slotAndShares = (id: string): Record<string, string> => ({ $gte: id, $lt: `${id}$` });

/** Everything that is named after a slot: its seals and its shares. */
export const withinSlot = (id: string): Record<string, string> => ({ $gte: `${id}#`, $lt: `${id}$` });
