import { localDateOf, treeAsOf, type LocalDate, type UnitTree } from '#libs/domain';
import type { Store } from './store.js';

const valid = (day: LocalDate) => ({ validFrom: { $lte: day }, $or: [{ validTo: null }, { validTo: { $gte: day } }] });

/** The reporting tree as it stood on a day. */
export async function loadTree(store: Store, day: LocalDate): Promise<UnitTree> {
  const [units, edges] = await Promise.all([
    store.units.find(valid(day) as never).toArray(),
    store.edges.find(valid(day) as never).toArray(),
  ]);
  return treeAsOf(
    units.map(({ _id, ...unit }) => ({ id: _id, ...unit })),
    edges.map(({ _id, ...edge }) => ({ id: _id, ...edge })),
    day,
  );
}

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
 * or without both, the unit's head, then the heads above (row 42). Three queries for any number of posts.
 */
export async function reachOf(store: Store, tree: UnitTree, posts: string[], now: Date): Promise<Map<string, Reach>> {
  const day = localDateOf(now);
  const chains = new Map(posts.map((post) => [post, chainOf(tree, post)]));
  const candidates = [...new Set([...chains.values()].flat())];
  const [postDocs, terms] = await Promise.all([
    store.posts.find({ _id: { $in: candidates } }).toArray(),
    store.holders
      .find({ post: { $in: candidates }, from: { $lte: day }, $or: [{ to: null }, { to: { $gte: day } }] } as never)
      .sort({ from: 1 })
      .toArray(),
  ]);
  const persons = await store.persons.find({ _id: { $in: terms.map(({ person }) => person) } }).toArray();
  const personOf = new Map(persons.map((person) => [person._id, person]));
  const mailboxOf = new Map(postDocs.map(({ _id, mailbox }) => [_id, mailbox]));
  const holders = new Map<string, Holder>();
  for (const { post, person: id } of terms) {
    const person = personOf.get(id);
    const address = person?.email ?? mailboxOf.get(post);
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
