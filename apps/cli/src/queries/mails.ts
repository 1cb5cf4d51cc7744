import type { MessageDoc, MessageState, Store } from '#libs/store';

export interface MailFilter {
  campaign?: string | undefined;
  state?: MessageState | undefined;
  limit: number;
}

/** Mails, newest first; those of a campaign are the ones that carry a notice of it. */
export async function mailLog(store: Store, { campaign, state, limit }: MailFilter): Promise<MessageDoc[]> {
  const carrying = campaign
    ? await store.notices.distinct('message', { campaign, message: { $ne: null } } as never)
    : null;
  const filter = { ...(carrying && { _id: { $in: carrying } }), ...(state && { state }) };
  return await store.messages
    .find(filter as never)
    .sort({ at: -1, _id: 1 })
    .limit(limit)
    .toArray();
}
