import fc from 'fast-check';
import { calendarWith, someCalendar, someDay } from '../../../test/fixtures/work-calendars.js';
import { isWorkingDay, workingDaysBetween } from '../calendar/working-days.js';
import { addDays, endOfDay, instantAt, localDateOf } from '../time/local-date.js';
import type { DeadlineRule } from './deadline.types.js';
import { dueInstant, resolveDeadline } from './deadlines.js';

describe('deadlines', () => {
  const cal = calendarWith({ off: ['2024-09-02', '2024-09-03'], status: { 2025: 'computed' } });
  const opened = '2024-08-26';

  it.each<[string, DeadlineRule, string, string]>([
    ['chậm nhất ngày 10/12', { kind: 'by', date: '2024-12-10' }, '2024-12-10', '2024-12-10'],
    ['trước ngày 10/12', { kind: 'before', date: '2024-12-10' }, '2024-12-09', '2024-12-09'],
    ['chậm nhất một ngày nghỉ, không dời', { kind: 'by', date: '2024-09-03' }, '2024-09-03', '2024-08-30'],
    ['trước ngày đầu tuần', { kind: 'before', date: '2024-09-09' }, '2024-09-08', '2024-09-06'],
    ['trong 5 ngày, hết hạn vào ngày nghỉ', { kind: 'within', days: 5, from: 'opened' }, '2024-09-04', '2024-09-04'],
    ['trong 4 ngày', { kind: 'within', days: 4, from: 'opened' }, '2024-08-30', '2024-08-30'],
    ['trong 5 ngày làm việc', { kind: 'within_working_days', days: 5, from: 'opened' }, '2024-09-04', '2024-09-04'],
    [
      'hai ngày làm việc sau chốt số liệu',
      { kind: 'within_working_days', days: 2, from: '2024-12-14' },
      '2024-12-17',
      '2024-12-17',
    ],
  ])('%s', (_wording, rule, lastDay, lastWorkingDay) =>
    expect(resolveDeadline(rule, opened, cal)).toEqual({
      lastDay,
      lastWorkingDay,
      dueAt: endOfDay(lastDay),
      provisional: false,
    }),
  );

  it('ends at 24:00 local, 17:00 UTC', () =>
    expect(resolveDeadline({ kind: 'by', date: '2024-12-10' }, opened, cal).dueAt.toISOString()).toBe(
      '2024-12-10T16:59:59.999Z',
    ));

  it('says when the counting crossed a computed year', () => {
    const provisional = (rule: DeadlineRule) => resolveDeadline(rule, '2024-12-30', cal).provisional;
    expect(provisional({ kind: 'by', date: '2025-03-31' })).toBe(true);
    expect(provisional({ kind: 'within_working_days', days: 5, from: 'opened' })).toBe(true);
    expect(provisional({ kind: 'within_working_days', days: 1, from: 'opened' })).toBe(false);
    expect(provisional({ kind: 'before', date: '2025-01-01' })).toBe(false);
  });

  it('counts a drill from the instant, not from the day', () => {
    const rule: DeadlineRule = { kind: 'instant', afterMs: 3000 };
    expect(dueInstant(rule, new Date('2024-08-26T16:59:59.000Z'), cal).toISOString()).toBe('2024-08-26T17:00:02.000Z');
    expect(() => resolveDeadline(rule, opened, cal)).toThrow(RangeError);
  });

  it('takes the local day of opening also around midnight', () => {
    const rule: DeadlineRule = { kind: 'within', days: 1, from: 'opened' };
    expect(localDateOf(dueInstant(rule, new Date('2024-08-26T16:59:59.999Z'), cal))).toBe('2024-08-27');
    expect(localDateOf(dueInstant(rule, new Date('2024-08-26T17:00:00.000Z'), cal))).toBe('2024-08-28');
  });

  it('never moves a written date, and never lands a counted one on rest', () =>
    fc.assert(
      fc.property(someCalendar, someDay, fc.integer({ min: 1, max: 40 }), (calendar, day, days) => {
        expect(resolveDeadline({ kind: 'by', date: day }, '2022-01-03', calendar).lastDay).toBe(day);
        expect(resolveDeadline({ kind: 'before', date: day }, '2022-01-03', calendar).lastDay).toBe(addDays(day, -1));

        const plain = resolveDeadline({ kind: 'within', days, from: 'opened' }, day, calendar);
        expect(isWorkingDay(calendar, plain.lastDay)).toBe(true);
        expect(plain.lastDay >= addDays(day, days)).toBe(true);
        expect(workingDaysBetween(calendar, addDays(day, days - 1), plain.lastDay)).toBe(1);

        const working = resolveDeadline({ kind: 'within_working_days', days, from: 'opened' }, day, calendar);
        expect(workingDaysBetween(calendar, day, working.lastDay)).toBe(days);
      }),
    ));

  it('keeps the last working day within the time allowed, with no working day after it', () =>
    fc.assert(
      fc.property(someCalendar, someDay, (calendar, date) => {
        const { lastDay, lastWorkingDay, dueAt } = resolveDeadline({ kind: 'by', date }, date, calendar);
        expect(isWorkingDay(calendar, lastWorkingDay)).toBe(true);
        expect(lastWorkingDay <= lastDay).toBe(true);
        expect(workingDaysBetween(calendar, lastWorkingDay, lastDay)).toBe(0);
        expect(localDateOf(dueAt)).toBe(lastDay);
        expect(localDateOf(new Date(dueAt.getTime() + 1))).toBe(addDays(lastDay, 1));
        expect(dueAt > instantAt(lastDay)).toBe(true);
      }),
    ));
});
