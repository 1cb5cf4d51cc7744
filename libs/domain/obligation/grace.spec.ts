import { endOfDay, instantAt } from '#libs/domain';
import { focal, openReport, reviewer, rules } from '../../../test/fixtures/open-report.js';
import { agenda } from '../ladder/agenda.js';
import type { ObligationCommand } from './commands.types.js';
import { decide } from './decide.js';
import { engineAct } from './engine-act.js';
import type { Obligation } from './obligation.types.js';

const note = { id: 'n', hash: 'h' };
const submit: ObligationCommand = { type: 'submit', submission: 's1', contentHash: 'abc', nil: false };
const graceUntil = endOfDay('2025-06-17');
/** Due Fri 13 June 2025, grace to Tue 17, lock at the end of Fri 20. */
function withGrace(over: Partial<Obligation> = {}): Obligation {
  const plain = openReport();
  const deadlines = [{ ...plain.deadlines[0]!, graceUntil }];
  return openReport({ clock: { ...plain.clock, graceUntil }, deadlines, graceAfter: 2, ...over });
}
function at(now: Date, o = withGrace(), command = submit, actor = focal, closed = false): Obligation {
  const made = decide(o, command, { now, actor, rules, campaign: { cancelled: false, closed } });
  if (made.refused) throw new Error(made.code);
  return { ...o, ...made.next };
}
const after = (instant: Date): Date => new Date(instant.getTime() + 1);

describe('days of grace', () => {
  it('take the mark away and keep the fact: on time to the due day, in grace to its end, late to the lock', () => {
    const { dueAt, lockAt } = withGrace().clock;
    const facts = (now: Date) => {
      const { onTime, onTimeOriginal, inGrace = false, overdueAt } = at(now);
      return { onTime, onTimeOriginal, inGrace, overdueAt };
    };
    expect(facts(dueAt)).toEqual({ onTime: true, onTimeOriginal: true, inGrace: false, overdueAt: null });
    expect(facts(after(dueAt))).toEqual({ onTime: true, onTimeOriginal: true, inGrace: true, overdueAt: null });
    expect(facts(graceUntil)).toEqual({ onTime: true, onTimeOriginal: true, inGrace: true, overdueAt: null });
    const late = { onTime: false, onTimeOriginal: false, inGrace: false, overdueAt: graceUntil };
    expect(facts(after(graceUntil))).toEqual(late);
    expect(facts(lockAt!)).toEqual(late);
    expect(() => at(after(lockAt!))).toThrow('locked');
  });

  it('say so in the receipt and the journal', () => {
    const context = {
      now: after(withGrace().clock.dueAt),
      actor: focal,
      rules,
      campaign: { cancelled: false, closed: false },
    };
    const made = decide(withGrace(), submit, context);
    if (made.refused) throw new Error(made.code);
    expect(made.receipt).toMatchObject({ onTime: true, inGrace: true });
    expect(made.events[0]!.data).toMatchObject({ onTime: true, inGrace: true });
  });

  it('hold back the engine too: overdue and urging are counted from their last day, reminders from the due day', () => {
    const { clock } = withGrace();
    const entries = agenda(clock, rules.ladder('report'), rules.calendar('vn-5d'));
    expect(entries.map(({ rung, at: when }) => [rung, when])).toEqual([
      ['open', instantAt('2025-06-02', '07:00')],
      ['remind-2', instantAt('2025-06-11', '07:00')],
      ['overdue', graceUntil],
      ['urge+1', instantAt('2025-06-18', '07:00')],
      ['lock', endOfDay('2025-06-20')],
    ]);
    const { entries: due } = engineAct(clock, instantAt('2025-06-11', '07:00'), graceUntil, rules);
    expect(due.map(({ act }) => act)).toEqual(['remind', 'overdue']);
  });

  it('follow an extension: as many working days after the new day', () => {
    const extend: ObligationCommand = { type: 'extend', lastDay: '2025-06-18', reason: 'lũ', note };
    const extended = at(instantAt('2025-06-12', '09:00'), withGrace(), extend, reviewer);
    expect(extended.clock).toMatchObject({ dueAt: endOfDay('2025-06-18'), graceUntil: endOfDay('2025-06-20') });
    expect(extended.deadlines.at(-1)).toMatchObject({ graceUntil: endOfDay('2025-06-20') });
    expect(at(endOfDay('2025-06-20'), extended)).toMatchObject({ onTime: true, onTimeOriginal: false, inGrace: true });
  });

  it('are gone with a submission that is withdrawn', () => {
    const handedIn = at(after(withGrace().clock.dueAt));
    const withdrawn = at(instantAt('2025-06-16', '09:00'), handedIn, { type: 'withdraw', note });
    expect(withdrawn).toMatchObject({ state: 'open', inGrace: false, onTime: null, clock: { graceUntil } });
  });
});

describe('a round that has locked', () => {
  const lapsed = openReport({ state: 'lapsed', nextAt: null });
  const later = instantAt('2025-06-23', '09:00');

  it('takes nothing more, in words that say what to ask for', () => {
    const made = decide(lapsed, submit, {
      now: later,
      actor: focal,
      rules,
      campaign: { cancelled: false, closed: false },
    });
    expect(made).toMatchObject({ refused: true, code: 'locked', reason: expect.stringMatching(/mở lại/) });
  });

  it('takes a late report when its receiver reopens it, under a clock that locks by itself again; that is no return', () => {
    const reopened = at(later, lapsed, { type: 'reopen', note }, reviewer);
    expect(reopened).toMatchObject({ state: 'returned', returns: 0, clock: { phase: 'resubmission' } });
    expect(reopened.clock.lockAt).toEqual(endOfDay('2025-07-02'));
    expect(at(later, reopened)).toMatchObject({ state: 'submitted', onTime: false, onTimeOriginal: false });
    expect(() => at(later, lapsed, { type: 'reopen', note }, focal)).toThrow('own-work');
    expect(() => at(later, lapsed, { type: 'reopen', note }, reviewer, true)).toThrow('campaign-closed');
  });
});
