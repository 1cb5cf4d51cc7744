import fc from 'fast-check';
import { consolidate } from '../consolidation/consolidate.js';
import { aTarget } from '../target/target.fixture.js';
import { gapStatement, shareOf } from './gap.js';

const allocation = { a: 10, b: 30, c: 60 };
const target = aTarget({ id: 'T', mode: 'allocated', allocation, method: 'sum' });
const units = ['a', 'b', 'c'];

describe('a report that goes up without everybody', () => {
  it('names who is missing, why, and how much of the whole they are; also below the reports it was made from', () => {
    const rows = [
      {
        unit: 'b',
        state: 'accepted' as const,
        nil: false,
        figures: [{ target: 'T', value: 1, status: 'final' as const }],
      },
    ];
    const below = new Map([
      ['b', [{ unit: 'b-7', under: null, missing: [{ target: 'T', reason: 'no_report' as const, share: 0.1 }] }]],
    ]);
    expect(gapStatement([target], consolidate([target], rows, units), () => units, below)).toEqual([
      { unit: 'a', under: null, missing: [{ target: 'T', reason: 'no_report', share: 0.1 }] },
      { unit: 'b-7', under: 'b', missing: [{ target: 'T', reason: 'no_report', share: 0.1 }] },
      { unit: 'c', under: null, missing: [{ target: 'T', reason: 'no_report', share: 0.6 }] },
    ]);
  });

  it('shares of all that are asked make the whole, within the rounding', () => {
    const parts = fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 1_000_000 }), {
      minKeys: 1,
      maxKeys: 30,
    });
    fc.assert(
      fc.property(parts, fc.boolean(), (shares, allocated) => {
        const names = Object.keys(shares);
        const one = aTarget(allocated ? { mode: 'allocated', allocation: shares } : { mode: 'each_unit' });
        const whole = names.reduce((sum, name) => sum + shareOf(one, name, names), 0);
        expect(Math.abs(whole - 1)).toBeLessThan(0.0001 * names.length);
      }),
    );
  });
});
