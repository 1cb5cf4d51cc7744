import { focal, openReport, reviewer, rules } from '../../../test/fixtures/open-report.js';
import { endOfDay, instantAt } from '../time/local-date.js';
import type { Actor, ObligationCommand } from './commands.types.js';
import { decide } from './decide.js';
import type { Obligation } from './obligation.types.js';

const note = { id: 'n', hash: 'h' };
const now = instantAt('2025-06-11', '10:00');
const officer: Actor = { person: null, post: 'tinh:administrator', unit: 'tinh', role: 'administrator' };
const bodies = { standingBody: 'so-noi-vu', chairPost: 'tinh:chair' };
/** Wed 11 June 07:00 the reminder could not be written; the repair clock ends on Fri 13. */
const parked = (over: Partial<Obligation> = {}): Obligation =>
  openReport({
    state: 'parked',
    nextAt: endOfDay('2025-06-13'),
    parking: {
      ...{ parkedFrom: 'open', since: instantAt('2025-06-11', '07:00'), until: endOfDay('2025-06-13') },
      cause: { code: 'recipient_missing', data: { audience: 'focal' } },
      ...{ waitedFor: instantAt('2025-06-11', '07:00'), act: 'a' },
    },
    ...over,
  });
const run = (command: ObligationCommand, actor: Actor = focal, o = parked()) =>
  decide(o, command, { now, actor, rules, campaign: { cancelled: false, closed: false, bodies } });
function taken(command: ObligationCommand, actor: Actor = focal, o = parked()) {
  const made = run(command, actor, o);
  if (made.refused) throw new Error(made.reason);
  return { o: { ...o, ...made.next }, made };
}

describe('work that is parked', () => {
  it('takes the report that is owed, and is parked no more', () => {
    const { o, made } = taken({ type: 'submit', submission: 's1', contentHash: 'abc', nil: false });
    expect(o).toMatchObject({ state: 'submitted', parking: null, releasedAt: null, onTime: true });
    expect(o.clock.phase).toBe('review');
    expect(o.nextAt! > now).toBe(true);
    expect(made.events.map(({ type, actor }) => [type, actor.post])).toEqual([
      ['released', 'xa-1:focal'],
      ['submitted', 'xa-1:focal'],
    ]);
  });

  it('takes an extension under its new clock', () => {
    const { o } = taken({ type: 'extend', lastDay: '2025-06-20', reason: 'lũ', note }, reviewer);
    expect(o).toMatchObject({ state: 'open', parking: null, clock: { version: 2, dueAt: endOfDay('2025-06-20') } });
    expect(o.deadlines).toHaveLength(2);
  });

  it('takes a request for more time and stays parked: nothing that failed was mended by asking', () => {
    const { o, made } = taken({ type: 'request_extension', proposedDay: '2025-06-20', reason: 'lũ', note });
    expect(o).toMatchObject({ state: 'parked', extensions: 1, nextAt: endOfDay('2025-06-13') });
    expect(made.receipt.state).toBe('parked');
  });

  it('takes nothing else, and refuses with the cause where the new clock cannot be computed either', () => {
    const late: ObligationCommand = { type: 'declare_delay', expectedDay: '2025-06-16', reason: 'x', note };
    expect(run(late)).toMatchObject({ refused: true, code: 'illegal-step' });
    const beyond = run({ type: 'extend', lastDay: '2031-06-20', reason: 'x', note }, reviewer);
    expect(beyond).toMatchObject({ refused: true, code: 'still-parked', reason: expect.stringContaining('2031') });
  });

  it('is put back by its command once the cause is mended, and has the act it missed; before that the command says why not', () => {
    const { o, made } = taken({ type: 'release', note }, officer);
    expect(o).toMatchObject({
      state: 'open',
      parking: null,
      nextAt: instantAt('2025-06-11', '07:00'),
      releasedAt: now,
    });
    expect(made.events).toEqual([
      expect.objectContaining({ type: 'released', data: expect.objectContaining({ note }) }),
    ]);
    const broken = parked({ answeringUnit: '' });
    expect(run({ type: 'release', note }, officer, broken)).toMatchObject({ refused: true, code: 'still-parked' });
    expect(run({ type: 'release', note }, officer, openReport())).toMatchObject({
      refused: true,
      code: 'illegal-step',
    });
  });
});
