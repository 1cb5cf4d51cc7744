import fc from 'fast-check';
import { ACTIONS, asListed, LISTED, oneByOne, storedOf } from './allowed.fixture.js';
import { filterOf, type Filter } from './filter.js';
import { readerIn, ROLES, worlds, type World } from './world.fixture.js';

type Doc = Record<string, unknown>;
const at = (doc: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Doc | undefined)?.[key], doc);

/** MongoDB's own meaning of the few operators we use, written by hand: a field missing is null, a list holds what it holds. */
function holds(value: unknown, test: unknown): boolean {
  const held = Array.isArray(value) ? value : [value ?? null];
  if (test === null || typeof test !== 'object') return held.includes(test);
  return Object.entries(test).every(([operator, wanted]) => {
    if (operator === '$in') return (wanted as unknown[]).some((one) => held.includes(one));
    if (operator === '$ne') return !held.includes(wanted);
    if (operator === '$exists') return (value !== undefined) === wanted;
    throw new Error(`An operator nobody compared: ${operator}`);
  });
}

const matches = (doc: Doc, filter: Filter): boolean =>
  Object.entries(filter).every(([key, test]) => {
    if (key === '$or') return (test as Filter[]).some((one) => matches(doc, one));
    if (key === '$and') return (test as Filter[]).every((one) => matches(doc, one));
    return holds(at(doc, key), test);
  });

const finder = (world: World) => (kind: (typeof LISTED)[number], filter: Filter) =>
  Promise.resolve(storedOf(world, kind).flatMap((one) => (matches(one as never, filter) ? [one._id] : [])));

const cases = worlds.chain((world) =>
  fc.record({
    world: fc.constant(world),
    unit: fc.constantFrom('u0', ...Object.keys(world.parents)),
    role: fc.constantFrom(...ROLES),
    kind: fc.constantFrom(...LISTED),
  }),
);

describe('a list shows what the policy allows one by one', () => {
  it('in any tree, for any reader, kind and action', async () => {
    let shown = 0;
    let hidden = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ world, unit, role, kind }) => {
        const reader = readerIn(world, unit, role);
        for (const action of ACTIONS[kind]) {
          const allowed = oneByOne(world, reader, action, kind);
          expect([action, await asListed(finder(world), reader, action, kind)]).toEqual([action, allowed]);
          if (action === 'read') {
            shown += allowed.length;
            hidden += storedOf(world, kind).length - allowed.length;
          }
        }
      }),
      { numRuns: 500 },
    );
    // what never shows or never hides would prove nothing
    expect(Math.min(shown, hidden)).toBeGreaterThan(100);
  });

  it('everything where development shows everything, nothing of what nobody may', () => {
    expect(filterOf('everyone', 'read', 'obligation')).toEqual({});
    expect(filterOf('everyone', 'submit', 'obligation')).toEqual({ _id: { $in: [] } });
  });

  it('mail only to the posts of the own unit, unless all of it is read', () => {
    const reader = readerIn({ parents: { u1: 'u0' } }, 'u1', 'focal');
    expect(filterOf(reader, 'read', 'mail', { posts: ['u1:focal'] })).toEqual({
      $or: [{ posts: { $in: ['u1:focal'] } }],
    });
    expect(filterOf({ ...reader, role: 'administrator' }, 'read', 'mail')).toEqual({});
  });
});
