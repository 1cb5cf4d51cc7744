import fc from 'fast-check';
import { calendarWith, someCalendar, someDay } from '../../../test/fixtures/work-calendars.js';
import { addWorkingDays, isWorkingDay } from '../calendar/working-days.js';
import { addDays, endOfDay, instantAt, localDateOf } from '../time/local-date.js';
import { agenda, clockKey, entriesDue, nextEntryAfter } from './agenda.js';
import type { Clock, Ladder, Rung, RungAct } from './ladder.types.js';

const rung = (act: RungAct, workingDays: number): Rung => ({
  id: `${act}${workingDays}`,
  act,
  at: { anchor: 'due', workingDays },
  audience: ['focal'],
  class: 'digest',
});
const open: Rung = {
  id: 'open',
  act: 'open',
  at: { anchor: 'opens', durationMs: 0 },
  audience: ['focal'],
  class: 'digest',
};
const ladderOf = (...rungs: Rung[]): Ladder => ({ id: 'test', version: '1', source: 'test', rungs });
const full = ladderOf(open, rung('remind', -5), rung('remind', -2), rung('urge', 1), rung('escalate', 3));

// Due on Sunday 8/9/2024; last working day Friday 6/9; 2/9 and 3/9 off.
const cal = calendarWith({ off: ['2024-09-02', '2024-09-03'] });
const clock: Clock = {
  version: 1,
  phase: 'submission',
  ladder: 'test',
  calendar: 'test',
  opensAt: instantAt('2024-08-20', '07:00'),
  dueAt: endOfDay('2024-09-08'),
  lockAt: endOfDay('2024-09-11'),
};
const told = (entries: ReturnType<typeof agenda>) =>
  entries.map(({ at, rung: id }) => `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)} ${id}`);

describe('agenda', () => {
  it('tells the whole life of a report that nobody touches', () =>
    expect(told(agenda(clock, full, cal))).toEqual([
      '2024-08-20T07:00 open',
      '2024-08-28T07:00 remind-5',
      '2024-09-04T07:00 remind-2',
      '2024-09-08T23:59 overdue',
      '2024-09-09T07:00 urge1',
      '2024-09-11T07:00 escalate3',
      '2024-09-11T23:59 lock',
    ]));

  it('drops what lies after the lock, and keeps everything where there is none', () => {
    const lockAt = endOfDay('2024-09-10');
    expect(told(agenda({ ...clock, lockAt }, full, cal)).slice(-2)).toEqual([
      '2024-09-09T07:00 urge1',
      '2024-09-10T23:59 lock',
    ]);
    expect(told(agenda({ ...clock, lockAt: null }, full, cal)).at(-1)).toBe('2024-09-11T07:00 escalate3');
  });

  it('drops a reminder whose hour has come when the form opens', () => {
    const opensAt = instantAt('2024-09-04', '07:00');
    expect(told(agenda({ ...clock, opensAt }, full, cal)).slice(0, 2)).toEqual([
      '2024-09-04T07:00 open',
      '2024-09-08T23:59 overdue',
    ]);
  });

  it('reminds on the last working day for n = 0', () =>
    expect(told(agenda(clock, ladderOf(rung('remind', 0)), cal))).toContain('2024-09-06T07:00 remind0'));

  it('opens without a word where the ladder has no such rung', () =>
    expect(agenda(clock, ladderOf(), cal)[0]).toEqual({
      at: clock.opensAt,
      act: 'open',
      rung: 'open',
      audience: [],
      class: null,
    }));

  it('knows neither opening nor overdue in a review, and no opening after a return', () => {
    const acts = (phase: Clock['phase']) => agenda({ ...clock, phase }, full, cal).map(({ act }) => act);
    expect(acts('review')).toEqual(['remind', 'remind', 'urge', 'escalate', 'lock']);
    expect(acts('resubmission')).toEqual(['remind', 'remind', 'overdue', 'urge', 'escalate', 'lock']);
  });

  it('places durations to the millisecond, for drills', () => {
    const drill = ladderOf(
      { ...open, class: 'instant' },
      { ...rung('remind', 0), id: 'early', at: { anchor: 'due', durationMs: -5000 } },
      { ...rung('remind', 0), id: 'soon', at: { anchor: 'due', durationMs: -1000 } },
      { ...rung('urge', 0), id: 'late', at: { anchor: 'due', durationMs: 500 } },
      { ...rung('remind', 0), id: 'begun', at: { anchor: 'opens', durationMs: 200 } },
    );
    const t0 = Date.UTC(2024, 0, 1, 16, 59, 58);
    const entries = agenda(
      { ...clock, opensAt: new Date(t0), dueAt: new Date(t0 + 3000), lockAt: new Date(t0 + 4000) },
      drill,
      cal,
    );
    expect(entries.map(({ at, rung: id }) => [at.getTime() - t0, id])).toEqual([
      [0, 'open'],
      [200, 'begun'],
      [2000, 'soon'],
      [3000, 'overdue'],
      [3500, 'late'],
      [4000, 'lock'],
    ]);
  });

  it('refuses a rung that cannot be placed', () => {
    const lost = { ...rung('remind', 5), at: { anchor: 'opens' as const, workingDays: 5 } };
    expect(() => agenda(clock, ladderOf(lost), cal)).toThrow(RangeError);
  });

  it('is sorted, within its bounds, and writes rungs on working days only', () => {
    const someLadder = fc
      .uniqueArray(
        fc.integer({ min: -12, max: 8 }).filter((n) => n !== 0),
        { maxLength: 8 },
      )
      .map((days) => ladderOf(open, ...days.map((n) => rung(n < 0 ? 'remind' : 'urge', n))));
    const someClock = fc
      .record({ due: someDay, opensBefore: fc.nat(40), lockAfter: fc.option(fc.integer({ min: 1, max: 10 })) })
      .map(({ due, opensBefore, lockAfter }) => ({ due, opensBefore, lockAfter }));
    fc.assert(
      fc.property(someCalendar, someLadder, someClock, (calendar, ladder, { due, opensBefore, lockAfter }) => {
        const opensAt = instantAt(addDays(due, -opensBefore), '07:00');
        const lockAt = lockAfter === null ? null : endOfDay(addWorkingDays(calendar, due, lockAfter));
        const entries = agenda({ ...clock, opensAt, dueAt: endOfDay(due), lockAt }, ladder, calendar);
        const times = entries.map(({ at }) => at.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(entries[0]).toMatchObject({ act: 'open', at: opensAt });
        expect(entries.filter(({ act }) => act === 'overdue')).toHaveLength(1);
        if (lockAt) expect(entries.at(-1)).toMatchObject({ act: 'lock', at: lockAt });
        for (const { at, act } of entries) {
          if (act === 'remind') expect(at < endOfDay(due)).toBe(true);
          if (act === 'urge') expect(at > endOfDay(due)).toBe(true);
          if (act === 'remind' || act === 'urge') expect(isWorkingDay(calendar, localDateOf(at))).toBe(true);
        }
      }),
    );
  });
});

describe('reading an agenda', () => {
  const entries = agenda(clock, full, cal);

  it('finds the next entry strictly after an instant', () => {
    expect(nextEntryAfter(entries, new Date(clock.opensAt.getTime() - 1))?.rung).toBe('open');
    expect(nextEntryAfter(entries, clock.opensAt)?.rung).toBe('remind-5');
    expect(nextEntryAfter(entries, clock.lockAt!)).toBeUndefined();
  });

  it('cuts time into spans in which each entry is due once', () => {
    const all = entriesDue(entries, null, clock.lockAt!);
    expect(all).toEqual(entries);
    const parts = entries.flatMap(({ at }, i) => entriesDue(entries, i === 0 ? null : entries[i - 1]!.at, at));
    expect(parts).toEqual(entries);
    expect(entriesDue(entries, clock.dueAt, clock.dueAt)).toEqual([]);
  });

  it('gives clocks one key when they differ only in their version', () => {
    expect(clockKey({ ...clock, version: 9 })).toBe(clockKey(clock));
    const others: Partial<Clock>[] = [
      { phase: 'review' },
      { ladder: 'x' },
      { calendar: 'x' },
      { opensAt: new Date(0) },
      { dueAt: new Date(0) },
      { lockAt: null },
      { lockAt: new Date(0) },
    ];
    const keys = others.map((change) => clockKey({ ...clock, ...change }));
    expect(new Set([clockKey(clock), ...keys]).size).toBe(others.length + 1);
  });
});
