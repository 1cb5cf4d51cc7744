import fc from 'fast-check';
import { addDays } from '../time/local-date.js';
import { shiftDay, shiftYears } from './shift-years.js';

describe('moving a plan by whole years', () => {
  it('keeps month and day; 29 February becomes the 28th where there is none', () => {
    expect([
      shiftDay('2023-06-14', 1),
      shiftDay('2024-02-29', 1),
      shiftDay('2024-02-29', 4),
      shiftDay('2096-02-29', 4),
    ]).toEqual(['2024-06-14', '2025-02-28', '2028-02-29', '2100-02-28']);
  });

  it('comes back from where it went, but for 29 February, and never turns two days round', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
    const years = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(day, day, years, (a, b, n) => {
        const back = shiftDay(shiftDay(a, n), -n);
        expect(back).toBe(a.endsWith('02-29') && back !== a ? a.replace('29', '28') : a);
        if (a < b) expect(shiftDay(a, n) <= shiftDay(b, n)).toBe(true);
      }),
    );
  });

  it('moves days wherever they stand, years of the plan in words and ids, and no anniversary', () => {
    const moved = shiftYears(
      {
        id: 'report-2023H1',
        title: 'Báo cáo 6 tháng đầu năm 2023, kỷ niệm 60 năm (07/5/1959)',
        due: { kind: 'within_working_days', days: 2, from: '2023-06-14' },
        count: 2023,
        opened: 'opened',
      },
      1,
      { first: 2023, last: 2024 },
    );
    expect(moved).toEqual({
      id: 'report-2024H1',
      title: 'Báo cáo 6 tháng đầu năm 2024, kỷ niệm 60 năm (07/5/1959)',
      due: { kind: 'within_working_days', days: 2, from: '2024-06-14' },
      count: 2023,
      opened: 'opened',
    });
  });
});
