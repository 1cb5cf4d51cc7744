import fc from 'fast-check';
import { addDays } from '../time/local-date.js';
import { calendarWith, someCalendar, someDay } from '../../../test/fixtures/work-calendars.js';
import { UnknownCalendarYear } from './unknown-calendar-year.js';
import {
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  isProvisional,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  workingDaysBetween,
} from './working-days.js';

describe('working days', () => {
  // Thu 29/8/2024, Fri 30/8, weekend, Mon 2/9 and Tue 3/9 off, Sat 7/9 worked.
  const cal = calendarWith({ off: ['2024-09-02', '2024-09-03'], makeUp: ['2024-09-07'] });

  it.each([
    ['2024-08-30', true],
    ['2024-08-31', false],
    ['2024-09-02', false],
    ['2024-09-04', true],
    ['2024-09-07', true],
    ['2024-09-08', false],
  ])('%s is a working day: %s', (date, works) => expect(isWorkingDay(cal, date)).toBe(works));

  it.each([
    ['2024-08-30', 1, '2024-09-04'],
    ['2024-08-30', 4, '2024-09-07'],
    ['2024-08-31', 1, '2024-09-04'],
    ['2024-09-04', -1, '2024-08-30'],
    ['2024-09-09', -1, '2024-09-07'],
    ['2024-09-03', 0, '2024-08-30'],
    ['2024-09-07', 0, '2024-09-07'],
  ])('%s and %i working days is %s', (date, n, expected) => expect(addWorkingDays(cal, date, n)).toBe(expected));

  it('looks for the nearest working day on either side', () => {
    expect(lastWorkingDayOnOrBefore(cal, '2024-09-03')).toBe('2024-08-30');
    expect(firstWorkingDayOnOrAfter(cal, '2024-08-31')).toBe('2024-09-04');
  });

  it('crosses the turn of a year by the tables of both years', () => {
    const newYear = calendarWith({ off: ['2025-01-01'] });
    expect(addWorkingDays(newYear, '2024-12-31', 1)).toBe('2025-01-02');
    expect(addWorkingDays(newYear, '2025-01-02', -1)).toBe('2024-12-31');
  });

  it('stops at a year without a table and says how to mend it', () => {
    expect(() => addWorkingDays(cal, '2026-12-30', 5)).toThrow(UnknownCalendarYear);
    const stopped = new UnknownCalendarYear('test', 2027);
    expect(() => isWorkingDay(cal, '2027-01-02')).toThrow(stopped);
    expect(stopped).toMatchObject({ code: 'unknown_calendar_year', calendar: 'test', year: 2027 });
    expect(stopped.message).toContain('bổ sung');
  });

  it('refuses a fraction of a day', () => expect(() => addWorkingDays(cal, '2024-09-04', 0.5)).toThrow(RangeError));

  it('is provisional when any year touched is not official', () => {
    const computed = calendarWith({ status: { 2025: 'computed', 2026: 'proposed' } });
    expect(isProvisional(computed, '2024-01-01', '2024-12-31')).toBe(false);
    expect(isProvisional(computed, '2024-12-31', '2025-01-01')).toBe(true);
    expect(isProvisional(computed, '2025-01-01', '2024-12-31')).toBe(true);
    expect(isProvisional(computed, '2026-05-01', '2026-05-01')).toBe(true);
    expect(() => isProvisional(computed, '2026-05-01', '2027-01-01')).toThrow(UnknownCalendarYear);
  });

  const some = fc.integer({ min: 1, max: 60 });

  it('never lands on a day of rest', () =>
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: -60, max: 60 }), (calendar, day, n) => {
        expect(isWorkingDay(calendar, addWorkingDays(calendar, day, n))).toBe(true);
      }),
    ));

  it('comes back to a working day by as many days', () =>
    fc.assert(
      fc.property(someCalendar, someDay, some, (calendar, day, n) => {
        const start = lastWorkingDayOnOrBefore(calendar, day);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, start, n), -n)).toBe(start);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, start, -n), n)).toBe(start);
      }),
    ));

  it('adds up: a and then b is a + b', () =>
    fc.assert(
      fc.property(someCalendar, someDay, some, some, (calendar, day, a, b) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, day, a), b)).toBe(
          addWorkingDays(calendar, day, a + b),
        );
      }),
    ));

  it('is counted by workingDaysBetween, in both directions', () =>
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: -60, max: 60 }), (calendar, day, n) => {
        const start = lastWorkingDayOnOrBefore(calendar, day);
        expect(workingDaysBetween(calendar, start, addWorkingDays(calendar, start, n))).toBe(n);
      }),
    ));

  it('grows with the day and strictly with the count', () =>
    fc.assert(
      fc.property(someCalendar, someDay, fc.nat(30), fc.integer({ min: -30, max: 30 }), (calendar, day, later, n) => {
        expect(addWorkingDays(calendar, addDays(day, later), n) >= addWorkingDays(calendar, day, n)).toBe(true);
        const start = lastWorkingDayOnOrBefore(calendar, day);
        expect(addWorkingDays(calendar, start, n + 1) > addWorkingDays(calendar, start, n)).toBe(true);
      }),
    ));
});
