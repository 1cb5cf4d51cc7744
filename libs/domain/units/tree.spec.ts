import fc from 'fast-check';
import { isValidOn, treeAsOf } from './tree.js';
import { TwoParents, UnitCycle } from './unit-tree-defects.js';
import type { ParentEdge, Unit } from './unit.types.js';

const unit = (id: string, kind: string, more: Partial<Unit> = {}): Unit => ({
  id,
  name: id,
  kind,
  groups: [],
  validFrom: '2000-01-01',
  validTo: null,
  successors: [],
  ...more,
});
const edge = (child: string, parent: string, more: Partial<ParentEdge> = {}): ParentEdge => ({
  id: `${child}>${parent}`,
  unit: child,
  parent,
  validFrom: '2000-01-01',
  validTo: null,
  ...more,
});

/** The district ends on 30/6/2025; two of its communes merge, all hang below the province afterwards. */
const gone = { validTo: '2025-06-30' };
const born = { validFrom: '2025-07-01' };
const units = [
  unit('tinh', 'province'),
  unit('so', 'department'),
  unit('huyen', 'district', { ...gone, successors: ['xa-moi', 'xa-c'] }),
  unit('xa-a', 'commune', { ...gone, groups: ['new_rural'], successors: ['xa-tam'] }),
  unit('xa-b', 'commune', { ...gone, groups: ['new_rural', 'poor'], successors: ['xa-moi'] }),
  unit('xa-tam', 'commune', { validFrom: '2025-07-01', validTo: '2025-07-31', successors: ['xa-moi'] }),
  unit('xa-c', 'commune', { groups: ['poor'] }),
  unit('xa-moi', 'commune', born),
];
const edges = [
  edge('so', 'tinh'),
  edge('huyen', 'tinh'),
  edge('xa-a', 'huyen'),
  edge('xa-b', 'huyen'),
  edge('xa-c', 'huyen', gone),
  edge('xa-c', 'tinh', { ...born, id: 'again' }),
  edge('xa-moi', 'tinh', born),
];

describe('the unit tree of a day', () => {
  const before = treeAsOf(units, edges, '2025-06-30');
  const after = treeAsOf(units, edges, '2025-08-01');

  it('counts the first and the last day of validity', () => {
    const span = { validFrom: '2025-01-01', validTo: '2025-06-30' };
    expect(['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01'].map((day) => isValidOn(span, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('shows the tree as it stood', () => {
    expect(before.ancestorsOf('xa-c')).toEqual(['huyen', 'tinh']);
    expect(before.childrenOf('huyen')).toEqual(['xa-a', 'xa-b', 'xa-c']);
    expect(after.ancestorsOf('xa-c')).toEqual(['tinh']);
    expect(after.childrenOf('tinh')).toEqual(['so', 'xa-c', 'xa-moi']);
    expect(after.parentOf('xa-a')).toBeNull();
    expect(after.parentOf('tinh')).toBeNull();
    expect(after.unit('xa-a')?.kind).toBe('commune');
    expect(after.unit('nowhere')).toBeUndefined();
  });

  it('selects by every condition given', () => {
    expect(before.select({ kinds: ['commune'] })).toEqual(['xa-a', 'xa-b', 'xa-c']);
    expect(before.select({ kinds: ['commune'], groups: ['poor'] })).toEqual(['xa-b', 'xa-c']);
    expect(before.select({ groups: ['poor', 'new_rural'], exclude: ['xa-a'] })).toEqual(['xa-b', 'xa-c']);
    expect(before.select({ under: 'huyen' })).toEqual(['xa-a', 'xa-b', 'xa-c']);
    expect(before.select({ units: ['so', 'xa-a'], under: 'huyen' })).toEqual(['xa-a']);
    expect(after.select({ kinds: ['commune'], under: 'huyen' })).toEqual([]);
  });

  it('stays below the root, which takes part only when it is named', () => {
    expect(before.select({}, 'huyen')).toEqual(['xa-a', 'xa-b', 'xa-c']);
    expect(before.select({ units: ['huyen', 'xa-a', 'so'] }, 'huyen')).toEqual(['huyen', 'xa-a']);
  });

  it('follows mergers to the living', () => {
    expect(after.successorsOf('xa-a')).toEqual(['xa-moi']);
    expect(after.successorsOf('huyen')).toEqual(['xa-c', 'xa-moi']);
    expect(after.successorsOf('xa-c')).toEqual([]);
    expect(treeAsOf(units, edges, '2025-07-15').successorsOf('xa-a')).toEqual(['xa-tam']);
  });

  it('refuses a cycle and names it', () => {
    const round = [unit('a', 'x'), unit('b', 'x'), unit('c', 'x')];
    const bad = [edge('a', 'b'), edge('b', 'c'), edge('c', 'a')];
    expect(() => treeAsOf(round, bad, '2025-01-01')).toThrow(UnitCycle);
    expect(() => treeAsOf(round, bad, '2025-01-01')).toThrow('a → b → c → a');
    expect(() => treeAsOf([unit('a', 'x')], [edge('a', 'a')], '2025-01-01')).toThrow(UnitCycle);
  });

  it('refuses a circle of successors', () => {
    const dead = [unit('a', 'x', { ...gone, successors: ['b'] }), unit('b', 'x', { ...gone, successors: ['a'] })];
    expect(() => treeAsOf(dead, [], '2026-01-01').successorsOf('a')).toThrow(UnitCycle);
  });

  it('refuses two parents on one day', () =>
    expect(() => treeAsOf(units, [...edges, edge('xa-c', 'so')], '2025-08-01')).toThrow(TwoParents));

  /** A random forest: each unit hangs below one of a smaller number, or below none. */
  const forest = fc.array(fc.option(fc.nat()), { minLength: 1, maxLength: 40 }).map((parents) => {
    const ids = parents.map((_, i) => `u${i}`);
    return {
      units: ids.map((id) => unit(id, 'x')),
      edges: parents.flatMap((parent, i) => (parent === null || i === 0 ? [] : [edge(`u${i}`, `u${parent % i}`)])),
    };
  });

  it('agrees with itself in both directions', () =>
    fc.assert(
      fc.property(forest, (world) => {
        const tree = treeAsOf(world.units, world.edges, '2025-01-01');
        for (const { id } of world.units) {
          const parent = tree.parentOf(id);
          expect(tree.ancestorsOf(id)).toEqual(parent === null ? [] : [parent, ...tree.ancestorsOf(parent)]);
          if (parent !== null) expect(tree.childrenOf(parent)).toContain(id);
          for (const child of tree.childrenOf(id)) expect(tree.parentOf(child)).toBe(id);
          expect(tree.select({ under: id })).toEqual(
            world.units
              .map((one) => one.id)
              .filter((one) => tree.ancestorsOf(one).includes(id))
              .sort(),
          );
        }
      }),
    ));

  it('does not depend on the order of its input, and finds every cycle', () =>
    fc.assert(
      fc.property(forest, fc.nat(), (world, pick) => {
        const tree = treeAsOf(world.units, world.edges, '2025-01-01');
        const turned = treeAsOf([...world.units].reverse(), [...world.edges].reverse(), '2025-01-01');
        expect(turned.select({})).toEqual(tree.select({}));
        for (const { id } of world.units) expect(turned.childrenOf(id)).toEqual(tree.childrenOf(id));

        const low = world.units[pick % world.units.length]!.id;
        const top = tree.ancestorsOf(low).at(-1) ?? low;
        expect(() => treeAsOf(world.units, [...world.edges, edge(top, low)], '2025-01-01')).toThrow(UnitCycle);
      }),
    ));
});
