import fc from 'fast-check';
import { instantAt } from '../time/local-date.js';
import { count, NO_STATISTICS, type Counted } from './statistics.js';

const due = instantAt('2025-06-14');
const deadlines = [
  { version: 1, dueAt: due, lastDay: '2025-06-13', by: 'tinh', at: due, kind: 'plan' as const, ground: 'kế hoạch' },
];
const report = (facts: Partial<Counted>): Counted => ({
  ...{ kind: 'report', state: 'open', submittedAt: null, onTime: null, nil: false, returns: 0, deadlines },
  ...facts,
});
const statistics = (all: Counted[], now = instantAt('2025-06-20')) =>
  all.reduce((so, o) => count(so, o, now), NO_STATISTICS);

describe('statistics of what was owed', () => {
  it('counts on time, late, nil, returned, overdue and the days', () => {
    const all = [
      report({ state: 'accepted', submittedAt: instantAt('2025-06-10'), onTime: true, nil: true }),
      report({ state: 'returned', submittedAt: instantAt('2025-06-17'), onTime: false, returns: 2 }),
      report({ state: 'open' }),
      report({ state: 'excused' }),
      report({ state: 'scheduled' }),
      report({ kind: 'vote', state: 'done' }),
    ];
    expect(statistics(all)).toEqual({
      ...{ expected: 3, actual: 2, rate: 66.66, onTime: 1, late: 1, nil: 1, returned: 1, overdue: 1 },
      daysLate: 3 + 6,
    });
    expect(statistics([])).toEqual(NO_STATISTICS);
  });

  it('a rate is never above 100, and 100 only when everybody is in', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => instantAt(`2025-06-${String(n).padStart(2, '0')}`));
    const one = fc.record({
      kind: fc.constantFrom('report', 'covenant', 'vote', 'final_report', 'decision'),
      state: fc.constantFrom(
        'scheduled',
        'open',
        'submitted',
        'received',
        'returned',
        'accepted',
        'lapsed',
        'excused',
        'parked',
      ),
      submittedAt: fc.option(day),
      nil: fc.boolean(),
      returns: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(one), day, (all, now) => {
        const given = all.map((facts) => report({ ...facts, onTime: facts.submittedAt && facts.submittedAt <= due }));
        const { expected, actual, rate, onTime, late, overdue, nil } = statistics(given, now);
        expect(actual).toBeLessThanOrEqual(expected);
        expect(onTime + late).toBe(actual);
        expect(overdue).toBeLessThanOrEqual(expected - actual);
        expect(nil).toBeLessThanOrEqual(actual);
        if (expected === 0) expect(rate).toBeNull();
        else {
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate === 100).toBe(actual === expected);
          expect(rate).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
