import { agenda } from './agenda.js';
import { addWorkingDays, slotFor } from './calendar.js';
import { Course } from './campaign.js';
import { neededVotes } from './council.js';
import { fraction } from './decimal.js';
import { lastDay } from './deadline.js';
import { type Action, type WorkCalendar } from './dump.types.js';
import { AR, at, BR, end } from './example/facts.js';
import { calendar, ladders } from './example/rules.js';
import { example } from './example/world.js';
import { type Life } from './life.types.js';
import { noticesOf } from './notices.js';
import { readerOf } from './recipients.js';
import { isTotal } from './totals.js';
import { show } from './time.js';
import { worldOf } from './world.js';

const tet: WorkCalendar = {
  id: 'tet',
  weeklyRest: [0, 6],
  years: {
    '2023': {
      daysOff: ['20', '23', '24', '25', '26'].map((d) => ({ date: `2023-01-${d}` })),
      makeUpWorkdays: [],
    },
  },
};

/** What becomes of B's report when these things happen, and which notices it causes. */
function livesOf(actions: Partial<Action>[], id: string = BR): { life: Life; told: string[] } {
  const dump = example();
  dump.actions = actions.map((a) => ({ type: 'submit', obligation: id, ...a }) as Action);
  const world = worldOf(dump);
  const course = new Course(world, dump.plans[0]!, Date.parse(at(2, '10:00')));
  const life = course.step('r').lives.find((l) => l.laid.id === id)!;
  const told = noticesOf(world, life).map((n) => `${n.clockVersion} ${n.rung} ${n.post} ${n.fates.join('/')}`);
  return { life, told };
}

describe('the calendar', () => {
  it('steps over Tết in both directions', () => {
    expect(addWorkingDays(tet, '2023-01-19', 1)).toBe('2023-01-27');
    expect(addWorkingDays(tet, '2023-01-27', -1)).toBe('2023-01-19');
    expect(addWorkingDays(tet, '2023-01-22', 0)).toBe('2023-01-19');
    expect(show(slotFor(tet, Date.parse('2023-01-19T01:00:00.001Z')))).toBe('2023-01-27T01:00:00.000Z');
    expect(show(slotFor(tet, Date.parse('2023-01-19T01:00:00.000Z')))).toBe('2023-01-19T01:00:00.000Z');
  });

  it('refuses a year it does not know', () => {
    expect(() => addWorkingDays(tet, '2024-01-02', 1)).toThrow('no year 2024');
  });

  it('moves only counted days off a day of rest', () => {
    expect(lastDay({ kind: 'by', date: '2023-01-21' }, '', tet)).toBe('2023-01-21');
    expect(lastDay({ kind: 'before', date: '2023-01-21' }, '', tet)).toBe('2023-01-20');
    expect(lastDay({ kind: 'within', days: 3, from: '2023-01-18' }, '', tet)).toBe('2023-01-27');
    expect(lastDay({ kind: 'within_working_days', days: 2, from: 'opened' }, '2023-01-18', tet)).toBe('2023-01-27');
  });
});

it('drops rungs before the opening and after the lock', () => {
  const clock = {
    version: 1,
    phase: 'submission' as const,
    ladder: 'std',
    opensAt: Date.parse(at(4, '07:00')),
    dueAt: Date.parse(end(6)),
    graceUntil: null,
    lockAt: Date.parse(end(7)),
  };
  expect(agenda(clock, ladders.std!, calendar).map((e) => e.rung)).toEqual(['open', 'overdue', 'u+1', 'lock']);
});

describe('one report', () => {
  it('is extended after the urging was written and before it was sent', () => {
    const decided = { type: 'decide_extension', granted: true, lastDay: '2020-03-11', at: at(7, '07:30') };
    const { life, told } = livesOf([decided, { at: at(11, '15:00') }]);
    expect(told.slice(2)).toEqual([
      '1 u+1 B:focal withdrawn',
      '1 u+1 B:head withdrawn',
      '2 r-1 B:focal sent',
      '3 rv0 D:focal sent',
      '2 extension B:focal sent',
    ]);
    expect([life.onTime, life.onTimeOriginal, life.overdue.map(show)]).toEqual([true, false, [end(6)]]);
    expect(show(life.spans[1]!.clock.lockAt)).toBe(end(13));
  });

  it('has no reminder repeated that lies before the decision', () => {
    const { told } = livesOf([{ type: 'extend', lastDay: '2020-03-09', at: at(7, '07:15') }]);
    expect(told).toEqual([
      '1 open B:focal sent',
      '1 r-1 B:focal sent',
      '1 u+1 B:focal withdrawn',
      '1 u+1 B:head withdrawn',
      '2 u+1 B:focal sent',
      '2 u+1 B:head sent',
      '2 e+2 D:head sent',
    ]);
  });

  it('goes on with its first clock after a withdrawal', () => {
    const { life, told } = livesOf([{ at: at(3, '07:30') }, { type: 'withdraw', at: at(3, '09:00') }]);
    expect(told.slice(0, 2)).toEqual(['1 open B:focal withdrawn', '3 r-1 B:focal sent']);
    expect([life.state, life.submittedAt, life.onTime]).toEqual(['lapsed', null, null]);
  });

  it('declares a delay: the receiver hears of it, the unit is left in peace, and urged once when the day is over', () => {
    const { life, told } = livesOf([{ type: 'declare_delay', expectedDay: '2020-03-07', at: at(3, '09:00') }]);
    expect(told).toEqual([
      '1 open B:focal sent',
      '1 delay-1 D:focal sent',
      // Monday 9: the ladder's own rung of that morning speaks for both
      '1 e+2 D:head sent',
      '1 e+2 B:focal sent',
      '1 e+2 B:head sent',
    ]);
    expect([life.illegal, life.state]).toEqual([[], 'lapsed']);
    expect(
      livesOf([{ type: 'declare_delay', expectedDay: '2020-03-10', at: at(3, '09:00') }]).life.illegal,
    ).toHaveLength(1);
  });

  it('is left in peace again from a second declaration on, and no more once it was handed in and taken back', () => {
    const declare = (expectedDay: string, when: string) => ({ type: 'declare_delay', expectedDay, at: when });
    const moved = [declare('2020-03-07', at(3, '09:00')), declare('2020-03-09', at(5, '09:00'))];
    expect(livesOf(moved).told).toEqual([
      '1 open B:focal sent',
      '1 delay-1 D:focal sent',
      '1 delay-2 D:focal sent',
      '1 e+2 D:head sent',
    ]);
    const back = [...moved, { at: at(5, '10:00') }, { type: 'withdraw', at: at(5, '11:00') }];
    expect(livesOf(back).told.slice(3)).toEqual(['3 u+1 B:focal sent', '3 u+1 B:head sent', '3 e+2 D:head sent']);
  });

  it('is escalated by hand at once and beside the ladder', () => {
    const { told } = livesOf([{ type: 'escalate', to: 'superior', at: at(5, '10:00') }]);
    expect(told).toContain('1 by-hand-1 D:head sent');
    expect(told).toHaveLength(livesOf([]).told.length + 1);
  });

  it('is late between due and lock, and refused after the lock', () => {
    expect(livesOf([{ at: at(9, '20:00') }]).life.onTime).toBe(false);
    expect(livesOf([{ at: at(10, '00:00') }]).life.illegal).toHaveLength(1);
  });

  it('may be told or not when it comes at the very instant of a rung', () => {
    const dump = example();
    dump.actions = [{ type: 'submit', obligation: AR, at: at(4, '07:00') }];
    const world = worldOf(dump);
    const course = new Course(world, dump.plans[0]!, Date.parse(at(2, '10:00')));
    const told = course.lives.filter((l) => l.laid.id === AR).flatMap((l) => noticesOf(world, l));
    expect(told.map((n) => [n.rung, n.optional, n.fates[0]])).toEqual([
      ['open', false, 'sent'],
      ['r-1', true, 'withdrawn'],
      ['rv0', false, 'sent'],
    ]);
  });
});

it('opens at once what was laid out for a day that is past', () => {
  const dump = example();
  const course = new Course(worldOf(dump), dump.plans[0]!, Date.parse(at(4, '06:00')));
  const clock = course.step('r').lives[0]!.laid.clock;
  expect(show(clock.opensAt)).toBe(at(4, '06:00'));
});

it('reads a vacant post one up, and at the top nobody', () => {
  const world = worldOf(example());
  expect(readerOf(world, 'B:head', '2020-03-09')?.person).toBe('dh');
  expect(readerOf(world, 'B:focal', '2020-03-09')?.address).toBe('b@x.vn');
  expect(readerOf(world, 'D:head', '2018-03-09')).toBeNull();
});

it('needs yes votes of all members, rounded up, without floating point', () => {
  expect([neededVotes(0.9, 10), neededVotes(0.8, 9), neededVotes(0.7, 10), neededVotes(null, 9)]).toEqual([
    9,
    8,
    7,
    null,
  ]);
});

it('reads a ratio as a share, a percentage or two parts', () => {
  const target = { id: 'T', mode: 'each_unit' as const, method: 'ratio' as const };
  const third = { n: 1n, d: 3n };
  expect(
    ['33.33', 0.3333333333333333, { numerator: 2, denominator: 6 }, '33.34', null].map((v) =>
      isTotal(target, v, third),
    ),
  ).toEqual([true, true, true, false, false]);
  expect(fraction('1.50')).toEqual({ n: 150n, d: 100n });
});
