import { addDays, type LocalDate, type Post } from '#libs/domain';
import { draw } from '../../apps/cli/src/demo/random.js';
import type { World } from '../../apps/cli/src/demo/worlds/world.types.js';
import { BEGINNING } from './random-tree.js';

/** Days over which posts change hands: the life of the campaign. */
const DAYS = 90;

/** Shares of a hundred. */
const VACANT = 6;
const LEFT_EMPTY = 14;
const HANDED_OVER = 24;
const GIVEN_UP = 27;

/** Who holds which post from when to when: posts stand empty all along, for a while or from a day on, change hands, lack mailboxes. */
export function staff(world: World, seed: number, start: LocalDate): void {
  for (const unit of world.units) {
    const luck = draw(seed, 'unit', unit.id);
    const posts = world.posts.filter((post) => post.unit === unit.id);
    const mailbox = luck.chance(0.6) ? `${unit.id}@random.test` : null;
    for (const post of posts) post.mailbox = mailbox;
    // one person on both posts of a small office: their mails fold into one
    const together = luck.chance(0.12);
    for (const post of posts) hold(world, post, together ? posts[0]! : post, seed, start);
  }
}

/** @param as the post whose people hold this one */
function hold(world: World, post: Post, as: Post, seed: number, start: LocalDate): void {
  const luck = draw(seed, 'post', as.id);
  const point = luck.whole(1, 100);
  const day = addDays(start, luck.whole(2, DAYS));
  const name = as.id.replace(':', '-');
  const first = { id: `p-${name}-1`, email: luck.chance(0.1) ? null : `${name}-1@random.test` };
  const second = { id: `p-${name}-2`, email: `${name}-2@random.test` };
  const held = (by: { id: string; email: string | null }, from: LocalDate, to: LocalDate | null): void => {
    if (!world.persons.some(({ id }) => id === by.id)) world.persons.push({ ...by, name: by.id, phone: null });
    world.holders.push({ id: `h-${post.id}-${from}`, post: post.id, person: by.id, from, to });
  };
  if (point <= VACANT) return;
  if (point <= LEFT_EMPTY) {
    held(first, BEGINNING, day);
    held(second, addDays(day, luck.whole(2, 15)), null);
  } else if (point <= HANDED_OVER) {
    held(first, BEGINNING, day);
    held(second, addDays(day, 1), null);
  } else held(first, BEGINNING, point <= GIVEN_UP ? day : null);
}
