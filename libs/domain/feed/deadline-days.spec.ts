import fc from 'fast-check';
import { calendarById } from '#libs/rules';
import { isWorkingDay } from '../calendar/working-days.js';
import { addDays, endOfDay, instantAt, localDateOf } from '../time/local-date.js';
import type { Clock } from '../ladder/ladder.types.js';
import { deadlineDays } from './deadline-days.js';

const calendar = calendarById('vn-5d');
const clock = (dueAt: Date, lockAt: Date | null = null): Clock => ({
  version: 3,
  phase: 'submission',
  ladder: 'report',
  calendar: 'vn-5d',
  opensAt: instantAt('2020-01-01'),
  dueAt,
  lockAt,
});
const days = (dueAt: Date, lockAt?: Date | null) =>
  deadlineDays({ _id: 'o1', title: 'Báo cáo', clock: clock(dueAt, lockAt) }, 'Xã A', calendar);

describe('the days of a deadline in a calendar', () => {
  it('are the due day and the day it locks', () => {
    const found = days(endOfDay('2023-09-20'), endOfDay('2023-09-27'));
    expect(found.map(({ kind, day, at }) => [kind, day, at])).toEqual([
      ['due', '2023-09-20', null],
      ['lock', '2023-09-27', null],
    ]);
    expect(found[0]).toMatchObject({ id: 'o1|submission|due', version: 3, title: 'Báo cáo', unit: 'Xã A' });
  });

  it('show the last working day before a due day of rest', () => {
    // a Sunday
    expect(days(endOfDay('2023-09-24')).map(({ kind, day }) => [kind, day])).toEqual([
      ['due', '2023-09-24'],
      ['last_working_day', '2023-09-22'],
    ]);
  });

  it('keep the hour where it counts', () => {
    expect(days(instantAt('2023-09-20', '17:00'))[0]!.at).toEqual(new Date('2023-09-20T10:00:00Z'));
  });

  it('leave the last working day out where the calendar does not know the year', () => {
    expect(days(endOfDay('2099-12-31')).map(({ kind }) => kind)).toEqual(['due']);
  });

  it('name a last working day exactly where the due day is not one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (n) => {
        const day = addDays('2014-02-01', n);
        const found = days(endOfDay(day)).find(({ kind }) => kind === 'last_working_day');
        expect(found === undefined).toBe(isWorkingDay(calendar, day));
        if (!found) return;
        expect(isWorkingDay(calendar, found.day)).toBe(true);
        for (let between = addDays(found.day, 1); between < day; between = addDays(between, 1))
          expect(isWorkingDay(calendar, between)).toBe(false);
        expect(localDateOf(endOfDay(day))).toBe(day);
      }),
    );
  });
});
