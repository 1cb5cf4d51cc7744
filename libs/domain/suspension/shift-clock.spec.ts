import fc from 'fast-check';
import { openReport } from '../../../test/fixtures/open-report.js';
import { calendarWith } from '../../../test/fixtures/work-calendars.js';
import { isWorkingDay, workingDaysBetween } from '../calendar/working-days.js';
import type { Clock } from '../ladder/ladder.types.js';
import type { CampaignPlan } from '../plan/plan.types.js';
import { endOfDay, instantAt, localDateOf, localTimeOf } from '../time/local-date.js';
import type { DeadlineVersion } from '../obligation/obligation.types.js';
import { shiftClock } from './shift-clock.js';
import { shiftObligation } from './shift-obligation.js';

const cal = calendarWith();
/** Opens Mon 2 June 2025, due Fri 13, locks Fri 20. */
const { clock } = openReport();
const opened = clock.opensAt;
const suspended = { from: instantAt('2025-06-11', '10:00'), to: instantAt('2025-06-17', '09:00') };

describe('a clock after a suspension', () => {
  it('has the working days back that were lost: Thursday, Friday, Monday, Tuesday', () => {
    const found = shiftClock(clock, opened, suspended, cal)!;
    expect(found).toMatchObject({ days: 4, dueMoves: true, clock: { version: 2 } });
    expect([found.clock.dueAt, found.clock.lockAt]).toEqual([endOfDay('2025-06-19'), endOfDay('2025-06-26')]);
  });

  it('does not make anybody punctual who was late before it: only the lock moves', () => {
    const late = { from: instantAt('2025-06-16', '08:00'), to: instantAt('2025-06-19', '08:00') };
    const found = shiftClock(clock, opened, late, cal)!;
    expect(found).toMatchObject({
      dueMoves: false,
      days: 3,
      clock: { dueAt: clock.dueAt, lockAt: endOfDay('2025-06-25') },
    });
  });

  it('loses only the days after its dates were set', () => {
    expect(shiftClock(clock, instantAt('2025-06-16', '12:00'), { ...suspended }, cal)).toMatchObject({ days: 1 });
    expect(shiftClock(clock, suspended.to, suspended, cal)).toBeNull();
  });

  it('stays where no working day was lost', () => {
    const weekend = { from: instantAt('2025-06-06', '16:00'), to: instantAt('2025-06-08', '20:00') };
    expect(shiftClock(clock, opened, weekend, cal)).toBeNull();
  });

  it('ends on the first working day where it stood on its last day and goes on at a weekend', () => {
    const week = { from: instantAt('2025-06-13', '00:00'), to: instantAt('2025-06-21', '00:00') };
    expect(shiftClock(clock, opened, week, cal)!.clock.dueAt).toEqual(endOfDay('2025-06-23'));
  });

  it('begins without a declared delay', () => {
    const delay = { n: 1, at: opened, lastDay: '2025-06-18' };
    expect(shiftClock({ ...clock, delay }, opened, suspended, cal)!.clock.delay).toBeUndefined();
  });

  it('begins without a declared delay also where only the lock moves', () => {
    const delay = { n: 1, at: opened, lastDay: '2025-06-18' };
    const late = { from: instantAt('2025-06-16', '08:00'), to: instantAt('2025-06-19', '08:00') };
    const found = shiftClock({ ...clock, delay }, opened, late, cal)!;
    expect([found.dueMoves, found.clock.version, found.clock.delay]).toEqual([false, 2, undefined]);
  });

  it('for any suspension: keeps the hour and the order of due and lock, never moves back, and leaves as many working days as there were', () => {
    const minute = fc.integer({ min: 0, max: 40 * 24 * 60 });
    fc.assert(
      fc.property(minute, minute, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)].map((m) => new Date(opened.getTime() + m * 60_000)) as [
          Date,
          Date,
        ];
        const found = shiftClock(clock, opened, { from, to }, cal);
        const after: Clock = found?.clock ?? clock;
        expect(after.dueAt >= clock.dueAt && after.lockAt! >= clock.lockAt!).toBe(true);
        expect(after.dueAt <= after.lockAt!).toBe(true);
        expect(localTimeOf(after.dueAt)).toBe(localTimeOf(clock.dueAt));
        if (clock.dueAt <= from) expect(after.dueAt).toEqual(clock.dueAt);
        if (found?.dueMoves) {
          const left = (start: Date, due: Date) => workingDaysBetween(cal, localDateOf(start), localDateOf(due));
          expect(isWorkingDay(cal, localDateOf(after.dueAt))).toBe(true);
          // at least the last day itself, also where the campaign is resumed on a day of rest
          const resting = isWorkingDay(cal, localDateOf(to)) ? 0 : 1;
          expect(left(to, after.dueAt)).toBe(Math.max(left(from, clock.dueAt), resting));
          expect(after.dueAt > to).toBe(true);
        }
      }),
    );
  });
});

describe('an obligation after a suspension', () => {
  const planWith = (due: object) =>
    ({ steps: [{ id: 'report', duties: [{ level: 'commune', kind: 'report', due }] }] }) as unknown as CampaignPlan;
  const written = planWith({ kind: 'by', date: '2025-06-13' });
  const counted = planWith({ kind: 'within_working_days', days: 9, from: 'opened' });
  const document = { number: '12/QĐ-UBND', date: '2025-06-17' };
  const ledger = (kind: DeadlineVersion['kind'], at: Date): DeadlineVersion[] => [
    ...openReport().deadlines,
    { version: 2, dueAt: clock.dueAt, lastDay: '2025-06-13', by: 'x', at, kind, ground: 'g' },
  ];

  it('keeps a date that the plan wrote for everybody, unless the decision names a document', () => {
    expect(shiftObligation(openReport(), { ...suspended, document: null }, written, cal)).toBeNull();
    expect(shiftObligation(openReport(), { ...suspended, document }, written, cal)).toMatchObject({ days: 4 });
    expect(shiftObligation(openReport(), { ...suspended, document: null }, counted, cal)).toMatchObject({ days: 4 });
  });

  it('moves a date that somebody granted, by the days after the decision', () => {
    const granted = openReport({ deadlines: ledger('extension', instantAt('2025-06-13', '08:00')) });
    expect(shiftObligation(granted, { ...suspended, document: null }, written, cal)).toMatchObject({ days: 2 });
  });

  it('gives the reviewer their days back, whatever the plan says of the report', () => {
    const review: Clock = { ...clock, phase: 'review', opensAt: instantAt('2025-06-10', '15:00'), lockAt: null };
    const reviewed = openReport({ state: 'submitted', clock: review });
    expect(shiftObligation(reviewed, { ...suspended, document: null }, written, cal)).toMatchObject({ days: 4 });
  });
});
