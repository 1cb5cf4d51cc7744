import type { CalendarDay, LocalDate, YearlyDecision } from '#libs/domain';
import { NATIONAL_DAY, TET } from './holiday-laws.js';

const days = (name: string, ...dates: LocalDate[]): CalendarDay[] => dates.map((date) => ({ date, name }));
const swapped = (off: LocalDate, worked: LocalDate, note = '') => ({
  daysOff: days(`Nghỉ hoán đổi${note}`, off),
  makeUpWorkdays: days(`Làm bù ngày ${off}${note}`, worked),
});

/**
 * Marks: [S] public source, [S2] secondary source, [M] from memory, unverified. An administrator confirms each year by mid-December.
 * Years without a row here are computed from the law alone.
 */
export const yearlyDecisions: YearlyDecision[] = [
  {
    year: 2020,
    status: 'official',
    source:
      'Tết 23-29/1/2020 (29 tháng Chạp đến mùng 5): thông báo đăng ngày 07/01/2020, socongthuong.daklak.gov.vn [S]',
    replaces: TET,
    daysOff: days(TET, '2020-01-23', '2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29'),
    makeUpWorkdays: [],
  },
  {
    year: 2024,
    status: 'official',
    source: 'Tết 8-14/2/2024 [M]',
    replaces: TET,
    daysOff: days(
      TET,
      '2024-02-08',
      '2024-02-09',
      '2024-02-10',
      '2024-02-11',
      '2024-02-12',
      '2024-02-13',
      '2024-02-14',
    ),
    makeUpWorkdays: [],
  },
  { year: 2024, status: 'official', source: '29/4/2024 đổi với 4/5/2024 [M]', ...swapped('2024-04-29', '2024-05-04') },
  {
    year: 2024,
    status: 'official',
    source: 'Quốc khánh 31/8-3/9/2024 [M]',
    replaces: NATIONAL_DAY,
    daysOff: days(NATIONAL_DAY, '2024-09-02', '2024-09-03'),
    makeUpWorkdays: [],
  },
  {
    year: 2025,
    status: 'official',
    source: 'Tết 25/1-2/2/2025 [M]',
    replaces: TET,
    daysOff: days(TET, '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
    makeUpWorkdays: [],
  },
  { year: 2025, status: 'official', source: '2/5/2025 đổi với 26/4/2025 [M]', ...swapped('2025-05-02', '2025-04-26') },
  {
    year: 2025,
    status: 'official',
    source: 'Quốc khánh 30/8-2/9/2025 [M]',
    replaces: NATIONAL_DAY,
    daysOff: days(NATIONAL_DAY, '2025-09-01', '2025-09-02'),
    makeUpWorkdays: [],
  },
  {
    year: 2026,
    status: 'proposed',
    source: '2/1/2026 đổi với 10/1/2026: đề xuất [S2], kết quả chưa xác minh',
    ...swapped('2026-01-02', '2026-01-10', ' (đề xuất)'),
  },
  {
    year: 2026,
    status: 'official',
    source: 'Tết 14-22/2/2026 [S]',
    replaces: TET,
    daysOff: days(TET, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
    makeUpWorkdays: [],
  },
  {
    year: 2026,
    status: 'official',
    source: 'Quốc khánh 29/8-2/9/2026 [S]',
    replaces: NATIONAL_DAY,
    daysOff: days(NATIONAL_DAY, '2026-09-01', '2026-09-02'),
    makeUpWorkdays: [],
  },
  { year: 2026, status: 'official', source: '31/8/2026 đổi với 22/8/2026 [S]', ...swapped('2026-08-31', '2026-08-22') },
  {
    year: 2027,
    status: 'official',
    source: 'Tết 4-10/2/2027, thống nhất ngày 2/10/2026 [S2]',
    replaces: TET,
    daysOff: days(
      TET,
      '2027-02-04',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
    ),
    makeUpWorkdays: [],
  },
  {
    year: 2027,
    status: 'official',
    source: 'Quốc khánh 2-5/9/2027 [S2]',
    replaces: NATIONAL_DAY,
    daysOff: days(NATIONAL_DAY, '2027-09-02', '2027-09-03'),
    makeUpWorkdays: [],
  },
];
