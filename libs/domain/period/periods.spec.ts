import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber } from '../time/local-date.js';
import type { PeriodPattern } from './period.types.js';
import { periodsWithin } from './periods.js';

const half = [
  { id: 'H1', label: '6 tháng đầu năm {year}', firstMonth: 1, lastMonth: 6 },
  { id: 'H2', label: '6 tháng cuối năm {year}', firstMonth: 7, lastMonth: 12 },
];
const months = Array.from({ length: 12 }, (_, i) => ({
  id: `M${i + 1}`,
  label: '',
  firstMonth: i + 1,
  lastMonth: i + 1,
}));
const pattern = (spans: PeriodPattern['spans'], closeDay: number | null): PeriodPattern => ({
  id: 'test',
  source: 'test',
  closeDay,
  spans,
});

describe('periods', () => {
  it('runs from the 15th to the 14th and leaves a cut period to the final report', () =>
    expect(periodsWithin(pattern(half, 14), '2018-01-02', '2019-06-13')).toEqual({
      periods: [
        { id: '2018H1', label: '6 tháng đầu năm 2018', from: '2017-12-15', to: '2018-06-14' },
        { id: '2018H2', label: '6 tháng cuối năm 2018', from: '2018-06-15', to: '2018-12-14' },
      ],
      cut: [{ id: '2019H1', label: '6 tháng đầu năm 2019', from: '2018-12-15', to: '2019-06-14' }],
    }));

  it('keeps a period that closes on the last day of the campaign', () => {
    const { periods, cut } = periodsWithin(pattern(half, 14), '2018-01-02', '2018-06-14');
    expect(periods.map(({ id }) => id)).toEqual(['2018H1']);
    expect(cut).toEqual([]);
  });

  it('counts the last days of December to the next year when the year closes on the 14th', () => {
    const { periods, cut } = periodsWithin(pattern(half, 14), '2018-12-15', '2018-12-31');
    expect(periods).toEqual([]);
    expect(cut.map(({ id }) => id)).toEqual(['2019H1']);
  });

  it('ends a calendar month on its last day, in a leap year too', () =>
    expect(periodsWithin(pattern(months, null), '2024-02-01', '2024-03-30')).toEqual({
      periods: [{ id: '2024M2', label: '', from: '2024-02-01', to: '2024-02-29' }],
      cut: [{ id: '2024M3', label: '', from: '2024-03-01', to: '2024-03-31' }],
    }));

  it('refuses a campaign that ends before it starts', () =>
    expect(() => periodsWithin(pattern(half, 14), '2018-02-01', '2018-01-31')).toThrow(RangeError));

  it('tiles the campaign without gap or overlap', () => {
    const day = fc.integer({ min: dayNumber('2013-01-01'), max: dayNumber('2028-12-31') });
    fc.assert(
      fc.property(
        fc.constantFrom(half, months),
        fc.constantFrom(14, null, 20),
        day,
        fc.nat(2000),
        (spans, closeDay, first, length) => {
          const [start, end] = [dateOfDayNumber(first), dateOfDayNumber(first + length)];
          const { periods, cut } = periodsWithin(pattern(spans, closeDay), start, end);
          const all = [...periods, ...cut];
          expect(all[0]!.from <= start).toBe(true);
          expect(all.at(-1)!.to >= end).toBe(true);
          expect(cut.length).toBeLessThanOrEqual(1);
          for (let i = 1; i < all.length; i++) expect(all[i]!.from).toBe(addDays(all[i - 1]!.to, 1));
          expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        },
      ),
    );
  });
});
