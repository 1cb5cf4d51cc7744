import { addressOf, firstReached, postsUpwards, type Language, type ReachOf } from '#libs/domain';
import type { OrganisationOfDay } from './organisation.js';
import type { Store } from './store.js';

export interface Holder {
  post: string;
  person: string;
  name: string;
  address: string;
  language: Language;
}

export type Reach = ReachOf<Holder>;

/**
 * Who can be written to on each post on this day: its holder's own address, else the office's mailbox; where a post is vacant
 * or without both, the unit's head, then the heads above (row 42). One query for any number of posts.
 */
export async function reachOf(
  store: Store,
  organisation: OrganisationOfDay,
  posts: string[],
): Promise<Map<string, Reach>> {
  const chains = new Map(posts.map((post) => [post, postsUpwards(organisation.tree, post)]));
  const held = [...new Set([...chains.values()].flat())].flatMap((post) => {
    const person = organisation.holderOf(post);
    return person === null ? [] : [{ post, person }];
  });
  const ids = [...new Set(held.map(({ person }) => person))];
  const persons = await store.persons.find({ _id: { $in: ids } }).toArray();
  const personOf = new Map(persons.map((person) => [person._id, person]));
  const holders = new Map<string, Holder>();
  for (const { post, person: id } of held) {
    const person = personOf.get(id);
    const address = addressOf(person, organisation.post(post));
    if (person && address) {
      const { name, language = 'vi' } = person;
      holders.set(post, { post, person: id, name, address, language });
    }
  }
  return new Map([...chains].map(([post, chain]) => [post, firstReached(chain, (one) => holders.get(one))]));
}
