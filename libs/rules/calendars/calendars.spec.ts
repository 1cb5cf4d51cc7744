import {
  addDays,
  firstWorkingDayOnOrAfter,
  isProvisional,
  isWorkingDay,
  UnknownCalendarYear,
  weekday,
  type LocalDate,
} from '#libs/domain';
import { calendarById, vn5d, vnAll } from './index.js';

const YEARS = Array.from({ length: 88 }, (_, i) => 2013 + i);
const off = (date: LocalDate) => !isWorkingDay(vn5d, date);
/** Days off from the first to the last, and work on both sides. */
const breakOf = (from: LocalDate, to: LocalDate) => {
  for (let day = from; day <= to; day = addDays(day, 1)) expect([day, off(day)]).toEqual([day, true]);
  expect([addDays(from, -1), off(addDays(from, -1))]).toEqual([addDays(from, -1), false]);
  expect([addDays(to, 1), off(addDays(to, 1))]).toEqual([addDays(to, 1), false]);
};

describe('vn-5d, the years with a decision', () => {
  it.each([
    ['Tết 2024', '2024-02-08', '2024-02-14'],
    ['Giỗ Tổ 2024', '2024-04-18', '2024-04-18'],
    ['30/4 2024 with Monday swapped', '2024-04-27', '2024-05-01'],
    ['Quốc khánh 2024', '2024-08-31', '2024-09-03'],
    ['New Year 2025', '2025-01-01', '2025-01-01'],
    ['Tết 2025', '2025-01-25', '2025-02-02'],
    ['Giỗ Tổ 2025', '2025-04-05', '2025-04-07'],
    ['30/4 2025 with Friday swapped', '2025-04-30', '2025-05-04'],
    ['Quốc khánh 2025', '2025-08-30', '2025-09-02'],
    ['New Year 2026 with Friday proposed', '2026-01-01', '2026-01-04'],
    ['Tết 2026', '2026-02-14', '2026-02-22'],
    ['Giỗ Tổ 2026, made up on Monday', '2026-04-25', '2026-04-27'],
    ['30/4 2026', '2026-04-30', '2026-05-03'],
    ['Quốc khánh 2026 with Monday swapped', '2026-08-29', '2026-09-02'],
    ['Ngày Văn hóa 2026', '2026-11-24', '2026-11-24'],
    ['New Year 2027', '2027-01-01', '2027-01-03'],
    ['Tết 2027', '2027-02-04', '2027-02-10'],
    ['Giỗ Tổ 2027', '2027-04-16', '2027-04-18'],
    ['30/4 2027', '2027-04-30', '2027-05-03'],
    ['Quốc khánh 2027', '2027-09-02', '2027-09-05'],
    ['Ngày Văn hóa 2027', '2027-11-24', '2027-11-24'],
  ])('%s: %s to %s', (_name, from, to) => breakOf(from, to));

  it.each(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])('%s is a worked Saturday', (date) => {
    expect(weekday(date)).toBe(6);
    expect(off(date)).toBe(false);
  });

  it('has no 24/11 before 2026', () => expect(off('2025-11-24')).toBe(false));

  it('tells what is decided, proposed, computed, and how it is known', () => {
    const status = (year: number) => vn5d.years[year]!.status;
    expect([2023, 2024, 2025, 2026, 2027, 2028].map(status)).toEqual([
      'computed',
      'official',
      'official',
      'proposed',
      'official',
      'computed',
    ]);
    expect(vn5d.years[2026]!.daysOff.find(({ date }) => date === '2026-01-02')?.name).toContain('đề xuất');
    for (const [year, mark] of [
      [2023, '[C]'],
      [2024, '[M]'],
      [2026, '[S2]'],
      [2027, '[S2]'],
    ] as const) {
      expect(vn5d.years[year]!.source).toContain(mark);
    }
    expect(isProvisional(vn5d, '2025-12-31', '2025-12-31')).toBe(false);
    expect(isProvisional(vn5d, '2025-12-31', '2026-01-05')).toBe(true);
  });
});

describe('vn-5d, the years computed from the law of their time', () => {
  it.each([
    ['Tết 2013, four days, two made up', '2013-02-09', '2013-02-14'],
    ['30/4 2013', '2013-04-30', '2013-05-01'],
    ['Tết 2014, five days, two made up', '2014-01-30', '2014-02-05'],
    ['Quốc khánh 2014, one day', '2014-09-02', '2014-09-02'],
    ['30/4 2016 on Saturday, 1/5 on Sunday', '2016-04-30', '2016-05-03'],
    ['Quốc khánh 2020, one day', '2020-09-02', '2020-09-02'],
    ['Quốc khánh 2021, two days', '2021-09-02', '2021-09-05'],
    ['Quốc khánh 2022', '2022-09-01', '2022-09-04'],
    ['New Year 2023 on Sunday', '2022-12-31', '2023-01-02'],
    ['Giỗ Tổ, 30/4 and 1/5 2023 in a row', '2023-04-29', '2023-05-03'],
    ['New Year 2028 on Saturday', '2028-01-01', '2028-01-03'],
    ['Tết 2028', '2028-01-25', '2028-01-31'],
    ['30/4 2028 on Sunday', '2028-04-29', '2028-05-02'],
    ['Quốc khánh 2028 on Saturday', '2028-09-01', '2028-09-04'],
    ['Ngày Văn hóa 2028', '2028-11-24', '2028-11-26'],
  ])('%s: %s to %s', (_name, from, to) => breakOf(from, to));

  it('holds its years and stops beyond them', () => {
    expect(Object.keys(vn5d.years).map(Number)).toEqual(YEARS);
    expect(() => isWorkingDay(vn5d, '2012-12-31')).toThrow(UnknownCalendarYear);
    expect(() => firstWorkingDayOnOrAfter(vn5d, '2101-01-01')).toThrow(UnknownCalendarYear);
  });

  it.each(YEARS)('%i lists each day once, in its own year, days off on weekdays, make-ups on rest', (year) => {
    const { daysOff, makeUpWorkdays } = vn5d.years[year]!;
    const dates = daysOff.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const date of dates) expect([date, [1, 2, 3, 4, 5].includes(weekday(date))]).toEqual([date, true]);
    for (const { date } of makeUpWorkdays) expect([0, 6]).toContain(weekday(date));
    for (const date of [...dates, ...makeUpWorkdays.map((day) => day.date)]) expect(date.slice(0, 4)).toBe(`${year}`);
  });
});

describe('calendars by id', () => {
  it('works every day in drills', () => {
    expect(isWorkingDay(vnAll, '2026-02-17')).toBe(true);
    expect(isWorkingDay(vnAll, '2026-02-15')).toBe(true);
    expect(isProvisional(vnAll, '2013-01-01', '2028-12-31')).toBe(false);
  });

  it('finds by id and by pinned version, and refuses another', () => {
    expect(calendarById('vn-5d')).toBe(vn5d);
    expect(calendarById(`vn-all@${vnAll.version}`)).toBe(vnAll);
    expect(() => calendarById('vn-7d')).toThrow('vn-5d, vn-6d, vn-all');
    expect(() => calendarById('vn-5d@1900-01')).toThrow(RangeError);
  });
});
