import type { Post, Unit } from '#libs/domain';
import type { World } from '../../apps/cli/src/demo/worlds/world.types.js';

/** Units and posts are there before any random campaign begins. */
export const BEGINNING = '2010-01-01';
export const ROOT = 'pr';
export const OFFICE = 'pr-office';
/** Group of a part of the communes. */
export const HIGHLAND = 'highland';

/** What a generator draws from. */
export interface Luck {
  whole(from: number, to: number): number;
  chance(share: number): boolean;
}

export const one = <T>(luck: Luck, of: readonly T[]): T => of[luck.whole(0, of.length - 1)]!;

/** A province, its office, districts, and communes spread unevenly over them: n units in all; nobody holds a post yet. */
export function randomTree(n: number, luck: Luck): World {
  const world: World = { units: [], edges: [], posts: [], persons: [], holders: [] };
  add(world, ROOT, 'province', null, ['focal', 'head', 'chair']);
  add(world, OFFICE, 'office', ROOT, ['focal', 'head']);
  const districts = numbered(luck.whole(Math.max(2, Math.floor(n / 30)), Math.max(2, Math.floor(n / 10))), 'pr-d');
  for (const id of districts) add(world, id, 'district', ROOT, ['focal', 'head']);
  const communes = new Map(districts.map((id) => [id, 1]));
  // a few large districts and many small ones
  const large = districts.slice(0, luck.whole(1, districts.length));
  for (let left = n - 2 - 2 * districts.length; left > 0; left -= 1) {
    const id = one(luck, luck.chance(0.6) ? large : districts);
    communes.set(id, communes.get(id)! + 1);
  }
  for (const [district, count] of communes)
    for (const id of numbered(count, `${district}-x`))
      add(world, id, 'commune', district, ['focal', 'head'], luck.chance(0.3) ? [HIGHLAND] : []);
  return world;
}

const numbered = (count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${String(at + 1).padStart(2, '0')}`);

function add(
  world: World,
  id: string,
  kind: Unit['kind'],
  parent: string | null,
  roles: Post['role'][],
  groups: string[] = [],
): void {
  world.units.push({ id, name: id, kind, groups, validFrom: BEGINNING, validTo: null, successors: [] });
  if (parent) world.edges.push({ id: `e-${id}`, unit: id, parent, validFrom: BEGINNING, validTo: null });
  for (const role of roles)
    world.posts.push({ id: `${id}:${role}`, unit: id, role, title: `${role} ${id}`, mailbox: null });
}
