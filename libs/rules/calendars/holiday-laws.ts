import type { LocalDate } from '#libs/domain';

/** Days of a holiday within a year. `neighbour`: one day beside a fixed day, chosen each year by the government. */
export type HolidayDays =
  | { kind: 'solar'; month: number; day: number }
  | { kind: 'tet'; before: number; after: number }
  | { kind: 'hung_kings' }
  | { kind: 'neighbour'; month: number; day: number };

export interface Holiday {
  name: string;
  days: HolidayDays;
}

/** A law's public holidays and the days on which it is in force, both included. */
export interface HolidayLaw {
  source: string;
  from: LocalDate;
  to: LocalDate | null;
  holidays: Holiday[];
}

/** Names by which a yearly decision replaces a computed holiday. */
export const TET = 'Tết Nguyên đán';
export const NATIONAL_DAY = 'Quốc khánh';

const solar = (name: string, month: number, day: number): Holiday => ({ name, days: { kind: 'solar', month, day } });
const tet = (before: number, after: number): Holiday => ({ name: TET, days: { kind: 'tet', before, after } });
const unchanged: Holiday[] = [
  solar('Tết Dương lịch', 1, 1),
  { name: 'Giỗ Tổ Hùng Vương', days: { kind: 'hung_kings' } },
  solar('Ngày Chiến thắng', 4, 30),
  solar('Quốc tế Lao động', 5, 1),
  solar(NATIONAL_DAY, 9, 2),
];

/** Public holidays by the law of their time; in all of them a holiday on weekly rest is made up on the next working day. */
export const holidayLaws: HolidayLaw[] = [
  {
    source: 'Bộ luật Lao động 1994 sửa đổi 2002, 2007, điều 73 [M]',
    from: '2007-04-02',
    to: '2013-04-30',
    holidays: [...unchanged, tet(1, 3)],
  },
  {
    source: 'Bộ luật Lao động 2012 điều 115, hiệu lực 1/5/2013 [M]',
    from: '2013-05-01',
    to: '2020-12-31',
    holidays: [...unchanged, tet(1, 4)],
  },
  {
    source: 'Bộ luật Lao động 2019 điều 112 [S], hiệu lực 1/1/2021 [M]',
    from: '2021-01-01',
    to: null,
    holidays: [...unchanged, tet(1, 4), { name: NATIONAL_DAY, days: { kind: 'neighbour', month: 9, day: 2 } }],
  },
  {
    source: 'Nghị quyết 28/2026/QH16 [S]',
    from: '2026-07-01',
    to: null,
    holidays: [solar('Ngày Văn hóa Việt Nam', 11, 24)],
  },
];
