import { compare, inWords, mailCounts } from './compare.js';
import { type Dump } from './dump.types.js';
import { AR, at, BR } from './example/facts.js';
import { example } from './example/world.js';

/** The differences after a change to the world that was right. */
function after(change: (dump: Dump) => void): string[] {
  const dump = example();
  change(dump);
  return compare(dump).map(inWords);
}

const kinds = (lines: string[]) => [...new Set(lines.map((l) => l.split(' ')[0]))];

it('agrees with a world counted by hand', () => {
  expect(after(() => {})).toEqual([]);
  expect(mailCounts(example())).toEqual({ duplicates: 0, lost: 0 });
});

describe('reports what was changed', () => {
  it('a notice that is missing', () => {
    const lines = after((d) => (d.notices = d.notices.filter((n) => n.rung !== 'e+2')));
    expect(lines[0]).toContain(
      `escalation ${BR} 1 e+2 D:head: expected one at 2020-03-09T00:00:00.000Z, sent, found none`,
    );
    expect(kinds(lines)).toEqual(['escalation', 'message']);
  });

  it('a notice too many', () => {
    const lines = after((d) => d.notices.push({ ...d.notices[0]!, rung: 'r-9', state: 'withdrawn' }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('r-9 A:focal: expected none');
  });

  it('the same notice twice', () => {
    expect(after((d) => d.notices.push({ ...d.notices[0]! }))[0]).toContain('expected one, found a second one');
  });

  it('a reminder sent after the work was done', () => {
    const lines = after((d) => Object.assign(d.notices[0]!, { state: 'sent', message: 'm1' }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('expected withdrawn, found sent');
  });

  it('a reminder withdrawn though it was owed', () => {
    const lines = after((d) => Object.assign(d.notices[2]!, { state: 'withdrawn', reason: 'by mistake' }));
    expect(kinds(lines)).toEqual(['notice', 'message']);
  });

  it.each<[string, (d: Dump) => void, string]>([
    ['a rung', (d) => (d.notices[8]!.at = at(7, '07:00:00.001')), 'notice'],
    ['a slot', (d) => (d.notices[8]!.slotAt = at(9, '08:00')), 'notice'],
    ['a sending', (d) => (d.messages[0]!.sentAt = at(3, '08:00:00.001')), 'message'],
    ['an overdue', (d) => (d.obligations[3]!.overdueAt = at(7, '00:00')), 'overdue'],
    ['a lock', (d) => (d.obligations[3]!.clock.lockAt = at(10, '00:00')), 'clock'],
    ['a step', (d) => (d.campaigns[0]!.steps[3]!.at = at(10, '11:00:00.001')), 'step'],
    ['a close', (d) => (d.campaigns[0]!.closedAt = at(11, '14:00:00.001')), 'campaign'],
  ])('%s off by a moment', (_, change, kind) => {
    expect(kinds(after(change))).toEqual([kind]);
  });

  it.each<[string, (d: Dump) => void, string]>([
    ['on time for late', (d) => (d.obligations[2]!.onTime = false), 'late-decision'],
    ['a missing obligation', (d) => d.obligations.pop(), 'obligation'],
    ['a wrong state', (d) => (d.obligations[3]!.state = 'open'), 'obligation'],
    ['a missing overdue fact', (d) => (d.obligations[3]!.overdueAt = null), 'overdue'],
    ['a lost submission', (d) => d.submissions.shift(), 'submission'],
    ['an illegal command', (d) => d.actions.splice(3, 1), 'illegal'],
    ['a total', (d) => (d.headers[1]!.totals[0]!.value = 0.1), 'sheet'],
    ['a total out by a rounding error', (d) => (d.headers[1]!.totals[0]!.value = 0.30000000000000004), 'sheet'],
    ['a count', (d) => (d.headers[1]!.late = 1), 'sheet'],
    ['another reader', (d) => (d.messages[5]!.person = 'df'), 'message'],
    ['another address', (d) => (d.messages[1]!.to!.address = 'bh@x.vn'), 'message'],
    ['two messages for one morning', (d) => (d.notices[1]!.message = 'm9'), 'message'],
  ])('%s', (_, change, kind) => {
    expect(kinds(after(change))).toContain(kind);
  });

  it('a mail caught twice and one never caught', () => {
    const dump = example();
    dump.caught[0] = { ...dump.caught[1]! };
    expect(mailCounts(dump)).toEqual({ duplicates: 1, lost: 1 });
    expect(kinds(compare(dump).map(inWords))).toEqual(['mail']);
  });
});

it('leaves the fate of a mail open where it is said to be unconfirmed', () => {
  const unconfirmed = (d: Dump) => {
    Object.assign(d.messages[0]!, { state: 'unconfirmed', sentAt: null });
    Object.assign(d.notices[2]!, { state: 'unconfirmed', reason: 'connection lost' });
  };
  expect(after(unconfirmed)).toEqual([]);
  expect(after((d) => (unconfirmed(d), d.caught.shift()))).toEqual([]);
});

it('counts a submission at the due instant as on time and not overdue', () => {
  const lines = after((d) => {
    d.actions[2]!.at = at(6, '23:59:59.999');
  });
  // the review of a Friday night's report ends a working day later; lateness is unchanged
  expect(lines.some((l) => l.startsWith('overdue'))).toBe(false);
  expect(lines.some((l) => l.includes('on time false'))).toBe(false);
  expect(lines.some((l) => l.includes(`late-decision ${AR}: expected submitted at 2020-03-06T16:59:59.999Z`))).toBe(
    true,
  );
});
