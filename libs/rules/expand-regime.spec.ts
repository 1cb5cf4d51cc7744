import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  expandRegime,
  isRefusal,
  workingDaysBetween,
  type ExpandedRegime,
  type RegimeSchedule,
} from '#libs/domain';
import { periodRegime, periodRegimes } from './period-regimes.js';
import { vn5d } from './calendars/in-force.js';

const schedule: RegimeSchedule = {
  opensBefore: 5,
  due: { workingDays: 6 },
  wishes: [
    { level: 'xã', wants: 2 },
    { level: 'huyện', wants: 2 },
    { level: 'tỉnh', wants: 2 },
  ],
};
const expand = (id: string, start: string, end: string, over: Partial<RegimeSchedule> = {}): ExpandedRegime => {
  const found = expandRegime(periodRegime(id), { ...schedule, ...over }, { start, end }, vn5d);
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
};

describe('a regime with its days', () => {
  it('weekly: closes on Friday, every level handed on within the next week', () => {
    const { periods } = expand('weekly.friday', '2026-03-02', '2026-03-20', { due: { workingDays: 3 } });
    expect(periods.map(({ id, to, opens, levels }) => [id, to, opens, levels.map(({ due }) => due)])).toEqual([
      ['2026W10', '2026-03-06', '2026-02-27', ['2026-03-09', '2026-03-10', '2026-03-11']],
      ['2026W11', '2026-03-13', '2026-03-06', ['2026-03-16', '2026-03-17', '2026-03-18']],
      ['2026W12', '2026-03-20', '2026-03-13', ['2026-03-23', '2026-03-24', '2026-03-25']],
    ]);
  });

  it('a day of the month is the first after the close: of the next month where the close lies behind it', () => {
    const top = (id: string) => expand(id, '2026-01-01', '2026-07-31', { due: { dayOfMonth: 25 } }).periods.at(-1)!;
    expect(top('decree09.quarter')).toMatchObject({ to: '2026-06-14', levels: [{}, {}, { due: '2026-06-25' }] });
    expect(top('calendar.quarter')).toMatchObject({ to: '2026-06-30', levels: [{}, {}, { due: '2026-07-25' }] });
  });

  it('a year: 9 months, six months and the year of Decree 09, what the end cuts in the final report', () => {
    expect(
      expand('decree09.nine_months', '2026-01-01', '2026-12-31').periods.map(({ from, to }) => [from, to]),
    ).toEqual([['2025-12-15', '2026-09-14']]);
    const { final } = expand('campaign.quarter', '2026-02-10', '2026-09-30');
    expect(final).toMatchObject({ from: '2026-02-10', to: '2026-09-30', newSince: '2026-08-10' });
    expect(final.joins.map(({ id }) => id)).toEqual(['K03']);
  });

  it('leaves every level at least one working day, in order, and no day of the campaign without a report', () => {
    const some = fc.record({
      id: fc.constantFrom(...periodRegimes.map(({ id }) => id)),
      start: fc.integer({ min: 0, max: 1_500 }).map((n) => addDays('2022-01-01', n)),
      length: fc.integer({ min: 0, max: 500 }),
      days: fc.integer({ min: 3, max: 15 }),
    });
    fc.assert(
      fc.property(some, ({ id, start, length, days }) => {
        const end = addDays(start, length);
        const { periods, final } = expand(id, start, end, { due: { workingDays: days } });
        for (const { to, opens, levels, slack } of periods) {
          expect(to <= end && opens <= to).toBe(true);
          let below = to;
          for (const { due, has } of levels) {
            expect(has).toBeGreaterThanOrEqual(1);
            expect(workingDaysBetween(vn5d, below, due)).toBe(has);
            below = due;
          }
          expect(below).toBe(addWorkingDays(vn5d, to, days));
          expect(slack).toBe(days - 6);
        }
        for (const { to } of final.joins) expect(to > end).toBe(true);
        const last = periods
          .map(({ to }) => to)
          .sort()
          .at(-1);
        if (last === undefined || last < end) expect(final.joins.length > 0 || !coversAll(id)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** Nine months leave the last three of a year without a report of their own. */
const coversAll = (id: string): boolean => !/nine_months/.test(id);
