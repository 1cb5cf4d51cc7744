import {
  addWorkingDays,
  agenda,
  digestSlot,
  dueInstant,
  endOfDay,
  instantAt,
  localDateOf,
  localTimeOf,
  periodsWithin,
  weekday,
} from '#libs/domain';
import { vn5d } from './calendars/index.js';
import { ladderById } from './ladders.js';
import { periodPattern } from './period-patterns.js';
import { refuseLocalTime, zoned } from '../../test/support/no-local-time.js';

/** Everything of `Date` that reads or writes the zone of the machine, or its clock. */
describe('on a machine in any time zone', () => {
  refuseLocalTime();

  it('watches the calls that matter', () =>
    expect(zoned).toEqual(expect.arrayContaining(['getDate', 'getDay', 'getHours', 'getTimezoneOffset', 'setHours'])));

  it('never asks for local time', () => {
    const openedAt = new Date('2026-02-10T17:00:00.000Z');
    const clock = {
      version: 1,
      phase: 'submission' as const,
      ladder: 'report',
      calendar: 'vn-5d',
      opensAt: openedAt,
      dueAt: dueInstant({ kind: 'within_working_days', days: 12, from: 'opened' }, openedAt, vn5d),
      lockAt: endOfDay('2026-03-20'),
    };
    expect(localDateOf(openedAt)).toBe('2026-02-11');
    expect(localTimeOf(openedAt)).toBe('00:00');
    expect(weekday('2026-02-11')).toBe(3);
    expect(clock.dueAt.toISOString()).toBe('2026-03-06T16:59:59.999Z');
    expect(addWorkingDays(vn5d, '2026-02-13', 1)).toBe('2026-02-23');
    expect(digestSlot(instantAt('2026-02-13', '08:01'), vn5d).toISOString()).toBe('2026-02-23T01:00:00.000Z');
    expect(agenda(clock, ladderById('report'), vn5d).map(({ at }) => at.toISOString())).toEqual([
      '2026-02-10T17:00:00.000Z',
      '2026-02-13T00:00:00.000Z',
      '2026-02-27T00:00:00.000Z',
      '2026-03-04T00:00:00.000Z',
      '2026-03-06T16:59:59.999Z',
      '2026-03-09T00:00:00.000Z',
      '2026-03-11T00:00:00.000Z',
      '2026-03-13T00:00:00.000Z',
      '2026-03-20T16:59:59.999Z',
    ]);
    expect(
      periodsWithin(periodPattern('decree09.half'), '2026-01-01', '2026-12-14').periods.map(({ to }) => to),
    ).toEqual(['2026-06-14', '2026-12-14']);
  });
});
