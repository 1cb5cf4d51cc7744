import { INSTANT_SLOT } from '#libs/contracts';

export interface Slot {
  id: string;
  /** null for the long-lived dispatch of instant mail. */
  at: Date | null;
}

/** Process ids are `dispatch.<slot>`; a slot is named by its instant, `YYYY-MM-DDTHHmm` in UTC. */
export function slotOf(processId: string): Slot {
  const id = processId.slice('dispatch.'.length);
  if (id === INSTANT_SLOT) return { id, at: null };
  return { id, at: new Date(`${id.slice(0, 13)}:${id.slice(13)}:00.000Z`) };
}

/** Notices nobody sealed yet that this dispatch may take: its own slot's and whatever an earlier one left behind. */
export function unsealed({ id, at }: Slot): Record<string, unknown> {
  const due = id === INSTANT_SLOT ? { slot: INSTANT_SLOT } : { slotAt: { $ne: null, $lte: at } };
  return { state: 'waiting', seal: null, ...due };
}
