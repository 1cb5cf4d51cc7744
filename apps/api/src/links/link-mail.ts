import { localDateOf, type LocalDate } from '#libs/domain';
import { readLink } from '#libs/mail/link-token.js';
import { organisationOn, reachOf, secretOf, type Holder, type MessageDoc, type Store } from '#libs/store';

/** Why a link opens nothing. */
export type LinkFault = { fault: 'wrong' | 'moved' } | { fault: 'expired'; until: LocalDate };

/** The mail that a link stood in. */
export interface LinkMail {
  fault: null;
  message: MessageDoc;
}

/** @param token as the link carries it  @returns the mail we signed it for, whoever holds the post now, or why it opens nothing */
export async function mailOfLink(store: Store, token: string, now: Date): Promise<LinkMail | LinkFault> {
  const link = readLink(await secretOf(store, 'mail-links'), token);
  if (link === null) return { fault: 'wrong' };
  if (localDateOf(now) > link.until) return { fault: 'expired', until: link.until };
  const message = (await store.messages.findOne({ verp: link.mail } as never)) as unknown as MessageDoc | null;
  return message === null ? { fault: 'wrong' } : { fault: null, message };
}

/** Posts among these on which the reader of a mail is still reached. None: a link of the mail opens nothing any more. */
export async function stillReached(
  store: Store,
  { person }: MessageDoc,
  posts: string[],
  now: Date,
): Promise<Holder[]> {
  const organisation = await organisationOn(store, localDateOf(now));
  const reach = await reachOf(store, organisation, [...new Set(posts)]);
  return [...reach.values()].flatMap(({ holder }) => (holder !== null && holder.person === person ? [holder] : []));
}
