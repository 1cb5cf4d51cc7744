import fc from 'fast-check';
import { calendarWith, someCalendar } from '../../../test/fixtures/work-calendars.js';
import { isWorkingDay } from '../calendar/working-days.js';
import { instantAt, localDateOf, localTimeOf } from '../time/local-date.js';
import { digestSlot } from './slots.js';

describe('mail slots', () => {
  const cal = calendarWith({ off: ['2024-09-02', '2024-09-03'], makeUp: ['2024-09-07'] });

  it.each([
    ['a rung of 07:00 goes with the same morning', '2024-09-04', '07:00', '2024-09-04'],
    ['on the stroke of the slot it still goes along', '2024-09-04', '08:00', '2024-09-04'],
    ['a minute later it waits for the next working day', '2024-09-04', '08:01', '2024-09-05'],
    ['just after midnight it goes with the new day', '2024-09-05', '00:00', '2024-09-05'],
    ['on Friday evening it waits over a long holiday', '2024-08-30', '17:30', '2024-09-04'],
    ['a worked Saturday has a slot', '2024-09-06', '12:00', '2024-09-07'],
  ])('%s', (_story, day, time, slotDay) =>
    expect(digestSlot(instantAt(day, time), cal)).toEqual(instantAt(slotDay, '08:00')),
  );

  it('misses the slot by one millisecond', () =>
    expect(digestSlot(new Date(instantAt('2024-09-04', '08:00').getTime() + 1), cal)).toEqual(
      instantAt('2024-09-05', '08:00'),
    ));

  it('is the first 08:00 of a working day at or after the instant, and its own slot', () =>
    fc.assert(
      fc.property(
        someCalendar,
        fc.date({ min: instantAt('2023-01-01'), max: instantAt('2025-12-31'), noInvalidDate: true }),
        (calendar, instant) => {
          const slot = digestSlot(instant, calendar);
          expect(slot >= instant).toBe(true);
          expect(localTimeOf(slot)).toBe('08:00');
          expect(isWorkingDay(calendar, localDateOf(slot))).toBe(true);
          expect(digestSlot(slot, calendar)).toEqual(slot);
          for (let t = slot.getTime() - 86_400_000; t >= instant.getTime(); t -= 86_400_000) {
            expect(isWorkingDay(calendar, localDateOf(new Date(t)))).toBe(false);
          }
        },
      ),
    ));
});
