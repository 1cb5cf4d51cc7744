import type { Unit } from '#libs/domain';
import type { World } from '../demo/worlds/world.types.js';

/** Provinces of the country since July 2025, and communes of each in round figures. */
const DISTRICTS = 34;
const COMMUNES_EACH = 100;
const BEGINNING = '2010-01-01';
export const ROOT = 'bx';

/**
 * A tree of n units below its root: 34 districts, up to 100 communes in each, the rest leaves shared out over the communes.
 * One person holds both posts of a unit, so that letters to focal point and head fold into one.
 */
export function benchWorld(n: number): World {
  const world: World = { units: [], edges: [], posts: [], persons: [], holders: [] };
  add(world, ROOT, 'province', null);
  const districts = ids('d', Math.min(n, DISTRICTS));
  const communes = ids('c', Math.min(n - districts.length, DISTRICTS * COMMUNES_EACH));
  const leaves = ids('l', n - districts.length - communes.length);
  for (const id of districts) add(world, id, 'district', ROOT);
  communes.forEach((id, at) => add(world, id, 'commune', districts[at % districts.length]!));
  leaves.forEach((id, at) => add(world, id, 'leaf', communes[at % communes.length]!));
  return world;
}

const ids = (letter: string, count: number): string[] =>
  Array.from({ length: Math.max(0, count) }, (_, at) => `${letter}${String(at).padStart(6, '0')}`);

function add(world: World, id: string, kind: Unit['kind'], parent: string | null): void {
  world.units.push({ id, name: id, kind, groups: [], validFrom: BEGINNING, validTo: null, successors: [] });
  if (parent) world.edges.push({ id: `e-${id}`, unit: id, parent, validFrom: BEGINNING, validTo: null });
  world.persons.push({ id: `p-${id}`, name: id, email: `${id}@bench.invalid`, phone: null });
  for (const role of ['focal', 'head', ...(parent ? [] : ['chair'])] as const) {
    const post = `${id}:${role}`;
    world.posts.push({ id: post, unit: id, role: role as 'focal', title: role, mailbox: null });
    world.holders.push({ id: `h-${post}`, post, person: `p-${id}`, from: BEGINNING, to: null });
  }
}
