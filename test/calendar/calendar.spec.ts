import { addDays, addWorkingDays, isWorkingDay } from '#libs/domain';
import { calendarBook, lunarDaysOf } from '#libs/rules';
import { casesOf } from './cases.js';

interface TetCase {
  year: number;
  tet: string;
  gioTo: string;
  off: [string, string];
}
interface DayCase {
  day: string;
  kind?: string;
  n?: number;
  is: string;
}

const book = calendarBook();

describe.each(casesOf<TetCase>('tet'))('$title', ({ cases }) => {
  it.each(cases)('$year', ({ year, tet, gioTo, off: [from, to] }) => {
    expect(lunarDaysOf(year)).toEqual({ tet, hungKings: gioTo });
    const cal = book.byId('vn-5d');
    for (let day = from; day <= to; day = addDays(day, 1)) expect([day, isWorkingDay(cal, day)]).toEqual([day, false]);
    for (const day of [addDays(from, -1), addDays(to, 1)]) expect([day, isWorkingDay(cal, day)]).toEqual([day, true]);
  });
});

describe.each(casesOf<DayCase>('working-days'))('$title', ({ cases }) => {
  it.each(cases)('$day $kind $n is $is', ({ day, kind = 'vn-5d', n, is }) => {
    const cal = book.byId(kind);
    if (n === undefined) expect(isWorkingDay(cal, day) ? 'work' : 'rest').toBe(is);
    else expect(addWorkingDays(cal, day, n)).toBe(is);
  });
});
