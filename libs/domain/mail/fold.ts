import type { ReachOf } from './reach.js';

/** One message to be: every notice in it goes to the same person. */
export interface Folded<Notice, Holder> {
  /** Where the first of its notices goes. */
  reach: ReachOf<Holder>;
  posts: string[];
  vacant: string[];
  notices: Notice[];
}

/**
 * Folds the notices of a slot: one message per person, or one per post that nobody can be found for.
 * @param keyOf names the message of a notice for an addressee; an instant notice has one of its own
 */
export function foldNotices<Notice extends { post: string }, Holder extends { person: string }>(
  notices: readonly Notice[],
  reachOf: (post: string) => ReachOf<Holder>,
  keyOf: (notice: Notice, addressee: string) => string,
): Map<string, Folded<Notice, Holder>> {
  const messages = new Map<string, Folded<Notice, Holder>>();
  for (const notice of notices) {
    const reach = reachOf(notice.post);
    const key = keyOf(notice, reach.holder?.person ?? `post.${notice.post}`);
    const message = messages.get(key) ?? { reach, posts: [], vacant: [], notices: [] };
    if (!message.posts.includes(notice.post)) message.posts.push(notice.post);
    message.vacant.push(...reach.vacant.filter((post) => !message.vacant.includes(post)));
    message.notices.push(notice);
    messages.set(key, message);
  }
  return messages;
}
