import { calendarWith } from '../../../test/fixtures/work-calendars.js';
import { openReport } from '../../../test/fixtures/open-report.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { resolveDeadline } from '../deadline/deadlines.js';
import type { DeadlineRule } from '../deadline/deadline.types.js';
import type { Duty } from '../plan/plan.types.js';
import { endOfDay, instantAt } from '../time/local-date.js';
import { lockInstant, nextInstant, reviewClock, type RuleBook } from './clocks.js';
import type { Obligation } from './obligation.types.js';
import { recompute } from './recompute.js';

const book = (calendar: WorkCalendar): RuleBook => ({
  calendar: () => calendar,
  calendarOf: () => calendar,
  ladder: () => ({
    id: 'report',
    version: '1',
    source: 'test',
    rungs: [
      { id: 'remind-2', act: 'remind', at: { anchor: 'due', workingDays: -2 }, audience: ['focal'], class: 'digest' },
    ],
  }),
  delayMoves: () => 1,
});
// until it is confirmed, nobody knows that Thu 12 and Fri 13 June 2025 are off
const before = book(calendarWith());
const after = book(calendarWith({ off: ['2025-06-12', '2025-06-13'] }));
const OPENED = '2025-06-02';
const now = instantAt('2025-06-05', '09:00');

const owed = (due: DeadlineRule, over: Partial<Obligation> = {}): Obligation => {
  const base = openReport();
  const dueAt = resolveDeadline(due, OPENED, before.calendar('')).dueAt;
  const clock = { ...base.clock, dueAt, lockAt: lockInstant(dueAt, base, before.calendar('')) };
  const deadlines = [{ ...base.deadlines[0]!, dueAt }];
  return { ...base, state: 'open', clock, deadlines, nextAt: nextInstant(clock, now, before), ...over };
};
const duty = (due: DeadlineRule) => ({ due }) as Duty;
const again = (o: Obligation, due: DeadlineRule, at = now) =>
  recompute(o, {
    now: at,
    before,
    after,
    duty: duty(due),
    origins: ['2025-05-30', OPENED],
    by: 'system:administrator',
    source: 'TB 12',
  });

describe('a calendar that was confirmed', () => {
  const counted: DeadlineRule = { kind: 'within_working_days', days: 10, from: 'opened' };

  it('moves what was counted in working days, with a new version, a line in the ledger and an event', () => {
    const o = owed(counted);
    expect(o.clock.dueAt).toEqual(endOfDay('2025-06-16'));
    const moved = again(o, counted)!;
    expect(moved.after.dueAt).toEqual(endOfDay('2025-06-18'));
    expect(moved.next.clock).toMatchObject({ version: o.clock.version + 1, dueAt: endOfDay('2025-06-18') });
    expect(moved.next.deadlines).toEqual([
      ...o.deadlines,
      expect.objectContaining({ kind: 'calendar', lastDay: '2025-06-18', ground: 'TB 12', by: 'system:administrator' }),
    ]);
    expect(moved.events).toMatchObject([
      { type: 'deadline_recomputed', data: { before: '2025-06-16', lastDay: '2025-06-18' } },
    ]);
    expect(moved.after.lockAt).toEqual(lockInstant(endOfDay('2025-06-18'), o, after.calendar('')));
    expect(moved.after.nextAt).toEqual(instantAt('2025-06-16', '07:00'));
  });

  it('is done once: the second time nothing moves', () => {
    const o = owed(counted);
    expect(again({ ...o, ...again(o, counted)!.next }, counted)).toBeNull();
  });

  it('leaves a written and a granted day where they are, and only counts their reminders and lock again', () => {
    const written: DeadlineRule = { kind: 'by', date: '2025-06-16' };
    const moved = again(owed(written), written)!;
    expect(moved.after.dueAt).toEqual(endOfDay('2025-06-16'));
    expect(moved.after.nextAt).toEqual(instantAt('2025-06-10', '07:00'));
    const granted = { ...owed(counted).deadlines[0]!, kind: 'extension' as const };
    const extended = owed(counted);
    expect(again({ ...extended, deadlines: [...extended.deadlines, granted] }, counted)?.after.dueAt).toEqual(
      endOfDay('2025-06-16'),
    );
  });

  it('counts the time of a review again', () => {
    const base = owed(counted, { state: 'submitted' });
    const clock = reviewClock({ ...base, reviewWithin: 6 }, now, before);
    const moved = again({ ...base, reviewWithin: 6, clock, nextAt: nextInstant(clock, now, before) }, counted)!;
    expect([moved.before.dueAt, moved.after.dueAt]).toEqual([endOfDay('2025-06-13'), endOfDay('2025-06-17')]);
    expect(moved.next.deadlines).toBeUndefined();
  });

  it('judges nothing again that has passed, and moves nothing into the past', () => {
    const o = owed(counted);
    expect(again(o, counted, instantAt('2025-06-17', '08:00'))?.after.dueAt ?? o.clock.dueAt).toEqual(o.clock.dueAt);
    const backwards = { now: instantAt('2025-06-17', '08:00'), before: after, after: before };
    const late = { ...o, clock: { ...o.clock, dueAt: endOfDay('2025-06-18'), lockAt: null } };
    const kept = recompute(late, { ...backwards, duty: duty(counted), origins: [OPENED], by: 'x', source: 'y' });
    expect(kept?.after.dueAt ?? late.clock.dueAt).toEqual(endOfDay('2025-06-18'));
  });

  it('leaves alone what the old calendar does not explain, and what is over', () => {
    const odd = owed({ kind: 'by', date: '2025-06-17' });
    expect(again(odd, counted)?.after.dueAt ?? odd.clock.dueAt).toEqual(endOfDay('2025-06-17'));
    for (const state of ['accepted', 'lapsed', 'excused', 'parked'] as const)
      expect(again(owed(counted, { state }), counted)).toBeNull();
  });
});
