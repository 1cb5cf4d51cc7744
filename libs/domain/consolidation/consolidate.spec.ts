import fc from 'fast-check';
import type { ObligationState } from '../obligation/obligation.types.js';
import { concerns } from '../target/concern.js';
import { aTarget } from '../target/target.fixture.js';
import type { Figure, RollupMethod } from '../target/target.types.js';
import { consolidate, merge, proposedFigures } from './consolidate.js';
import { ratioBase, ratioOf } from './ratio.js';
import type { ReportRow } from './total.types.js';

const figure = (value: number | null, parts?: [number, number], target = 'T'): Figure => ({
  target,
  value,
  ...(parts && { numerator: parts[0], denominator: parts[1] }),
  status: 'final',
});
const row = (unit: string, ...figures: Figure[]): ReportRow => ({ unit, state: 'accepted', figures, nil: false });
const target = (method: RollupMethod, facts = {}) => aTarget({ mode: 'each_unit', method, ...facts });

describe('the table of a round', () => {
  it('38,4 and 0,1 billion are 38,5 billion', () => {
    const [total] = consolidate([target('sum')], [row('a', figure(38.4)), row('b', figure(0.1))], ['a', 'b']);
    expect(total).toEqual({
      target: 'T',
      method: 'sum',
      value: 38.5,
      coverage: { expected: 2, in: 2, nil: 0, missing: [], reasons: {} },
      unreviewed: 0,
      estimated: 0,
    });
  });

  it('a rate is made again from its parts: 50% of 10 and 90% of 90 are 86%, not 70%', () => {
    const rows = [row('a', figure(50, [5, 10])), row('b', figure(90, [81, 90]))];
    expect(consolidate([target('ratio')], rows, ['a', 'b'])[0]).toMatchObject({
      value: 86,
      numerator: 86,
      denominator: 100,
    });
  });

  it('a percentage without its parts is left out and its unit is named with the reason', () => {
    const rows = [row('a', figure(50)), row('b', figure(90, [81, 90])), row('c', figure(null)), row('d')];
    expect(consolidate([target('ratio')], rows, ['a', 'b', 'c', 'd'])[0]).toMatchObject({
      value: 90,
      coverage: {
        expected: 4,
        in: 1,
        missing: ['a', 'c', 'd'],
        reasons: { a: 'no_parts', c: 'no_figure', d: 'no_figure' },
      },
    });
  });

  it('counts what is not reviewed yet and says how much of it', () => {
    const states: ObligationState[] = ['submitted', 'received', 'accepted', 'returned', 'open', 'lapsed', 'excused'];
    const rows = states.map((state) => ({ ...row(state, figure(1)), state }));
    expect(consolidate([target('sum')], rows, [...states, 'silent'])[0]).toMatchObject({
      value: 3,
      unreviewed: 2,
      coverage: {
        expected: 8,
        in: 3,
        missing: ['excused', 'lapsed', 'open', 'returned', 'silent'],
        reasons: { excused: 'excused', lapsed: 'lapsed', open: 'no_report', returned: 'returned', silent: 'no_report' },
      },
    });
  });

  it('a nil report brings nothing and is in; nobody reporting is null, not zero', () => {
    const nil: ReportRow = { unit: 'a', state: 'submitted', figures: [], nil: true };
    expect(consolidate([target('sum')], [nil], ['a', 'b'])[0]).toMatchObject({
      value: null,
      unreviewed: 1,
      coverage: { expected: 2, in: 1, nil: 1, missing: ['b'] },
    });
    expect(consolidate([target('sum')], [nil, row('b', figure(2))], ['a', 'b'])[0]?.value).toBe(2);
  });

  it('largest, latest, cumulative counts', () => {
    const rows = [row('a', figure(2)), row('b', figure(7)), row('c', figure(1))];
    const value = (method: RollupMethod) => consolidate([target(method)], rows, ['c', 'b', 'a'])[0]?.value;
    expect([value('max'), value('last'), value('band')]).toEqual([7, 1, 10]);
  });

  it('all done: open while reports are missing, no as soon as one is not done', () => {
    const value = (...rows: ReportRow[]) => consolidate([target('all_done')], rows, ['a', 'b'])[0];
    expect(value(row('a', figure(1)))).toMatchObject({ value: null, numerator: 1, denominator: 1 });
    expect(value(row('a', figure(1)), row('b', figure(1)))).toMatchObject({ value: 1, numerator: 2, denominator: 2 });
    expect(value(row('a', figure(0)))).toMatchObject({ value: 0, numerator: 0, denominator: 1 });
    expect(value()?.value).toBeNull();
  });

  it('expects a single source only from its agency, a share only from those who have one, kinds as told', () => {
    const units = ['so-y-te', 'a', 'b'];
    const rows = [row('so-y-te', figure(8.6)), row('a', figure(1)), row('b', figure(2))];
    const facts = (mode: object, concerned?: Parameters<typeof consolidate>[3]) =>
      consolidate([aTarget({ method: 'sum', ...mode })], rows, units, concerned)[0];
    expect(facts({ mode: 'single_source', responsible: 'so-y-te' })).toMatchObject({
      value: 8.6,
      coverage: { expected: 1 },
    });
    expect(facts({ mode: 'allocated', allocation: { a: 1 } })).toMatchObject({ value: 1, coverage: { expected: 1 } });
    const kindOf = (id: string) => ({ id, kind: id === 'so-y-te' ? 'department' : 'commune', groups: [] });
    expect(
      facts({ mode: 'each_unit', units: { kinds: ['commune'] } }, (t, id) => concerns(t, kindOf(id))),
    ).toMatchObject({
      value: 3,
      coverage: { expected: 2, in: 2 },
    });
  });

  it('passes over cross-checks and counts estimates', () => {
    const rows = [row('a', { target: 'T', value: 3, status: 'estimated' })];
    const totals = consolidate([target('sum'), target('sum', { id: 'X', role: 'cross_check' })], rows, ['a']);
    expect(totals).toHaveLength(1);
    expect(totals[0]).toMatchObject({ target: 'T', estimated: 1 });
    expect(proposedFigures(totals)).toEqual([{ target: 'T', value: 3, status: 'estimated' }]);
  });

  it('two rows of one unit are a bug', () => {
    expect(() => consolidate([], [row('a'), row('a')], ['a'])).toThrow(RangeError);
  });
});

describe('what a rate is counted per', () => {
  it('percent, per 10.000 people, per head', () => {
    expect(['%', '% tăng', '/10.000 dân', '/1000', 'triệu đồng/người'].map(ratioBase)).toEqual([
      100, 100, 10000, 1000, 1,
    ]);
    expect(ratioOf(1118, 1_300_000, '/10.000 dân')).toBe(8.6);
    expect(ratioOf(1, 3, '%')).toBe(33.3333333333);
    expect(ratioOf(0, 0, '%')).toBeNull();
  });
});

describe('consolidating by levels gives what consolidating at once gives', () => {
  const targets = (['sum', 'ratio', 'max', 'band', 'all_done', 'last'] as const).map((method) =>
    target(method, { id: method }),
  );
  const amount = fc.integer({ min: 0, max: 99_999_999 }).map((value) => value / 1000);
  const state = fc.constantFrom<ObligationState>(
    'open',
    'submitted',
    'received',
    'accepted',
    'returned',
    'lapsed',
    'excused',
  );
  const status = fc.constantFrom('estimated' as const, 'final' as const);
  const report = fc.record({
    state,
    nil: fc.boolean(),
    status,
    value: fc.option(amount),
    parts: fc.option(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }))),
    done: fc.option(fc.constantFrom(0, 1)),
  });
  const province = fc.array(fc.array(fc.option(report), { maxLength: 6 }), { maxLength: 5 }).map((districts) =>
    districts.map((communes, d) => {
      const units = communes.map((_, c) => `${d}-${c}`);
      const rows = communes.flatMap((each, c) => {
        if (!each) return [];
        const { value, parts, done } = each;
        const figures = targets.map(({ id }): Figure => {
          const own = id === 'all_done' ? done : value;
          return { ...figure(own, id === 'ratio' && parts ? parts : undefined, id), status: each.status };
        });
        return [{ unit: `${d}-${c}`, state: each.state, nil: each.nil, figures }];
      });
      return { units, rows };
    }),
  );

  it('merging the districts', () => {
    fc.assert(
      fc.property(province, (districts) => {
        const all = consolidate(
          targets,
          districts.flatMap(({ rows }) => rows),
          districts.flatMap(({ units }) => units),
        );
        const byDistrict = districts.map(({ rows, units }) => consolidate(targets, rows, units));
        expect(merge(targets, byDistrict)).toEqual(all);
        const half = Math.ceil(byDistrict.length / 2);
        const inTwo = [merge(targets, byDistrict.slice(0, half)), merge(targets, byDistrict.slice(half))];
        expect(merge(targets, inTwo)).toEqual(all);
      }),
    );
  });

  it('districts that report their proposed figures upward bring the same values', () => {
    const additive = targets.filter(({ method }) => method !== 'all_done');
    fc.assert(
      fc.property(province, (districts) => {
        const all = consolidate(
          additive,
          districts.flatMap(({ rows }) => rows),
          districts.flatMap(({ units }) => units),
        );
        const up = districts.map(({ rows, units }, d) =>
          row(`d${d}`, ...proposedFigures(consolidate(additive, rows, units))),
        );
        const top = consolidate(
          additive,
          up,
          up.map(({ unit }) => unit),
        );
        expect(top.map(({ value, numerator, denominator }) => [value, numerator, denominator])).toEqual(
          all.map(({ value, numerator, denominator }) => [value, numerator, denominator]),
        );
      }),
    );
  });

  it('the expected are the ones in and the ones missing, and nobody is in twice', () => {
    fc.assert(
      fc.property(province, (districts) => {
        for (const { rows, units } of districts) {
          for (const { coverage, unreviewed } of consolidate(targets, rows, units)) {
            expect(coverage.expected).toBe(coverage.in + coverage.missing.length);
            expect(coverage.nil).toBeLessThanOrEqual(coverage.in);
            expect(unreviewed).toBeLessThanOrEqual(coverage.in);
            expect(Object.keys(coverage.reasons).sort()).toEqual(coverage.missing);
          }
        }
      }),
    );
  });
});
