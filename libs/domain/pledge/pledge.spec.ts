import fc from 'fast-check';
import { aTarget } from '../target/target.fixture.js';
import type { Target } from '../target/target.types.js';
import { pledgeFaults } from './pledge-faults.js';
import { pledgeLines, type GivenPledge } from './pledge-table.js';
import { percentBeyond, stretchOf } from './stretch.js';
import { stretchText } from './stretch-text.js';
import { untakenTargets } from './untaken.js';

const commune = { id: 'xa-1', kind: 'commune', groups: ['poor'] };
const works: Target = aTarget({ id: 'T1', mode: 'each_unit', comparator: 'at_least', value: 10 });
const poverty: Target = aTarget({ id: 'T2', mode: 'each_unit', comparator: 'at_most', value: 4 });
const shared: Target = aTarget({ id: 'T3', mode: 'allocated', value: 100, allocation: { 'xa-2': 100 } });
const given = (value: number | null): GivenPledge => ({
  ...{ value, kind: 'registration', obligation: 'c.r.registration.xa-1.main', state: 'accepted' },
});

describe('the stretch of a pledge', () => {
  it('is what seed 004 writes: 10.082 triệu against 9.466,667 assigned is +6,5 %', () => {
    const stretch = stretchOf(works, 9466.667, 10082)!;
    expect(stretch).toEqual({ difference: 615.333, percent: 6.5, level: 'more' });
    expect(stretchText(stretch)).toBe('+6,5 % so với chỉ tiêu trên giao');
  });

  it('knows that of a ceiling less is more, keeps the sign, and says nothing where nothing is known', () => {
    expect(stretchOf(poverty, 4, 3)).toEqual({ difference: -1, percent: -25, level: 'more' });
    expect(stretchText(stretchOf(poverty, 4, 3)!)).toBe('−25 % so với chỉ tiêu trên giao');
    expect(stretchOf(works, 0, 3)).toEqual({ difference: 3, percent: null, level: 'more' });
    expect(stretchText(stretchOf(works, 0, 3)!)).toBe('+3 so với chỉ tiêu trên giao');
    expect(stretchText(stretchOf(works, 3, 3)!, 'en')).toBe('as assigned');
    expect([stretchOf(works, null, 3), stretchOf(works, 3, null)]).toEqual([null, null]);
  });

  it('is exact to the last digit for any decimals', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(cents, cents, (assigned, pledged) => {
        const stretch = stretchOf(works, assigned / 100, pledged / 100)!;
        expect(Math.round(stretch.difference * 100)).toBe(pledged - assigned);
        expect(stretch.difference).toBe((pledged - assigned) / 100);
        expect(stretch.level).toBe(pledged === assigned ? 'equal' : pledged > assigned ? 'more' : 'less');
        if (assigned === 0) return expect(stretch.percent).toBeNull();
        // 10,000 times the percentage, halves away from zero, in whole numbers
        const [over, under] = [BigInt(pledged - assigned) * 10_000n, BigInt(Math.abs(assigned))];
        const size = ((over < 0n ? -over : over) * 2n + under) / (2n * under);
        expect(stretch.percent).toBe((Number(size) * (over < 0n ? -1 : 1)) / 100 + 0);
        return expect(percentBeyond(assigned / 100, pledged / 100)).toBe(stretch.percent);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a registration', () => {
  const asked = [
    { target: works, assigned: 10 },
    { target: poverty, assigned: 4 },
  ];
  const codes = (pledges: { target: string; value: number | null }[]) =>
    pledgeFaults(asked, pledges).map(({ path, code }) => `${path} ${code}`);

  it('pledges every target at the assigned level or beyond it, and all that is wrong is told at once', () => {
    expect(
      codes([
        { target: 'T1', value: 10 },
        { target: 'T2', value: 3.5 },
      ]),
    ).toEqual([]);
    expect(
      codes([
        { target: 'T1', value: 9.99 },
        { target: 'T2', value: 4.01 },
      ]),
    ).toEqual(['pledges.T1 fault.pledge-below-assigned', 'pledges.T2 fault.pledge-below-assigned']);
    expect(codes([{ target: 'T1', value: null }])).toEqual([
      'pledges.T1 fault.pledge-missing',
      'pledges.T2 fault.pledge-missing',
    ]);
  });

  it('may leave open what nobody has assigned, if it says so', () => {
    const open = [{ target: shared, assigned: null }];
    expect(pledgeFaults(open, [{ target: 'T3', value: null }])).toEqual([]);
    expect(pledgeFaults(open, [{ target: 'T3', value: 1 }])).toEqual([]);
    expect(pledgeFaults(open, [])).toHaveLength(1);
  });
});

describe('assigned, pledged, achieved', () => {
  it('shows a unit what it is asked for and what it pledged beside, with the level of its group', () => {
    const ofPoor = { ...works, overrides: [{ group: 'poor', value: 8 }] };
    const lines = pledgeLines(commune, [ofPoor, poverty, shared], {
      pledges: new Map([
        ['T1', given(9)],
        ['T3', given(5)],
      ]),
      achieved: new Map([['T1', { value: 11, status: 'final' as const, step: 'final' }]]),
    });
    expect(lines).toMatchObject([
      {
        target: 'T1',
        assigned: 8,
        group: 'poor',
        pledged: { value: 9 },
        stretch: { percent: 12.5 },
        achieved: { value: 11 },
      },
      { target: 'T2', assigned: 4, group: null, pledged: null, stretch: null, achieved: null },
      { target: 'T3', assigned: null, pledged: { value: 5 }, stretch: null },
    ]);
  });

  it('lists what nobody took up: assigned to no unit, pledged by none, carried out by no campaign below', () => {
    const open: Target = aTarget({ id: 'T4', mode: 'each_unit', comparator: 'at_least', value: null });
    const ids = (pledged: string[], carried: string[]) =>
      untakenTargets([works, shared, open], [commune], new Set(pledged), new Set(carried)).map(({ target }) => target);
    expect(ids([], [])).toEqual(['T3', 'T4']);
    expect(ids(['T4'], [])).toEqual(['T3']);
    expect(ids(['T4'], ['T3'])).toEqual([]);
  });
});
