import { treeAsOf, type Unit } from '#libs/domain';
import { ownerPost, somebodyFor } from './owner-post.js';

const unit = (id: string): Unit => ({
  id,
  name: id,
  kind: 'x',
  groups: [],
  validFrom: '2010-01-01',
  validTo: null,
  successors: [],
});
const edge = { id: 'e', unit: 'c', parent: 'p', validFrom: '2010-01-01', validTo: null };
const tree = treeAsOf([unit('p'), unit('c')], [edge], '2026-01-01');
const bodies = { standingBody: 's', chairPost: 'p:chair' };
const owed = { kind: 'report', answeringUnit: 'c', receiver: 'p' } as const;

describe('who must move an obligation on', () => {
  it('is the focal post while it is owed and the reviewer once it is in', () => {
    expect(ownerPost({ ...owed, state: 'open' }, bodies)).toBe('c:focal');
    expect(ownerPost({ ...owed, state: 'submitted' }, bodies)).toBe('p:focal');
    expect(ownerPost({ ...owed, state: 'scheduled' }, bodies)).toBe('s:focal');
  });

  it('is left to the operator where the table says administrator', () => {
    expect(ownerPost({ ...owed, state: 'parked' }, bodies)).toBeNull();
  });

  it('is nobody where the record names no unit', () => {
    expect(ownerPost({ ...owed, receiver: '', state: 'submitted' }, bodies)).toBe('');
  });

  it('is nobody in a state that the table does not know as open', () => {
    expect(ownerPost({ ...owed, state: 'accepted' }, bodies)).toBe('');
  });

  it('may be a head above, but must be somebody', () => {
    expect(somebodyFor('c:focal', new Set(['c:focal']), tree)).toBe(true);
    expect(somebodyFor('c:focal', new Set(['p:head']), tree)).toBe(true);
    expect(somebodyFor('c:focal', new Set(['p:focal']), tree)).toBe(false);
  });
});
