import fc from 'fast-check';
import { agenda as secondAgenda } from '../../../test/oracle/agenda.js';
import { withDelays } from '../../../test/oracle/delay.js';
import { calendarWith } from '../../../test/fixtures/work-calendars.js';
import { ladders } from '../../rules/ladders.js';
import { addDays, endOfDay, instantAt } from '../time/local-date.js';
import { agenda } from './agenda.js';
import type { AgendaEntry, Clock } from './ladder.types.js';

const cal = calendarWith();
const MINUTE = 60_000;
const inDays = ladders.filter(({ id }) => id !== 'drill' && id !== 'review');

/** Due Fri 13 June 2025. */
const clockOf = (ladder: string, lockDays: number): Clock => ({
  version: 1,
  phase: ladder === 'return' ? 'resubmission' : 'submission',
  ladder,
  calendar: 'vn-5d',
  opensAt: instantAt('2025-05-26', '07:00'),
  dueAt: endOfDay('2025-06-13'),
  lockAt: lockDays === 0 ? null : endOfDay(addDays('2025-06-13', lockDays)),
});

interface Said {
  at: Date;
  lastDay: string;
}

/** What the engine does as time goes on: until each declaration by the clock as it stood, from then on by the new one. */
function lived(clock: Clock, said: Said[]): AgendaEntry[] {
  const ladder = inDays.find(({ id }) => id === clock.ladder)!;
  const clocks = [clock, ...said.map((one, i) => ({ ...clock, delay: { n: i + 1, ...one } }))];
  return clocks.flatMap((one, i) => {
    const from = i === 0 ? -Infinity : said[i - 1]!.at.getTime();
    const to = said[i]?.at.getTime() ?? Infinity;
    return agenda(one, ladder, cal).filter(({ at }) => at.getTime() >= from && at.getTime() < to);
  });
}

it('does under declared delays what a second reading of the rules says', () => {
  // never on the full hour, at which rungs stand: which comes first there is not decided
  const at = fc
    .integer({ min: 0, max: 30 * 24 })
    .map((h) => new Date(instantAt('2025-05-27', '08:17').getTime() + h * 60 * MINUTE));
  const later = fc.integer({ min: 1, max: 15 });
  fc.assert(
    fc.property(
      fc.constantFrom(...inDays),
      fc.integer({ min: 0, max: 20 }),
      fc.tuple(at, at),
      fc.tuple(later, later),
      (ladder, lock, [a, b], [x, y]) => {
        const clock = clockOf(ladder.id, lock);
        const instants = [a, b].sort((one, two) => one.getTime() - two.getTime());
        fc.pre(a.getTime() !== b.getTime());
        const days = [addDays('2025-06-13', x), addDays('2025-06-13', x + y)];
        const said = instants
          .map((instant, i) => ({ at: instant, lastDay: days[i]! }))
          .filter((one) => endOfDay(one.lastDay) >= one.at && (clock.lockAt === null || one.at <= clock.lockAt));
        const delays = said.map((one, i) => ({ n: i + 1, at: one.at.getTime(), lastDay: one.lastDay }));
        const plain = secondAgenda(
          {
            ...clock,
            opensAt: clock.opensAt.getTime(),
            dueAt: clock.dueAt.getTime(),
            graceUntil: null,
            lockAt: clock.lockAt?.getTime() ?? null,
          },
          ladder,
          cal,
        );
        const told = (entries: { at: number | Date; act: string; rung: string; audience: string[] }[]) =>
          entries.map((e) => `${Number(e.at)} ${e.act} ${e.rung} ${[...e.audience].sort().join(',')}`).sort();
        expect(told(lived(clock, said))).toEqual(told(withDelays(plain, delays, cal, (at) => at)));
      },
    ),
    { numRuns: 500 },
  );
});
