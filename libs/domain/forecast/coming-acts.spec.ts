import fc from 'fast-check';
import { ruleBook } from '#libs/rules';
import { nextInstant } from '../obligation/clocks.js';
import { endOfDay, instantAt } from '../time/local-date.js';
import type { Clock } from '../ladder/ladder.types.js';
import { comingActs, type StandingWork } from './coming-acts.js';

const clock: Clock = {
  version: 1,
  phase: 'submission',
  ladder: 'report',
  calendar: 'vn-5d',
  opensAt: instantAt('2026-09-03', '07:00'),
  dueAt: endOfDay('2026-10-15'),
  lockAt: endOfDay('2026-10-29'),
};
const open: StandingWork = { step: 'r', level: 'commune', state: 'open', clock, repairBy: null, count: 12 };
const NOW = instantAt('2026-10-12', '09:00');
const WEEK = endOfDay('2026-10-18');
const told = (work: StandingWork[]) =>
  comingActs(work, NOW, WEEK, ruleBook).map(({ at, act, count }) => [at.toISOString().slice(0, 10), act, count]);

describe('what will happen to work as it stands', () => {
  it('is counted together where it falls together, and only within the window', () => {
    const late = { ...clock, dueAt: endOfDay('2026-10-16') };
    expect(told([open, { ...open, count: 3 }, { ...open, clock: late, count: 2 }])).toEqual([
      ['2026-10-13', 'remind', 15],
      ['2026-10-14', 'remind', 2],
      ['2026-10-15', 'overdue', 15],
      ['2026-10-16', 'urge', 15],
      ['2026-10-16', 'overdue', 2],
    ]);
  });

  it('is nothing for what is handed in, and the end of the repair for what is parked', () => {
    expect(told([{ ...open, state: 'submitted' }])).toEqual([]);
    expect(told([{ ...open, state: 'parked', repairBy: endOfDay('2026-10-13') }])).toEqual([
      ['2026-10-13', 'repair', 12],
    ]);
  });

  it('leaves out what cannot be computed, and nothing else', () => {
    const beyond = { ...clock, dueAt: endOfDay('2141-01-15'), lockAt: null };
    expect(told([{ ...open, clock: beyond }, open]).length).toBe(told([open]).length);
  });

  it('begins at the very instant the engine waits for, whatever the clock', () => {
    const day = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(day, day, day, fc.boolean(), (opens, lasts, after, grace) => {
        const start = instantAt('2026-06-01', '07:00').getTime();
        const dueAt = new Date(start + (opens + lasts) * 86_400_000);
        const own: Clock = {
          ...clock,
          opensAt: new Date(start + opens * 86_400_000),
          dueAt,
          lockAt: new Date(dueAt.getTime() + 14 * 86_400_000),
          ...(grace && { graceUntil: new Date(dueAt.getTime() + 3 * 86_400_000) }),
        };
        const now = new Date(start + after * 2 * 86_400_000);
        const state = now < own.opensAt ? 'scheduled' : 'open';
        const [first] = comingActs([{ ...open, state, clock: own }], now, null, ruleBook).filter(
          ({ act }) => act !== 'grace',
        );
        expect(first?.at ?? null).toEqual(nextInstant(own, now, ruleBook));
      }),
    );
  });
});
