import { Course } from './campaign.js';
import { compare } from './compare.js';
import { type Action } from './dump.types.js';
import { AR, at, BR, end } from './example/facts.js';
import { example } from './example/world.js';
import { noticesOf } from './notices.js';
import { show } from './time.js';
import { worldOf } from './world.js';

/** B's report opens on Tue 3, is due on Fri 6 (a day off, written in the plan), and locks on Mon 9; Sat 7 is worked. */
function after(commands: Partial<Action>[], id: string = BR) {
  const dump = example();
  dump.actions = commands.map((a) => ({ type: 'submit', campaign: 'P', ...a }) as Action);
  const world = worldOf(dump);
  const course = new Course(world, dump.plans[0]!, Date.parse(at(2, '10:00')));
  const step = course.step('r');
  const life = step.lives.find((l) => l.laid.id === id)!;
  const notices = noticesOf(world, life).filter((n) => !n.optional);
  const told = notices.map((n) => `${n.clockVersion} ${n.rung} ${n.post} ${n.fates.join('/')}`);
  const clock = life.spans.at(-1)!.clock;
  return { life, step, notices, told, clock, dump };
}

const suspended = (from: string, to: string, how: Partial<Action> = {}): Partial<Action>[] => [
  { type: 'suspend', at: from },
  { type: 'resume', at: to, ...how },
];
const moves = { shift: 'by_suspension', document: { number: '1/QĐ', date: '2020-03-07' } } as const;
const LAST = ['1 u+1 B:focal sent', '1 u+1 B:head sent', '1 e+2 D:head sent'];

describe('a campaign that was suspended', () => {
  const week = [at(4, '06:00'), at(7, '09:00')] as const;

  it('goes on with its clocks: of what fell due meanwhile the last rung speaks, and waits for the next morning', () => {
    const { told, life, notices } = after(suspended(...week));
    expect(told).toEqual(['1 open B:focal sent', ...LAST]);
    expect(life.overdue.map(show)).toEqual([end(6)]);
    const urge = notices.find((n) => n.rung === 'u+1')!;
    expect([urge.at, urge.leavesAt].map(show)).toEqual([at(7, '07:00'), at(9, '08:00')]);
  });

  it('gives its clocks the lost days back by a decision with a document, and repeats nothing that lies before', () => {
    const { told, life, clock } = after(suspended(...week, moves));
    expect([clock.version, show(clock.dueAt), show(clock.lockAt)]).toEqual([2, end(9), end(11)]);
    expect(told).toEqual(['1 open B:focal sent', '2 u+1 B:focal sent', '2 u+1 B:head sent', '2 e+2 D:head sent']);
    expect(life.deadlines.map(({ kind, lastDay }) => `${kind} ${lastDay}`)).toEqual([
      'plan 2020-03-06',
      'suspension 2020-03-09',
    ]);
    expect(life.overdue.map(show)).toEqual([end(9)]);
  });

  it('leaves a written date alone without a document, but moves one that somebody granted by the days after it', () => {
    expect(after(suspended(...week, { shift: 'by_suspension' })).told).toEqual(after(suspended(...week)).told);
    const granted = { type: 'extend', lastDay: '2020-03-10', at: at(5, '09:00'), obligation: BR };
    const [begin, finish] = suspended(...week, { shift: 'by_suspension' });
    const { clock } = after([begin!, granted, finish!]);
    expect([clock.version, show(clock.dueAt)]).toEqual([3, end(11)]);
  });

  it('opens its forms when it goes on', () => {
    const over = [at(2, '12:00'), at(5, '09:00')] as const;
    expect(after(suspended(...over)).told).toEqual(['1 r-1 B:focal sent', ...LAST]);
    const { told, clock } = after(suspended(...over, moves));
    expect(show(clock.dueAt)).toBe(end(9));
    expect(told.slice(0, 2)).toEqual(['2 open B:focal sent', '2 r-1 B:focal sent']);
  });

  it('takes what comes in meanwhile by the date of that moment, and leaves what is final alone', () => {
    const [begin, finish] = suspended(...week, moves);
    const { life, told } = after([begin!, { at: at(7, '08:30'), obligation: BR }, finish!]);
    expect([life.onTime, life.overdue.map(show)]).toEqual([false, [end(6)]]);
    expect(told).toEqual(['1 open B:focal sent', '2 rv0 D:focal sent']);
  });

  it('finds overdue what is withdrawn meanwhile after its due date, until the resumption moves that date', () => {
    const [begin, finish] = suspended(at(4, '06:00'), at(7, '12:00'));
    const back = [
      { at: at(5, '10:00'), obligation: BR },
      { type: 'withdraw', at: at(7, '09:00'), obligation: BR },
    ];
    const overdue = (how: Partial<Action>) => after([begin!, ...back, { ...finish!, ...how }]).life.overdue.map(show);
    expect(overdue({})).toEqual([end(6)]);
    expect(overdue(moves)).toEqual([end(9)]);
  });

  it('gives the reviewer the days back too, and withdraws what would have been sent meanwhile', () => {
    const [begin, finish] = suspended(at(9, '08:30'), at(11, '09:00'), { shift: 'by_suspension' });
    const sent = { at: at(5, '15:00'), obligation: AR };
    expect(show(after([sent, begin!, finish!], AR).clock.dueAt)).toBe(end(11));
    const early = suspended(at(7, '08:30'), at(9, '09:00'), { shift: 'by_suspension' });
    const { clock } = after([sent, ...early], AR);
    expect([clock.version, show(clock.dueAt)]).toEqual([3, end(10)]);
    const back = [
      { type: 'receive', at: at(9, '09:00'), obligation: AR },
      { type: 'return', at: at(9, '10:00'), obligation: AR },
    ];
    expect(after([sent, begin!, ...back, finish!], AR).told).toContain('3 returned A:focal withdrawn');
  });

  it('locks when it goes on, takes nothing after the lock meanwhile, and finishes its steps then', () => {
    const over = [at(9, '06:00'), at(11, '09:00')] as const;
    const { life, step } = after(suspended(...over));
    expect([life.state, show(step.finishedAt)]).toEqual(['lapsed', at(11, '09:00')]);
    const [begin, finish] = suspended(...over);
    expect(after([begin!, { at: at(10, '10:00'), obligation: BR }, finish!]).life.illegal).toHaveLength(1);
  });

  it('tells of a delay declared meanwhile, and begins without it where the clock moves', () => {
    const declared = { type: 'declare_delay', expectedDay: '2020-03-07', at: at(5, '09:00'), obligation: BR };
    const [begin, finish] = suspended(at(4, '06:00'), at(5, '10:00'));
    expect(after([begin!, declared, finish!]).told.slice(1, 3)).toEqual([
      '1 r-1 B:focal sent',
      '1 delay-1 D:focal sent',
    ]);
    const { told, life } = after([begin!, declared, { ...finish!, ...moves }]);
    expect(told.some((line) => line.includes('delay'))).toBe(false);
    expect(life.spans.at(-1)!.delays).toEqual([]);
  });

  it('knows of two delays declared meanwhile only the later one', () => {
    const declare = (expectedDay: string, when: string) => ({
      ...{ type: 'declare_delay', expectedDay, at: when, obligation: BR },
    });
    const [begin, finish] = suspended(at(3, '12:00'), at(9, '06:00'));
    const { told } = after([
      begin!,
      declare('2020-03-07', at(3, '14:00')),
      declare('2020-03-09', at(7, '14:00')),
      finish!,
    ]);
    // the first day's peace over `r-1` and `u+1` went with it: nothing had been looked at
    expect(told).toEqual([
      ...['1 open B:focal sent', '1 u+1 B:focal sent', '1 u+1 B:head sent', '1 delay-2 D:focal sent'],
      '1 e+2 D:head sent',
    ]);
  });

  it('is compared by its ledger', () => {
    const { dump } = after(suspended(...week, moves));
    const lines = compare(dump).filter(({ kind, expected }) => kind === 'campaign' && expected.includes('suspensions'));
    expect(lines).toHaveLength(1);
  });
});

it('extends many at once: whoever is selected, still owes and has an earlier day', () => {
  const order = (more: Partial<Action>): Partial<Action> => ({
    ...{ type: 'extend_many', at: at(5, '09:00'), lastDay: '2020-03-10', select: { step: 'r' } },
    ...more,
  });
  const due = (more: Partial<Action>, id: string = BR) => show(after([order(more)], id).clock.dueAt);
  expect(due({})).toBe(end(10));
  expect(due({ select: { units: { units: ['A'] } } })).toBe(end(6));
  expect(due({ select: { units: { units: ['A'] } } }, AR)).toBe(end(10));
  expect(due({ lastDay: '2020-03-06' })).toBe(end(6));
  expect(due({ at: at(2, '11:00') })).toBe(end(10));
  expect(due({ at: at(9, '09:00'), lastDay: '2020-03-08' })).toBe(end(6)); // a day that has passed
  const done = after([{ at: at(4, '10:00'), obligation: BR }, order({})]);
  expect(done.life.deadlines).toHaveLength(1);
});
