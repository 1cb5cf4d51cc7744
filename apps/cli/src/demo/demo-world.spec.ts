import { treeAsOf } from '#libs/domain/units/tree.js';
import { demoWorld } from './demo-world.js';

const world = demoWorld(1);
const tree = treeAsOf(world.units, world.edges, '2018-01-01');
const below = (root: string, ...kinds: string[]) => tree.select({ kinds }, root);
const twice = (ids: string[]) => ids.filter((id, i) => ids.indexOf(id) !== i);

describe('the organisations of the demo', () => {
  it('has the province of its time: 12 districts, 204 communes of which 188 count for nông thôn mới', () => {
    expect(below('sl', 'district')).toHaveLength(12);
    expect(below('sl', 'commune')).toHaveLength(188);
    expect(below('sl', 'ward')).toHaveLength(7);
    expect(below('sl', 'township')).toHaveLength(9);
    expect(tree.select({ groups: ['new_rural'] })).toEqual(below('sl', 'commune'));
    expect(below('sl', 'department').length).toBeGreaterThan(20);
    expect(tree.select({ groups: ['poor_district'] })).toHaveLength(5);
  });

  it('hangs every commune below a district', () => {
    const districts = below('sl', 'district');
    for (const id of below('sl', 'commune', 'ward', 'township')) expect(districts).toContain(tree.parentOf(id));
  });

  it('has 12 xã and 1 thị trấn in Tam Đường, 15 tổ and bản in Quyết Thắng', () => {
    expect(below('td', 'commune')).toHaveLength(12);
    expect(below('td', 'township')).toHaveLength(1);
    expect(below('qt', 'village_group')).toHaveLength(15);
    expect(below('qt', 'school').length).toBeGreaterThan(0);
    expect(world.posts.filter(({ unit, role }) => unit === 'td-hd' && role === 'member')).toHaveLength(9);
  });

  it('names nothing twice and uses plain ids', () => {
    const { units, edges, posts, persons, holders } = world;
    for (const list of [units, edges, posts, persons, holders]) expect(twice(list.map(({ id }) => id))).toEqual([]);
    for (const { id } of [...units, ...edges, ...persons, ...holders]) expect(id).toMatch(/^[a-z0-9-]+$/);
    for (const { id } of posts) expect(id).toMatch(/^[a-z0-9-]+:[a-z0-9-]+$/);
  });

  it('gives every unit a focal and a head post, and only made addresses', () => {
    const posts = new Set(world.posts.map(({ id }) => id));
    for (const { id } of world.units) for (const role of ['focal', 'head']) expect(posts).toContain(`${id}:${role}`);
    for (const { name, email } of world.persons) {
      expect(name).toMatch(/\(mẫu\)/);
      if (email !== null) expect(email).toMatch(/^[a-z0-9-]+@demo\.dondoc\.test$/);
    }
    expect(twice(world.persons.flatMap(({ email }) => email ?? []))).toEqual([]);
  });

  it.each([1, 2, 3, 7, 42])(
    'has vacant heads and changing focal points, but never where the campaign hangs on it (seed %i)',
    (seed) => {
      const { posts, holders } = demoWorld(seed);
      const held = new Set(holders.map(({ post }) => post));
      const vacant = posts.filter(({ id }) => !held.has(id));
      expect(vacant.length).toBeGreaterThan(3);
      expect(vacant.every(({ role }) => role === 'head')).toBe(true);
      const followed = twice(holders.map(({ post }) => post));
      expect(followed.length).toBeGreaterThan(3);
      for (const unit of ['sl', 'sl-snv', 'sl-vp', 'td', 'td-pnv', 'td-vp', 'td-hd', 'qt', 'qt-hd', 'qt-vp']) {
        expect(vacant.some((post) => post.unit === unit)).toBe(false);
        expect(followed.some((post) => post.startsWith(`${unit}:`))).toBe(false);
      }
    },
  );

  it('is the same for the same seed and another for another', () => {
    expect(demoWorld(1)).toEqual(world);
    expect(demoWorld(2).holders).not.toEqual(world.holders);
    expect(demoWorld(2).plans).toEqual(world.plans);
  });
});
