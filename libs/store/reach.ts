import type { UnitTree } from '#libs/domain';
import type { OrganisationOfDay } from './organisation.js';
import type { Store } from './store.js';

export interface Holder {
  post: string;
  person: string;
  name: string;
  address: string;
}

/** Where mail for a post goes: its holder or the nearest one above, and the posts passed over on the way. */
export interface Reach {
  holder: Holder | null;
  vacant: string[];
}

/**
 * Who can be written to on each post on this day: its holder's own address, else the office's mailbox; where a post is vacant
 * or without both, the unit's head, then the heads above (row 42). One query for any number of posts.
 */
export async function reachOf(
  store: Store,
  organisation: OrganisationOfDay,
  posts: string[],
): Promise<Map<string, Reach>> {
  const chains = new Map(posts.map((post) => [post, chainOf(organisation.tree, post)]));
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
    const address = person?.email ?? organisation.post(post)?.mailbox;
    if (person && address) holders.set(post, { post, person: id, name: person.name, address });
  }
  return new Map([...chains].map(([post, chain]) => [post, firstHeld(chain, holders)]));
}

function chainOf(tree: UnitTree, post: string): string[] {
  const unit = post.slice(0, post.indexOf(':'));
  return [...new Set([post, ...[unit, ...tree.ancestorsOf(unit)].map((id) => `${id}:head`)])];
}

function firstHeld(chain: string[], holders: Map<string, Holder>): Reach {
  const at = chain.findIndex((post) => holders.has(post));
  return at < 0 ? { holder: null, vacant: chain } : { holder: holders.get(chain[at]!)!, vacant: chain.slice(0, at) };
}
