import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { ObligationState } from '../obligation/obligation.types.js';
import { aTarget } from '../target/target.fixture.js';
import { SheetFold } from './sheet-fold.js';
import { sheetCounts } from './sheet-counts.js';
import type { SheetRow } from './sheet-row.types.js';
import { PaperTree, plainTotals, TARGETS } from './paper-tree.fixture.js';

const STATES: ObligationState[] = ['open', 'submitted', 'received', 'returned', 'accepted', 'lapsed', 'excused'];
const amount = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n / 1000);
const parts = fc.integer({ min: 0, max: 5000 });

describe('a sheet that is kept up to date row by row', () => {
  it('says what counting all rows anew says, after every single change', () => {
    const change = fc.record({
      row: fc.integer({ min: 0, max: 7 }),
      state: fc.constantFrom(...STATES),
      at: fc.option(fc.integer({ min: 0, max: 5 }).map((n) => new Date(n * 86_400_000))),
      nil: fc.boolean(),
      onTime: fc.option(fc.boolean()),
      returns: fc.integer({ min: 0, max: 2 }),
      overdue: fc.boolean(),
      figures: fc.subarray(TARGETS.map(({ id }) => id)).chain((ids) =>
        fc.tuple(
          ...ids.map((target) =>
            fc.record({
              target: fc.constant(target),
              value: fc.option(amount),
              status: fc.constantFrom('estimated' as const, 'final' as const),
              ...(target === 'ratio' && { numerator: parts, denominator: parts }),
              ...(target === 'weighted_mean' && { weight: parts }),
            }),
          ),
        ),
      ),
      asked: fc.subarray(TARGETS.map(({ id }) => id)),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const fold = new SheetFold(TARGETS);
        const rows = new Map<string, SheetRow>();
        for (const { row, at, asked, overdue, ...facts } of changes) {
          const made = {
            ...facts,
            _id: `o${row}`,
            unit: `u${row}`,
            targets: asked,
            handedInAt: at,
            overdueAt: overdue ? new Date(0) : null,
          };
          rows.set(made._id, made);
          fold.put(made);
          expect(fold.header()).toEqual(sheetCounts(TARGETS, [...rows.values()]));
        }
      }),
    );
  });

  it('0,1 goes in and out a thousand times and leaves nothing behind', () => {
    const fold = new SheetFold([aTarget({ id: 'sum', mode: 'each_unit', method: 'sum' })]);
    const row = (id: string, value: number, state: ObligationState): SheetRow => ({
      ...{ _id: id, unit: id, state, onTime: true, nil: false, returns: 0, overdueAt: null, targets: ['sum'] },
      figures: [{ target: 'sum', value, status: 'final' }],
    });
    fold.put(row('a', 0.2, 'accepted'));
    for (let n = 0; n < 1000; n += 1) {
      fold.put(row('b', 0.1, 'accepted'));
      expect(fold.header().totals[0]!.value).toBe(0.3);
      fold.put(row('b', 0.1, 'returned'));
    }
    expect(fold.header().totals[0]).toMatchObject({ value: 0.2, coverage: { expected: 2, in: 1, nil: 0 } });
  });

  it('10,000 submissions, returns, amendments, withdrawals and re-openings in a tree of 4 levels and 2,000 units', () => {
    const tree = new PaperTree({ districts: 18, communes: 181, hamlets: 1800, seed: 7 });
    expect(tree.size).toBe(2000);
    let agreed = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const sheet = tree.act();
      const rows = tree.rowsOf(sheet);
      const header = tree.sheet(sheet).header();
      // beside the engine's own recompute a second reading that shares no line with it: thousandths in whole numbers
      const anew = isDeepStrictEqual(header, sheetCounts(TARGETS, rows));
      if (anew && isDeepStrictEqual(tree.plainHeader(header), plainTotals(rows))) agreed += 1;
    }
    expect(agreed).toBe(10_000);
    expect(Math.min(...Object.values(tree.done))).toBeGreaterThan(300);
    const { flat } = tree;
    expect(flat.header()).toEqual(sheetCounts(TARGETS, tree.allRows()));
    expect(tree.plainHeader(flat.header())).toEqual(plainTotals(tree.allRows()));
  });
});
