import { readDemoData } from '../demo-data.js';
import { BEGINNING, staff } from './staffing.js';
import { unitEntries } from './unit-entries.js';
import type { World, WorldFile } from './world.types.js';

/** The three organisations of the demo, by the file that describes them. */
export const WORLD_FILES = ['son-la', 'tam-duong', 'quyet-thang'] as const;

/** One organisation from its file; the seed decides who holds which post, never which units there are. */
export function buildWorld(file: WorldFile, seed: number): World {
  const world: World = { units: [], edges: [], posts: [], persons: [], holders: [] };
  for (const entry of unitEntries(file)) {
    const { id, name, kind, groups = [] } = entry;
    world.units.push({ id, name, kind, groups, validFrom: BEGINNING, validTo: null, successors: [] });
    if (id !== file.root.id) {
      const parent = entry.parent ?? file.root.id;
      world.edges.push({ id: `e-${id}`, unit: id, parent, validFrom: BEGINNING, validTo: null });
    }
    staff(world, entry, file, seed);
  }
  return world;
}

/** All organisations side by side; their ids never meet. */
export function buildWorlds(seed: number): World {
  const worlds = WORLD_FILES.map((name) => buildWorld(readDemoData<WorldFile>('worlds', `${name}.yaml`), seed));
  return {
    units: worlds.flatMap((world) => world.units),
    edges: worlds.flatMap((world) => world.edges),
    posts: worlds.flatMap((world) => world.posts),
    persons: worlds.flatMap((world) => world.persons),
    holders: worlds.flatMap((world) => world.holders),
  };
}
