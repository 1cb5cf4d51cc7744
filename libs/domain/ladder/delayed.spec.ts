import fc from 'fast-check';
import { calendarWith } from '../../../test/fixtures/work-calendars.js';
import { addWorkingDays, isWorkingDay } from '../calendar/working-days.js';
import { addDays, endOfDay, instantAt, localDateOf } from '../time/local-date.js';
import { agenda, clockKey } from './agenda.js';
import type { Audience, Clock, Ladder, Rung, RungAct } from './ladder.types.js';

const cal = calendarWith();
const rung = (act: RungAct, workingDays: number, ...audience: Audience[]): Rung => ({
  id: `${act}${workingDays}`,
  act,
  at: { anchor: 'due', workingDays },
  audience,
  class: 'digest',
});
const ladder: Ladder = {
  id: 'report',
  version: '1',
  source: 'tests',
  rungs: [
    rung('remind', -2, 'focal', 'head'),
    rung('urge', 1, 'head', 'reviewer'),
    rung('urge', 2, 'head'),
    rung('escalate', 3, 'superior'),
  ],
};

/** Due Fri 13 June 2025, locks Fri 27 June. */
const clock: Clock = {
  version: 3,
  phase: 'submission',
  ladder: 'report',
  calendar: 'vn-5d',
  opensAt: instantAt('2025-06-02', '07:00'),
  dueAt: endOfDay('2025-06-13'),
  lockAt: endOfDay('2025-06-27'),
};
const declared = (lastDay: string, at = instantAt('2025-06-10', '09:00'), n = 1): Clock => ({
  ...clock,
  delay: { n, at, lastDay },
});
const lines = (one: Clock): string[] =>
  agenda(one, ladder, cal).map(({ at, rung: id, audience }) => `${localDateOf(at)} ${id} ${audience.join(',')}`.trim());

describe('an agenda under a declared delay', () => {
  it('tells the receiver, leaves the owing unit in peace until the declared day, and urges it on the next working morning', () => {
    expect(lines(declared('2025-06-20'))).toEqual([
      '2025-06-02 open',
      '2025-06-10 delay-1 reviewer',
      '2025-06-13 overdue',
      '2025-06-16 urge1 reviewer',
      '2025-06-18 escalate3 superior',
      '2025-06-23 urge-delay-1 focal,head',
      '2025-06-27 lock',
    ]);
  });

  it('lets a rung of that very morning speak for both', () => {
    expect(lines(declared('2025-06-17')).slice(-2)).toEqual([
      '2025-06-18 escalate3 superior,focal,head',
      '2025-06-27 lock',
    ]);
  });

  it('keeps what was spoken before it, and speaks as usual after the day', () => {
    const late = lines(declared('2025-06-16', instantAt('2025-06-16', '08:00')));
    expect(late.slice(1, 6)).toEqual([
      '2025-06-11 remind-2 focal,head',
      '2025-06-13 overdue',
      '2025-06-16 urge1 head,reviewer',
      '2025-06-16 delay-1 reviewer',
      '2025-06-17 urge2 head,focal',
    ]);
  });

  it('says nothing after the lock', () => {
    expect(lines(declared('2025-06-27')).at(-1)).toBe('2025-06-27 lock');
  });

  it('is another agenda, so another group, at every declaration', () => {
    const at = clock.opensAt;
    const keys = [clock, declared('2025-06-20'), declared('2025-06-20', at), declared('2025-06-20', at, 2)].map(
      clockKey,
    );
    const hand = clockKey({ ...clock, byHand: { n: 1, at, to: 'chair' } });
    expect(new Set([...keys, hand]).size).toBe(5);
  });

  it('for any day: moves no date, silences no escalation, and nags the owing unit at no instant until its end', () => {
    const days = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 24 * 60 }), (after, minutes) => {
        const at = new Date(clock.opensAt.getTime() + minutes * 600_000);
        const lastDay = addDays('2025-06-13', after);
        const plain = agenda(clock, ladder, cal);
        const quiet = agenda(declared(lastDay, at), ladder, cal);
        const standing = (act: string) => (entry: { act: string }) => entry.act === act;
        for (const act of ['open', 'overdue', 'lock', 'escalate'])
          expect(quiet.filter(standing(act)).map((one) => one.at)).toEqual(
            plain.filter(standing(act)).map((one) => one.at),
          );
        const nags = quiet.filter(
          (one) =>
            (one.act === 'remind' || one.act === 'urge') &&
            one.audience.some((who) => who === 'head' || who === 'focal'),
        );
        expect(nags.filter((one) => one.at > at && one.at <= endOfDay(lastDay))).toEqual([]);
        const morning = instantAt(addWorkingDays(cal, lastDay, 1), '07:00');
        const urged = quiet.filter((one) => one.at.getTime() === morning.getTime());
        expect(urged).toHaveLength(morning > clock.lockAt! ? 0 : 1);
        for (const one of urged) {
          expect(one.audience).toEqual(expect.arrayContaining(['focal', 'head']));
          expect(isWorkingDay(cal, localDateOf(one.at))).toBe(true);
        }
      }),
    );
  });
});

it('adds what a supervisor asked for, at once and beside the ladder', () => {
  const at = instantAt('2025-06-16', '10:00');
  const entries = agenda({ ...clock, byHand: { n: 2, at, to: 'standing_body' } }, ladder, cal);
  expect(entries).toHaveLength(agenda(clock, ladder, cal).length + 1);
  expect(entries).toContainEqual({
    at,
    act: 'escalate',
    rung: 'by-hand-2',
    audience: ['standing_body'],
    class: 'instant',
  });
});
