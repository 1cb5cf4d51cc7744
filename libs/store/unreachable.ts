import { addressOf, type Unopened, type WorkCalendar } from '#libs/domain';
import type { OrganisationOfDay } from './organisation.js';
import { reachOf } from './reach.js';
import type { PersonDoc, Store } from './store.js';
import { unopenedPosts } from './unopened.js';

export type ReachFault = 'vacant' | 'no-mailbox' | 'bounced' | 'unopened';

/** How long mail may go unopened, at an instant. */
export interface OpeningRule {
  now: Date;
  calendar: WorkCalendar;
  /** Working days. */
  days: number;
}

/** Somebody whom mail does not reach, and whom to ring up. */
export interface Unreachable {
  post: string;
  title: string;
  unit: string;
  why: ReachFault;
  person: { name: string; phone: string | null } | null;
  /** Who gets the post's mail instead; null where it came back, or where nobody above can be written to. */
  instead: { post: string; name: string; phone: string | null } | null;
  /** Of the newest mail that came back. */
  bounce: { message: string; address: string; at: Date; status: string; answer: string; repairBy: Date } | null;
  /** Mail that arrived and that nobody opened. */
  unopened: Unopened | null;
}

type Person = Pick<PersonDoc, '_id' | 'name' | 'email' | 'phone'>;

/**
 * Posts that mail does not reach, by post: vacant, without a mailbox, with mail that came back and was not dealt with, or with mail that
 * nobody opens.
 * @param campaigns whose unsettled work and whose mail count; null: of all
 */
export async function unreachablePosts(
  store: Store,
  organisation: OrganisationOfDay,
  campaigns: string[] | null,
  { now, calendar, days }: OpeningRule,
): Promise<Unreachable[]> {
  const scope = campaigns === null ? {} : { campaign: { $in: campaigns } };
  const [units, bounced, unopened] = await Promise.all([
    store.obligations.distinct('answeringUnit', { ...scope, settled: false } as never) as Promise<unknown[]>,
    bouncedMail(store, scope),
    unopenedPosts(store, scope, now, calendar, days),
  ]);
  const posts = await store.posts
    .find({ unit: { $in: units as string[] }, role: { $in: ['focal', 'head'] } })
    .toArray();
  const reach = await reachOf(
    store,
    organisation,
    posts.map(({ _id }) => _id),
  );
  const persons = await personsBy(store, [
    ...posts.map(({ _id }) => organisation.holderOf(_id)),
    ...[...reach.values()].map(({ holder }) => holder?.person ?? null),
    ...bounced.map(({ person }) => person),
    ...[...unopened.keys()].map((post) => organisation.holderOf(post)),
  ]);
  const found = new Map<string, Unreachable>();
  for (const [post, mails] of unopened) {
    const id = organisation.holderOf(post);
    const person = id === null ? undefined : persons.get(id);
    found.set(post, {
      ...faceOf(post, organisation),
      why: 'unopened',
      person: person ? callOf(person) : null,
      instead: null,
      bounce: null,
      unopened: mails,
    });
  }
  for (const post of posts) {
    const id = organisation.holderOf(post._id);
    const person = id === null ? undefined : persons.get(id);
    if (person && addressOf(person, post) !== null) continue;
    const holder = reach.get(post._id)?.holder ?? null;
    found.set(post._id, {
      ...faceOf(post._id, organisation),
      why: person ? 'no-mailbox' : 'vacant',
      person: person ? callOf(person) : null,
      instead: holder && { post: holder.post, name: holder.name, phone: persons.get(holder.person)?.phone ?? null },
      bounce: null,
      unopened: null,
    });
  }
  for (const { _id, posts: of, person, to, bounce } of bounced) {
    const { at, status, answer, repairBy } = bounce!;
    const [post] = of;
    found.set(post!, {
      ...faceOf(post!, organisation),
      why: 'bounced',
      person: person !== null && persons.has(person) ? callOf(persons.get(person)!) : null,
      instead: null,
      bounce: { message: _id, address: to!.address, at, status, answer, repairBy },
      unopened: null,
    });
  }
  return [...found.values()].sort((a, b) => (a.post < b.post ? -1 : 1));
}

/** Mail that came back, oldest first, so that the newest of a post is what stands. */
async function bouncedMail(store: Store, scope: Record<string, unknown>) {
  const ids =
    'campaign' in scope ? await store.notices.distinct('message', { ...scope, state: 'bounced' } as never) : null;
  const filter = { state: 'bounced', ...(ids && { _id: { $in: ids } }) };
  return store.messages
    .find(filter as never)
    .sort({ 'bounce.at': 1 })
    .toArray();
}

async function personsBy(store: Store, ids: (string | null)[]): Promise<Map<string, Person>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  const persons = await store.persons.find({ _id: { $in: known } }).toArray();
  return new Map(persons.map((person) => [person._id, person]));
}

function faceOf(post: string, organisation: OrganisationOfDay): Pick<Unreachable, 'post' | 'title' | 'unit'> {
  const known = organisation.post(post);
  const unit = known?.unit ?? post.slice(0, post.indexOf(':'));
  return { post, title: known?.title ?? post, unit: organisation.tree.unit(unit)?.name ?? unit };
}

const callOf = ({ name, phone }: Person) => ({ name, phone });
