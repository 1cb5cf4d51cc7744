import fc from 'fast-check';
import { doubleCounts, type Claim } from './double-count.js';

const claim = (unit: string, kind: string, facts: Partial<Claim> = {}): Claim => ({
  ...{ indicator: 'nha-o', place: 'xa-1', period: 'h1', unit, kind, value: 3.1 },
  ...facts,
});

describe('one result that two units count', () => {
  it('is flagged by indicator, place and period, with whose figure counts and what the other adds', () => {
    const claims = [
      claim('so', 'department', { value: 0.1 }),
      claim('xa-1', 'commune'),
      claim('xa-2', 'commune', { place: 'xa-2' }),
    ];
    expect(doubleCounts(claims, () => ['department', 'commune'])).toEqual([
      {
        ...{ indicator: 'nha-o', place: 'xa-1', period: 'h1', owner: 'so', excess: 3.1 },
        claims: [
          { unit: 'so', kind: 'department', value: 0.1 },
          { unit: 'xa-1', kind: 'commune', value: 3.1 },
        ],
      },
    ]);
    expect(doubleCounts(claims, () => ['commune'])).toMatchObject([{ owner: 'xa-1', excess: 0.1 }]);
    expect(doubleCounts(claims, () => [])).toMatchObject([{ owner: null, excess: null }]);
    expect(doubleCounts([...claims, claim('ban', 'department')], () => ['department'])).toMatchObject([
      { owner: null },
    ]);
  });

  it('is never flagged where every unit speaks of its own place, and one unit alone never doubles itself', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const any = fc.record({ indicator: name, period: name, unit: name, kind: name, value: fc.integer() });
    fc.assert(
      fc.property(fc.array(any), (claims) => {
        expect(
          doubleCounts(
            claims.map((one) => ({ ...one, place: one.unit })),
            () => [],
          ),
        ).toEqual([]);
        expect(
          doubleCounts(
            claims.map((one) => ({ ...one, unit: 'a', place: 'x' })),
            () => [],
          ),
        ).toEqual([]);
      }),
    );
  });
});
