import { type Audience, type Day } from './dump.types.js';
import { type Laid } from './lay-out.js';
import { parentOn, validOn } from './tree.js';
import { type World } from './world.js';

/** The post that an audience means for one obligation. */
export function postOf(laid: Laid, audience: Audience): string {
  switch (audience) {
    case 'focal':
      return laid.answeringPost ?? `${laid.answeringUnit}:focal`;
    case 'head':
      return `${laid.answeringUnit}:head`;
    case 'reviewer':
      return `${laid.receiver}:focal`;
    case 'superior':
      return `${laid.receiver}:head`;
    case 'standing_body':
      return `${laid.plan.standingBody}:focal`;
    case 'chair':
      return laid.plan.chairPost;
  }
}

/** Recipient posts of a rung, each with the audiences that resolve to it. */
export function postsOf(laid: Laid, audience: Audience[]): Map<string, Audience[]> {
  const posts = new Map<string, Audience[]>();
  for (const a of audience) posts.set(postOf(laid, a), [...(posts.get(postOf(laid, a)) ?? []), a]);
  return posts;
}

export interface Recipient {
  person: string;
  address: string;
}

/** Who reads a post's mail on a day: its holder; vacant or without any mailbox, one up. Null at the top. */
export function readerOf(world: World, post: string, day: Day): Recipient | null {
  for (let at: string | null = post; at; at = oneUp(world, at, day)) {
    const holder = validOn(
      world.holdersOf.get(at) ?? [],
      (h) => h.from,
      (h) => h.to,
      day,
    );
    const person = holder && world.persons.get(holder.person);
    const address = person?.email ?? world.posts.get(at)?.mailbox;
    if (person && address) return { person: person.id, address };
  }
  return null;
}

/** The unit's head; from the head, the parent's head. */
function oneUp(world: World, post: string, day: Day): string | null {
  const unit = world.posts.get(post)?.unit ?? post.slice(0, post.indexOf(':'));
  if (post !== `${unit}:head`) return `${unit}:head`;
  const parent = parentOn(world, unit, day);
  return parent && `${parent}:head`;
}
