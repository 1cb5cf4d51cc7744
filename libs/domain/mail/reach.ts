import { isMailAddress } from './address.js';
import type { Person, Post } from '../units/unit.types.js';
import type { UnitTree } from '../units/tree.js';

/** Where mail for a post goes: its holder or the nearest one above, and the posts passed over on the way. */
export interface ReachOf<Holder> {
  holder: Holder | null;
  vacant: string[];
}

/** The post itself, then the heads of its unit and of every unit above (row 42). */
export function postsUpwards(tree: UnitTree, post: string): string[] {
  const unit = post.slice(0, post.indexOf(':'));
  return [...new Set([post, ...[unit, ...tree.ancestorsOf(unit)].map((id) => `${id}:head`)])];
}

/** Who holds a post and can be written to is reached; everybody else is passed over. */
export function firstReached<Holder>(
  chain: string[],
  reachable: (post: string) => Holder | undefined,
): ReachOf<Holder> {
  for (const [at, post] of chain.entries()) {
    const holder = reachable(post);
    if (holder !== undefined) return { holder, vacant: chain.slice(0, at) };
  }
  return { holder: null, vacant: chain };
}

/** The holder's own address, else the office's mailbox; what is no plain address counts as none. */
export function addressOf(
  person: Pick<Person, 'email'> | undefined,
  post: Pick<Post, 'mailbox'> | undefined,
): string | null {
  return [person?.email, post?.mailbox].find((one) => one != null && isMailAddress(one)) ?? null;
}
