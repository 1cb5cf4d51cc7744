import { instantAt } from '#libs/domain';
import { focal, openReport, reviewer, rules } from '../../../test/fixtures/open-report.js';
import type { Actor, ObligationCommand } from './commands.types.js';
import { decide, type Decision } from './decide.js';
import type { Obligation } from './obligation.types.js';

const at = (day: string, time: string): Date => instantAt(day, time);
const note = { id: 'n', hash: 'h' };
const submit: ObligationCommand = { type: 'submit', submission: 's1', contentHash: 'abc', nil: false };

function run(
  o: Obligation,
  command: ObligationCommand,
  now: Date,
  actor: Actor = focal,
): Decision | { refused: true; code: string; reason: string } {
  return decide(o, command, { now, actor, rules, campaign: { cancelled: false, closed: false } });
}
function taken(
  o: Obligation,
  command: ObligationCommand,
  now: Date,
  actor: Actor = focal,
): { o: Obligation; decision: Decision } {
  const decision = run(o, command, now, actor);
  if (decision.refused) throw new Error(decision.reason);
  return { o: { ...o, ...decision.next, revision: o.revision + 1, version: o.version + 1 }, decision };
}
const code = (result: ReturnType<typeof run>): string => (result.refused ? result.code : 'taken');

describe('a report handed in', () => {
  it('is on time in the last millisecond of the due day and late in the next', () => {
    const due = openReport().clock.dueAt;
    expect(taken(openReport(), submit, due).o.onTime).toBe(true);
    expect(taken(openReport(), submit, new Date(due.getTime() + 1)).o.onTime).toBe(false);
  });

  it('is overdue from the deadline on, also when nobody had noted it yet', () => {
    const due = openReport().clock.dueAt;
    expect(taken(openReport(), submit, due).o.overdueAt).toBeNull();
    expect(taken(openReport(), submit, new Date(due.getTime() + 1)).o.overdueAt).toEqual(due);
  });

  it('stops its own clock and starts the reviewer’s, three working days over the weekend', () => {
    const { o, decision } = taken(openReport(), submit, at('2025-06-13', '15:00'));
    expect(o).toMatchObject({ state: 'submitted', attempt: 1, clock: { version: 2, phase: 'review' } });
    expect(o.clock.dueAt).toEqual(new Date(at('2025-06-19', '00:00').getTime() - 1));
    expect(o.stoppedClock?.phase).toBe('submission');
    expect(decision.events.map(({ type }) => type)).toEqual(['submitted']);
    expect(decision.receipt).toMatchObject({ state: 'submitted', contentHash: 'abc', onTime: true });
  });

  it('is refused in words after the lock, and the refusal changes nothing', () => {
    const locked = openReport();
    const result = run(locked, submit, at('2025-06-21', '00:00'));
    expect(code(result)).toBe('locked');
    expect(result).toHaveProperty('reason', expect.stringMatching(/khóa sổ/));
    expect(locked).toEqual(openReport());
  });

  it('may be taken back until somebody receives it, and its clock runs on', () => {
    const { o } = taken(openReport(), submit, at('2025-06-12', '09:00'));
    const { o: back } = taken(o, { type: 'withdraw', note }, at('2025-06-12', '10:00'));
    expect(back).toMatchObject({
      state: 'open',
      submittedAt: null,
      onTime: null,
      clock: { phase: 'submission', version: 3 },
    });
    expect(back.clock.dueAt).toEqual(openReport().clock.dueAt);
    const received = taken(o, { type: 'receive' }, at('2025-06-12', '10:00'), reviewer).o;
    expect(code(run(received, { type: 'withdraw', note }, at('2025-06-12', '11:00')))).toBe('illegal-step');
  });

  it('is overdue when it is taken back after its due date: what was taken back was never handed in', () => {
    const { o } = taken(openReport(), submit, at('2025-06-12', '09:00'));
    const { o: back } = taken(o, { type: 'withdraw', note }, at('2025-06-14', '10:00'));
    expect([o.overdueAt, back.overdueAt]).toEqual([null, openReport().clock.dueAt]);
  });

  it('is not taken back any more from its lock on: it would stay open with nothing to come', () => {
    const { o } = taken(openReport(), submit, at('2025-06-12', '09:00'));
    const lock = openReport().clock.lockAt!;
    const back = { type: 'withdraw', note } as const;
    expect(code(run(o, back, lock))).toBe('locked');
    expect(taken(o, back, new Date(lock.getTime() - 1)).o.nextAt).toEqual(lock);
  });
});

describe('a review', () => {
  const received = (): Obligation =>
    taken(
      taken(openReport(), submit, at('2025-06-12', '09:00')).o,
      { type: 'receive' },
      at('2025-06-12', '10:00'),
      reviewer,
    ).o;

  it('is never the unit’s own', () => {
    for (const type of ['accept', 'return'] as const) {
      expect(code(run(received(), { type, note }, at('2025-06-12', '11:00'), focal))).toBe('own-work');
    }
  });

  it('ends everything the engine would do when it accepts', () => {
    const { o } = taken(received(), { type: 'accept' }, at('2025-06-12', '11:00'), reviewer);
    expect(o).toMatchObject({ state: 'accepted', nextAt: null });
  });

  it('gives a returned report a due date of its own, and the first submission keeps its timeliness', () => {
    const { o } = taken(received(), { type: 'return', note }, at('2025-06-13', '11:00'), reviewer);
    expect(o).toMatchObject({
      state: 'returned',
      returns: 1,
      onTime: true,
      clock: { phase: 'resubmission', ladder: 'return' },
    });
    expect(o.clock.dueAt).toEqual(new Date(at('2025-06-18', '00:00').getTime() - 1));
    const again = taken(o, { ...submit, submission: 's2' }, at('2025-06-17', '09:00')).o;
    expect(again).toMatchObject({ state: 'submitted', attempt: 2, onTime: true, submission: 's2' });
  });
});

describe('more time', () => {
  it('is asked for once at a time, decided by the collector, and written into the ledger', () => {
    const ask: ObligationCommand = { type: 'request_extension', proposedDay: '2025-06-17', reason: 'r', note };
    const { o } = taken(openReport(), ask, at('2025-06-11', '09:00'));
    expect(o.clock).toEqual(openReport().clock);
    expect(code(run(o, ask, at('2025-06-11', '10:00')))).toBe('extension-pending');
    const grant: ObligationCommand = { type: 'decide_extension', granted: true, reason: 'ok', note };
    expect(code(run(o, grant, at('2025-06-12', '09:00'), focal))).toBe('own-work');
    const { o: granted } = taken(o, grant, at('2025-06-12', '09:00'), reviewer);
    expect(granted.deadlines.map(({ lastDay, kind }) => [lastDay, kind])).toEqual([
      ['2025-06-13', 'plan'],
      ['2025-06-17', 'extension'],
    ]);
    const late = taken(granted, submit, at('2025-06-16', '09:00')).o;
    expect(late).toMatchObject({ onTime: true, onTimeOriginal: false });
  });

  it('does not repeat a rung that was reached before the decision', () => {
    const extended = taken(
      openReport(),
      { type: 'extend', lastDay: '2025-06-17', reason: 'r', note },
      at('2025-06-13', '09:00'),
      reviewer,
    ).o;
    // two working days before Tue 17 June is Fri 13 June 07:00: already past
    expect(extended.nextAt).toEqual(extended.clock.dueAt);
  });

  it('is refused for a day that is none or not later', () => {
    const ask = (proposedDay: string) =>
      run(openReport(), { type: 'request_extension', proposedDay, reason: 'r', note }, at('2025-06-11', '09:00'));
    expect(code(ask('2025-02-30'))).toBe('not-a-date');
    expect(code(ask('2025-06-13'))).toBe('not-later');
  });

  it('is neither asked for nor granted to a day that has passed; today is still possible', () => {
    const now = at('2025-06-18', '09:00'); // three working days after the due day, before the lock
    const to = (lastDay: string): ObligationCommand => ({ type: 'extend', lastDay, reason: 'r', note });
    expect(run(openReport(), to('2025-06-17'), now, reviewer)).toMatchObject({
      ...{ refused: true, code: 'extension-past' },
      reason: 'Ngày gia hạn 17/06/2025 đã qua (hôm nay là 18/06/2025). Hãy chọn hôm nay hoặc một ngày sau đó.',
    });
    expect(taken(openReport(), to('2025-06-18'), now, reviewer).o.nextAt).not.toBeNull();
    const ask: ObligationCommand = { type: 'request_extension', proposedDay: '2025-06-17', reason: 'r', note };
    expect(code(run(openReport(), ask, now))).toBe('extension-past');
    const { o } = taken(openReport(), ask, at('2025-06-16', '09:00'));
    const grant: ObligationCommand = { type: 'decide_extension', granted: true, reason: 'ok', note };
    expect(code(run(o, grant, now, reviewer))).toBe('extension-past');
    expect(taken(o, { ...grant, lastDay: '2025-06-19' }, now, reviewer).o.deadlines.at(-1)?.lastDay).toBe('2025-06-19');
  });
});

it('refuses everything in a cancelled campaign', () => {
  const context = { now: at('2025-06-11', '09:00'), actor: focal, rules, campaign: { cancelled: true, closed: false } };
  expect(decide(openReport(), submit, context)).toMatchObject({ refused: true, code: 'campaign-cancelled' });
});
