import { contentHash, keepIndicator, saveOrganisation, type OrganisationDocs, type Store } from '#libs/store';
import type { DemoWorld } from './demo-world.js';
import type { World } from './worlds/world.types.js';

/** The catalogue is older than every campaign of the demo. */
const BEFORE_ALL = new Date('2014-01-01T00:00:00Z');

/** Units, edges, posts, people, the catalogue of indicators; what is there stays. */
export async function loadWorld(
  store: Store,
  { units, edges, posts, persons, holders, indicators = [] }: World & Partial<Pick<DemoWorld, 'indicators'>>,
): Promise<void> {
  await saveOrganisation(store, {
    units: keyed(units),
    edges: keyed(edges),
    posts: keyed(posts),
    persons: keyed(persons),
    holders: keyed(holders),
  } satisfies OrganisationDocs);
  for (const indicator of indicators) {
    const keyHash = contentHash(['demo', indicator.id]);
    await keepIndicator(store, indicator, {
      by: `${indicator.keeper}:focal`,
      at: BEFORE_ALL,
      keyHash,
      bodyHash: keyHash,
    });
  }
}

const keyed = <T extends { id: string }>(items: T[]) => items.map(({ id, ...rest }) => ({ _id: id, ...rest }));
