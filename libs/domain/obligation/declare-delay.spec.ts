import { focal, openReport, reviewer, rules } from '../../../test/fixtures/open-report.js';
import { endOfDay, instantAt } from '../time/local-date.js';
import type { Actor, ObligationCommand } from './commands.types.js';
import { decide, type DecideContext, type Decision } from './decide.js';
import { engineAct } from './engine-act.js';
import type { Obligation } from './obligation.types.js';

const note = { id: 'n', hash: 'h' };
const at = instantAt;
const bodies = { standingBody: 'tinh-office', chairPost: 'tinh:chair' };

function run(
  o: Obligation,
  command: ObligationCommand,
  now: Date,
  actor: Actor = focal,
  more: Partial<DecideContext['campaign']> = {},
) {
  return decide(o, command, { now, actor, rules, campaign: { cancelled: false, closed: false, bodies, ...more } });
}
function taken(...args: Parameters<typeof run>): { o: Obligation; decision: Decision } {
  const decision = run(...args);
  if (decision.refused) throw new Error(decision.reason);
  const [o] = args;
  return { o: { ...o, ...decision.next, revision: o.revision + 1, version: o.version + 1 }, decision };
}
const code = (...args: Parameters<typeof run>): string => {
  const result = run(...args);
  return result.refused ? result.code : 'taken';
};

const delay = (expectedDay: string): ObligationCommand => ({ type: 'declare_delay', expectedDay, reason: 'r', note });
const submit: ObligationCommand = { type: 'submit', submission: 's1', contentHash: 'abc', nil: false };

/** Due Fri 13 June 2025, locks Fri 20 June. */
describe('“I shall be late”', () => {
  const declared = (): Obligation => taken(openReport(), delay('2025-06-17'), at('2025-06-10', '09:00')).o;

  it('moves no date and no version, and wakes the engine at once to tell the receiver', () => {
    const before = openReport();
    const { o, decision } = taken(before, delay('2025-06-17'), at('2025-06-10', '09:00'));
    expect(o).toMatchObject({ state: 'open', deadlines: before.deadlines, nextAt: at('2025-06-10', '09:00') });
    const { delay: said, ...clock } = o.clock;
    expect(clock).toEqual(before.clock);
    expect(said).toEqual({ n: 1, at: at('2025-06-10', '09:00'), lastDay: '2025-06-17' });
    expect(decision.events).toMatchObject([
      { type: 'delay_declared', data: { expectedDay: '2025-06-17', declaration: 1 } },
    ]);
  });

  it('is no extension: what comes on the declared day is late against both dates', () => {
    const { o } = taken(declared(), submit, at('2025-06-17', '09:00'));
    expect(o).toMatchObject({ onTime: false, onTimeOriginal: false, overdueAt: endOfDay('2025-06-13') });
  });

  it('is withdrawn for good by a submission, and by a new due date', () => {
    const { o } = taken(declared(), submit, at('2025-06-11', '09:00'));
    const { o: back } = taken(o, { type: 'withdraw', note }, at('2025-06-11', '10:00'));
    expect(back.clock.delay).toBeUndefined();
    const { o: extended } = taken(
      declared(),
      { type: 'extend', lastDay: '2025-06-16', reason: 'r', note },
      at('2025-06-11', '09:00'),
      reviewer,
    );
    expect(extended.clock.delay).toBeUndefined();
  });

  it('may be moved once more, to a later day', () => {
    const now = at('2025-06-12', '09:00');
    expect(code(declared(), delay('2025-06-17'), now)).toBe('delay-not-later');
    const { o } = taken(declared(), delay('2025-06-18'), now);
    expect(o.clock.delay).toMatchObject({ n: 2, lastDay: '2025-06-18' });
    expect(run(o, delay('2025-06-19'), now)).toMatchObject({
      refused: true,
      code: 'delay-too-often',
      reason: expect.stringContaining('đã khai báo lại 1 lần'),
    });
  });

  it('is refused in words where it says nothing or promises what cannot be', () => {
    const now = at('2025-06-16', '09:00');
    expect(code(openReport(), delay('2025-06-13'), now)).toBe('delay-not-late');
    expect(code(openReport(), delay('2025-06-14'), now)).toBe('delay-past');
    expect(code(openReport(), delay('2025-06-21'), now)).toBe('delay-after-lock');
    expect(code(openReport(), delay('2025-06-20'), now)).toBe('taken');
    expect(code(openReport(), delay('2025-06-31'), now)).toBe('not-a-date');
    expect(code(openReport(), delay('2025-06-20'), at('2025-06-21', '00:00'))).toBe('locked');
    expect(code(openReport({ state: 'submitted' }), delay('2025-06-17'), now)).toBe('illegal-step');
  });

  it('keeps an act that was due and not done yet', () => {
    const waiting = openReport({ nextAt: at('2025-06-11', '07:00') });
    expect(taken(waiting, delay('2025-06-17'), at('2025-06-12', '09:00')).o.nextAt).toEqual(at('2025-06-11', '07:00'));
  });
});

describe('what a person asked for', () => {
  it('is told whatever fell due around it while the engine was away', () => {
    const clock = {
      ...openReport().clock,
      delay: { n: 1, at: at('2025-06-12', '09:10'), lastDay: '2025-06-17' },
      byHand: { n: 1, at: at('2025-06-12', '09:00'), to: 'chair' as const },
    };
    const told: string[] = [];
    const until = at('2025-06-18', '10:00');
    for (let from: Date | null = at('2025-06-11', '07:00'); from !== null && from <= until;) {
      const act = engineAct(clock, from, until, rules);
      told.push(`${act.entries.map(({ rung }) => rung).join('+')}: ${act.speaking?.rung ?? 'nobody'}`);
      from = act.nextAt;
    }
    expect(told).toEqual([
      'remind-2: remind-2',
      'by-hand-1: by-hand-1',
      'delay-1: delay-1',
      'overdue+urge-delay-1: urge-delay-1',
    ]);
  });
});

describe('an escalation by hand', () => {
  const escalate = (to: 'head' | 'superior' | 'standing_body' | 'chair'): ObligationCommand => ({
    type: 'escalate',
    to,
    reason: 'r',
    note,
  });
  const friday = at('2025-06-13', '15:30');

  it('is due at once under a number of its own, and leaves the ladder alone', () => {
    const { o, decision } = taken(openReport(), escalate('superior'), friday, reviewer);
    expect(o).toMatchObject({
      clock: { version: 1, byHand: { n: 1, at: friday, to: 'superior' } },
      nextAt: at('2025-06-11', '07:00'),
      escalations: { count: 1, at: friday },
    });
    expect(decision.events).toMatchObject([{ type: 'escalated', data: { to: 'superior', n: 1 } }]);
  });

  it('is refused again until the same hour of the next working day', () => {
    const { o } = taken(openReport(), escalate('head'), friday, reviewer);
    expect(run(o, escalate('chair'), at('2025-06-16', '15:29'), reviewer)).toMatchObject({
      code: 'escalated-just-now',
      reason: expect.stringContaining('15:30 ngày 16/06/2025'),
    });
    expect(taken(o, escalate('chair'), at('2025-06-16', '15:30'), reviewer).o.clock.byHand).toMatchObject({
      n: 2,
      to: 'chair',
    });
  });

  it('is never for one’s own work, to one’s own post, or into silence', () => {
    expect(code(openReport(), escalate('superior'), friday, focal)).toBe('own-work');
    const chair: Actor = { person: null, post: 'tinh:chair', unit: 'tinh', role: 'chair' };
    expect(code(openReport(), escalate('chair'), friday, chair)).toBe('escalate-to-self');
    expect(code(openReport(), escalate('superior'), friday, reviewer, { suspended: true })).toBe('campaign-suspended');
    expect(code(openReport({ state: 'received' }), escalate('superior'), friday, reviewer)).toBe('illegal-step');
  });
});
