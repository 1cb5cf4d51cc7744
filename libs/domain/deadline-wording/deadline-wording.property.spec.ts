import fc from 'fast-check';
import { calendarWith } from '../../../test/fixtures/work-calendars.js';
import { isWorkingDay, workingDaysBetween } from '../calendar/working-days.js';
import { addDays, dateOfDayNumber, dayNumber, endOfDay, localDateOf, weekday } from '../time/local-date.js';
import { dueOfWording } from './due-of-wording.js';

// holidays, a swapped Saturday and a leap day lie within the years of the fixture, 2022 to 2026
const cal = calendarWith({ off: ['2022-09-01', '2022-09-02', '2024-02-08', '2024-02-09'], makeUp: ['2024-05-04'] });
const someDate = fc
  .integer({ min: dayNumber('2022-02-01'), max: dayNumber('2024-11-30') })
  .map((day) => dateOfDayNumber(day));
const parts = (date: string) => date.split('-').map(Number) as [number, number, number];
const written = (date: string) => {
  const [y, m, d] = parts(date);
  return [
    `${d}/${m}/${y}`,
    `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`,
    `${d}.${m}.${y}`,
    `${d}-${m}-${y % 100}`,
    `${d} tháng ${m} năm ${y}`,
  ];
};
const due = (words: string, from: string) => dueOfWording(words, from, cal);

describe('a deadline in words', () => {
  it('excludes the day after "trước" and includes it after everything else, however the date is written', () =>
    fc.assert(
      fc.property(someDate, fc.nat(4), (date, form) => {
        const words = written(date)[form]!;
        expect(due(`trước ngày ${words}`, date).lastDay).toBe(addDays(date, -1));
        for (const said of ['chậm nhất ngày', 'không quá ngày', 'đến hết ngày', 'trong ngày', 'ngày']) {
          expect(due(`${said} ${words}`, date).lastDay).toBe(date);
        }
      }),
    ));

  it('ends with the last millisecond of its last day, and shows the last working day where that one rests', () =>
    fc.assert(
      fc.property(someDate, (date) => {
        const { lastDay, instant, lastWorkingDayBefore } = due(`chậm nhất ngày ${written(date)[0]!}`, date);
        expect(instant).toEqual(endOfDay(lastDay!));
        expect(localDateOf(new Date(instant!.getTime() + 1))).toBe(addDays(lastDay!, 1));
        expect(lastWorkingDayBefore === null).toBe(isWorkingDay(cal, lastDay!));
        if (lastWorkingDayBefore !== null) {
          expect(isWorkingDay(cal, lastWorkingDayBefore)).toBe(true);
          expect(workingDaysBetween(cal, lastWorkingDayBefore, lastDay!)).toBe(0);
        }
      }),
    ));

  it('takes a date without a year for the next one that has not passed', () =>
    fc.assert(
      fc.property(someDate, fc.integer({ min: 0, max: 364 }), (from, ahead) => {
        const target = addDays(from, ahead);
        const [, m, d] = parts(target);
        fc.pre(!(m === 2 && d === 29) && target < '2026-11-01');
        expect(due(`chậm nhất ngày ${d}/${m}`, from).lastDay).toBe(target);
      }),
    ));

  it('gives every month its day, and the next one from any day on', () =>
    fc.assert(
      fc.property(someDate, fc.integer({ min: 1, max: 31 }), (from, day) => {
        const { lastDay } = due(`ngày ${day} hằng tháng`, from);
        expect(lastDay! >= from).toBe(true);
        expect(dayNumber(lastDay!) - dayNumber(from)).toBeLessThanOrEqual(31);
        const monthEnds = addDays(lastDay!, 1).endsWith('-01');
        expect(Number(lastDay!.slice(8)) === day || (monthEnds && Number(lastDay!.slice(8)) < day)).toBe(true);
      }),
    ));

  it('counts days and working days from the day after', () =>
    fc.assert(
      fc.property(someDate, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const plain = due(`trong ${n} ngày kể từ ngày nhận`, from).lastDay!;
        expect(isWorkingDay(cal, plain)).toBe(true);
        expect(plain >= addDays(from, n)).toBe(true);
        if (plain > addDays(from, n)) expect(workingDaysBetween(cal, addDays(from, n - 1), addDays(plain, -1))).toBe(0);
        const working = due(`trong ${n} ngày làm việc`, from).lastDay!;
        expect(workingDaysBetween(cal, from, working)).toBe(n);
      }),
    ));

  it('puts an hour on its own local day at every minute of the day', () =>
    fc.assert(
      fc.property(someDate, fc.integer({ min: 1, max: 1439 }), (date, minute) => {
        const time = `${Math.floor(minute / 60)} giờ ${String(minute % 60).padStart(2, '0')}`;
        const { lastDay, instant } = due(`trước ${time} ngày ${written(date)[0]!}`, date);
        expect(lastDay).toBe(date);
        expect(instant!.getTime()).toBe(dayNumber(date) * 86_400_000 + (minute - 420) * 60_000);
      }),
    ));

  it('finds the weekday of every week', () =>
    fc.assert(
      fc.property(someDate, fc.integer({ min: 2, max: 7 }), (from, nth) => {
        const { lastDay } = due(`thứ ${nth} hằng tuần`, from);
        expect(weekday(lastDay!)).toBe(nth - 1);
        expect(dayNumber(lastDay!) - dayNumber(from)).toBeLessThan(7);
      }),
    ));

  it('never throws on any text, and never answers half', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'trước',
            'ngày',
            '10/12',
            '31/6',
            'trong',
            '5',
            'năm',
            'quý',
            'I',
            'tháng',
            'cuối',
            'hằng',
            'h',
            '16h30',
            'sau khi',
            'tuần học',
            ',',
            'thứ',
            'ba',
          ),
          { maxLength: 9 },
        ),
        someDate,
        (words, from) => {
          const found = due(words.join(' '), from);
          expect(found.lastDay === null).toBe(found.instant === null);
          expect(found.lastDay === null).toBe(found.needs !== null);
        },
      ),
      { numRuns: 500 },
    ));
});
