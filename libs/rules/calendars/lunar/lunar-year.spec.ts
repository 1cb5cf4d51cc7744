import { dayNumber } from '#libs/domain';
import { LunarDate } from '@nghiavuive/lunar_date_vi';
import { lunarDaysOf } from './lunar-year.js';

const YEARS = Array.from({ length: 108 }, (_, i) => 1993 + i);

/** Another implementation, of another author and another series. */
const solar = (year: number, month: number, day: number): string => {
  const lunar = new LunarDate({ year, month, day });
  lunar.init();
  const found = lunar.toSolarDate().get();
  return `${found.year}-${String(found.month).padStart(2, '0')}-${String(found.day).padStart(2, '0')}`;
};

describe('the lunar calendar of Việt Nam', () => {
  it.each(YEARS)('%i is computed as by an independent library', (year) =>
    expect(lunarDaysOf(year)).toEqual({ tet: solar(year, 1, 1), hungKings: solar(year, 3, 10) }),
  );

  it.each([
    // one hour west of Beijing: the new moon falls before midnight here and after it there
    [2007, '2007-02-17', '2007-02-18'],
    [2030, '2030-02-02', '2030-02-03'],
  ])('keeps UTC+7 in %i: %s, not %s', (year, here) => expect(lunarDaysOf(year).tet).toBe(here));

  it('puts Tết between 20 January and 21 February, and Giỗ Tổ 68 days after it, or a leap month later', () => {
    for (const year of YEARS) {
      const { tet, hungKings } = lunarDaysOf(year);
      expect([tet, tet >= `${year}-01-20` && tet <= `${year}-02-21`]).toEqual([tet, true]);
      expect([67, 68, 69, 97, 98, 99]).toContain(dayNumber(hungKings) - dayNumber(tet));
    }
  });

  it.each([1989, 2101])('computes nothing for %i', (year) => expect(() => lunarDaysOf(year)).toThrow(RangeError));
});
