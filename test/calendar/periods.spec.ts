import fc from 'fast-check';
import {
  addDays,
  checkPeriodDates,
  dateOfDayNumber,
  dayNumber,
  endOfDay,
  finalReport,
  isRefusal,
  planBackwards,
  regimePeriods,
  standingAt,
  workingDaysBetween,
  type Period,
  type PeriodDates,
} from '#libs/domain';
import { offeredSchedule, periodRegime, periodRegimes, vn5d } from '#libs/rules';
import { casesOf } from './cases.js';

interface PeriodCase {
  regime: string;
  start: string;
  end: string;
  periods: Record<string, [string, string]>;
  cut: Record<string, [string, string]>;
}
interface LevelCase {
  cutoff: string;
  due: string;
  wants: number[];
  dues?: string[];
  has?: number[];
  starved?: boolean[];
  refused?: string;
  available?: number;
  earliest?: string;
}

const spans = (periods: Period[]) => Object.fromEntries(periods.map(({ id, from, to }) => [id, [from, to]]));

describe.each(casesOf<PeriodCase>('periods'))('$title', ({ cases }) => {
  it.each(cases)('$regime from $start to $end', ({ regime, start, end, periods, cut }) => {
    const within = regimePeriods(periodRegime(regime), start, end);
    expect([spans(within.periods), spans(within.cut)]).toEqual([periods, cut]);
  });
});

describe.each(casesOf<LevelCase>('levels'))('$title', ({ cases }) => {
  it.each(cases)(
    '$wants between $cutoff and $due',
    ({ cutoff, due, wants, dues, has, starved, refused, available, earliest }) => {
      const wishes = wants.map((n, i) => ({ level: `cấp ${i + 1}`, wants: n }));
      const plan = planBackwards(wishes, { cutoff, due }, vn5d);
      if (isRefusal(plan))
        expect([plan.code, plan.data]).toEqual([refused, expect.objectContaining({ available, earliest })]);
      else {
        expect(plan.levels.map((level) => level.due)).toEqual(dues);
        expect(plan.levels.map((level) => level.has)).toEqual(has);
        expect(plan.levels.map((level) => level.starved)).toEqual(starved);
      }
    },
  );
});

const someDay = fc.integer({ min: dayNumber('2014-01-01'), max: dayNumber('2028-06-30') }).map(dateOfDayNumber);

describe('periods', () => {
  it('tile the campaign from before its first day to its end, each day once, in every regime of one length', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...periodRegimes.filter(({ id }) => !/half_and_year|nine_months/.test(id))),
        someDay,
        fc.nat(800),
        (regime, start, length) => {
          const end = addDays(start, length);
          const { periods, cut } = regimePeriods(regime, start, end);
          const all = [...periods, ...cut];
          expect(all[0]!.from <= start && all.at(-1)!.to >= end).toBe(true);
          for (let i = 1; i < all.length; i += 1) expect(all[i]!.from).toBe(addDays(all[i - 1]!.to, 1));
          expect(cut.length).toBeLessThanOrEqual(1);
          expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        },
      ),
    ));

  it('leave what the end cuts to the final report', () => {
    const [start, end] = ['2026-03-01', '2026-10-31'];
    const within = regimePeriods(periodRegime('decree09.quarter'), start, end);
    expect(finalReport(within, start, end)).toMatchObject({
      from: start,
      to: end,
      newSince: '2026-09-15',
      joins: [{ id: '2026Q4' }],
    });
    const closed = regimePeriods(periodRegime('decree09.quarter'), start, '2026-09-14');
    expect(finalReport(closed, start, '2026-09-14')).toMatchObject({ joins: [], newSince: null });
    const short = regimePeriods(periodRegime('decree09.year'), start, end);
    expect(finalReport(short, start, end).newSince).toBe(start);
  });

  it('of one report alone count where it closes', () => {
    const once = {
      kind: 'once',
      id: 'once',
      period: { id: 'once', label: 'Báo cáo đột xuất', from: '2026-05-01', to: '2026-05-20' },
    } as const;
    expect(regimePeriods(once, '2026-01-01', '2026-12-31').periods).toEqual([once.period]);
    expect(regimePeriods(once, '2026-01-01', '2026-05-19').cut).toEqual([once.period]);
    expect(regimePeriods(once, '2026-06-01', '2026-12-31')).toEqual({ periods: [], cut: [] });
  });
});

describe('the days of a period', () => {
  const dates: PeriodDates = {
    opens: '2026-06-01',
    cutoff: '2026-06-14',
    due: '2026-06-16',
    grace: '2026-06-18',
    lock: '2026-06-25',
  };
  const codes = (over: Partial<PeriodDates>) => checkPeriodDates({ ...dates, ...over }, vn5d).map(({ code }) => code);

  it('leave at least one working day between close and due, and stand in their order', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ due: '2026-06-15' })).toEqual([]); // Sunday the 14th closes, Monday is the one working day
    expect(codes({ due: '2026-06-14' })).toEqual(['period.due-too-soon']);
    expect(
      checkPeriodDates({ ...dates, cutoff: '2026-02-13', due: '2026-02-22', opens: '2026-02-01' }, vn5d)[0]!.reason,
    ).toContain('23/02/2026');
    expect(codes({ grace: '2026-06-15' })).toEqual(['period.grace-before-due']);
    expect(codes({ lock: '2026-06-17' })).toEqual(['period.lock-before-grace']);
    expect(codes({ opens: '2026-06-17' })).toEqual(['period.opens-after-due']);
    expect(codes({ grace: null, lock: null })).toEqual([]);
  });

  it('each count to their last millisecond', () => {
    const after = (day: string) => new Date(endOfDay(day).getTime() + 1);
    expect(standingAt(dates, endOfDay('2026-06-16'))).toBe('on_time');
    expect(standingAt(dates, after('2026-06-16'))).toBe('in_grace');
    expect(standingAt(dates, endOfDay('2026-06-18'))).toBe('in_grace');
    expect(standingAt(dates, after('2026-06-18'))).toBe('late');
    expect(standingAt(dates, endOfDay('2026-06-25'))).toBe('late');
    expect(standingAt(dates, after('2026-06-25'))).toBe('locked');
    expect(standingAt({ ...dates, grace: null, lock: null }, after('2026-06-25'))).toBe('late');
  });
});

describe('dates per level', () => {
  it('give nobody less than one working day, waste none, and starve only where the wishes do not fit', () =>
    fc.assert(
      fc.property(
        someDay,
        fc.nat(60),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        (cutoff, span, wants) => {
          const due = addDays(cutoff, span);
          const plan = planBackwards(
            wants.map((n, i) => ({ level: String(i), wants: n })),
            { cutoff, due },
            vn5d,
          );
          const available = workingDaysBetween(vn5d, cutoff, due);
          expect(isRefusal(plan)).toBe(available < wants.length);
          if (isRefusal(plan)) {
            expect(
              isRefusal(
                planBackwards(
                  wants.map(() => ({ level: '', wants: 1 })),
                  { cutoff, due: String(plan.data!.earliest) },
                  vn5d,
                ),
              ),
            ).toBe(false);
            return;
          }
          let below = cutoff;
          for (const level of plan.levels) {
            expect(workingDaysBetween(vn5d, below, level.due)).toBe(level.has);
            expect(level.has).toBeGreaterThanOrEqual(1);
            below = level.due;
          }
          expect(plan.levels.at(-1)!.due).toBe(due);
          expect(plan.levels.some(({ starved }) => starved)).toBe(plan.slack < 0);
          expect(plan.levels.reduce((sum, { has }) => sum + has, 0)).toBe(available);
        },
      ),
    ));

  it('are offered by the usual schedule where a plan is silent, also where a day falls on rest', () => {
    const days = (close: string) =>
      offeredSchedule(close, vn5d).map(({ due, starved }) => `${due}${starved ? ' !' : ''}`);
    expect(days('2026-06-14')).toEqual(['2026-06-15', '2026-06-16', '2026-06-18', '2026-06-20', '2026-06-25']);
    expect(days('2026-12-14')).toEqual(['2026-12-15', '2026-12-16', '2026-12-18', '2026-12-20 !', '2026-12-25']);
  });
});
