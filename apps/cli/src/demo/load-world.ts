import { saveOrganisation, type OrganisationDocs, type Store } from '#libs/store';
import type { DemoWorld } from './demo-world.js';

/** Units, edges, posts, people; what is there stays. */
export async function loadWorld(store: Store, { units, edges, posts, persons, holders }: DemoWorld): Promise<void> {
  await saveOrganisation(store, {
    units: keyed(units),
    edges: keyed(edges),
    posts: keyed(posts),
    persons: keyed(persons),
    holders: keyed(holders),
  } satisfies OrganisationDocs);
}

const keyed = <T extends { id: string }>(items: T[]) => items.map(({ id, ...rest }) => ({ _id: id, ...rest }));
