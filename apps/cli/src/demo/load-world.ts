import { insertMissing, type Store } from '#libs/store';
import type { DemoWorld } from './demo-world.js';

const keyed = <T extends { id: string }>(items: T[]) => items.map(({ id, ...rest }) => ({ _id: id, ...rest }));

/** Units, edges, posts, people; what is there stays. */
export async function loadWorld(store: Store, world: DemoWorld): Promise<void> {
  await insertMissing(store.units as never, keyed(world.units) as never);
  await insertMissing(store.edges as never, keyed(world.edges) as never);
  await insertMissing(store.posts as never, keyed(world.posts) as never);
  await insertMissing(store.persons as never, keyed(world.persons) as never);
  await insertMissing(store.holders as never, keyed(world.holders) as never);
}
