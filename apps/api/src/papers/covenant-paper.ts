import { organisationOn } from '#libs/store';
import { askedTargets } from '../pledges/asked-targets.js';
import type { Asked, PaperSources } from './paper-sources.js';

const SIGNERS = ['head', 'chair'];

/** A covenant that a unit signs alone: its targets as assigned today, and who of the unit signs. */
export async function askedOfCovenant({ store, names, owed, today }: PaperSources): Promise<Asked<'covenant'>> {
  const organisation = await organisationOn(store, today);
  const posts = await store.posts
    .find({ unit: owed.answeringUnit, role: { $in: SIGNERS } } as never, { projection: { title: 1 } })
    .sort({ _id: 1 })
    .toArray();
  const holders = new Map(posts.map(({ _id }) => [_id, organisation.holderOf(_id)]));
  const [persons, targets] = await Promise.all([
    names.persons([...holders.values()].filter((person) => person !== null)),
    askedTargets(store, owed, organisation.tree, today),
  ]);
  return {
    targets,
    signers: posts.map(({ _id, title }) => ({ post: _id, title, name: persons.get(holders.get(_id) ?? '') ?? null })),
  };
}
