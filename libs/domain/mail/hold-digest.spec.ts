import fc from 'fast-check';
import { calendarWith, someCalendar } from '../../../test/fixtures/work-calendars.js';
import { remindingRule } from '#libs/rules';
import { firstWorkingDayOnOrAfter, isWorkingDay } from '../calendar/working-days.js';
import { digestSlot } from '../deadline/slots.js';
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  endOfDay,
  instantAt,
  localDateOf,
  localTimeOf,
  weekday,
} from '../time/local-date.js';
import { holdDigest, onFloor, type DigestToHold } from './hold-digest.js';
import { instantsBeyond } from './hold-instants.js';
import { lastMorning, nextMailDay } from './mail-days.js';
import { preferenceFault, USUAL } from './preference.js';
import { frequencies, type Preference } from './reminding.types.js';
import { slotOfNotice } from './slot-of-notice.js';
import { inWindow, nextOpening } from './window.js';

const rule = remindingRule('2024-01-01');
/** National day 2024: Mon 2 and Tue 3 September off. */
const cal = calendarWith({ off: ['2024-09-02', '2024-09-03'] });
const nothing = { today: 0, week: 0 };
const remind = (due: string) => ({ act: 'remind', dueAt: endOfDay(due) });

/** Asked at eight of a day. */
const held = (day: string, more: Partial<DigestToHold> & { at?: string } = {}) => {
  const { at = '08:00', ...digest } = more;
  const base = {
    notices: [remind('2024-09-30')],
    slotAt: instantAt(day),
    calendar: cal,
    preference: USUAL,
    sent: nothing,
  };
  const now = instantAt(day, at);
  return holdDigest({ ...base, slotAt: now, ...digest }, now, rule);
};
const weekly: Preference = { digestAt: '09:15', frequency: 'weekly' };

describe('a morning’s digest', () => {
  it('goes at once where nobody chose and nothing came before', () => expect(held('2024-09-10')).toBeNull());

  it('waits for the hour its reader chose, also with what cannot wait for another day', () =>
    expect(
      held('2024-09-10', { preference: weekly, notices: [{ act: 'escalate', dueAt: endOfDay('2024-09-01') }] }),
    ).toEqual({ until: instantAt('2024-09-10', '09:15'), why: 'hour' }));

  it.each([
    ['for Monday, where a mail a week was chosen', '2024-09-10', '2024-09-30', '2024-09-16'],
    ['for the first working day after a Monday off', '2024-08-28', '2024-09-30', '2024-09-04'],
    ['no longer than until the last morning before the due day', '2024-09-10', '2024-09-13', '2024-09-12'],
    ['not over a weekend into the due day itself', '2024-09-05', '2024-09-08', '2024-09-06'],
  ])('waits %s', (_story, day, due, until) =>
    expect(held(day, { preference: weekly, notices: [remind(due)], at: '09:15' })).toEqual({
      until: instantAt(until, '09:15'),
      why: 'frequency',
    }),
  );

  it('takes all along where one thing cannot wait', () => {
    const preference: Preference = { ...USUAL, frequency: 'weekly' };
    const notices = [remind('2024-09-30'), { act: 'urge', dueAt: endOfDay('2024-09-09') }];
    expect(held('2024-09-10', { preference, notices })).toBeNull();
    expect(held('2024-09-12', { preference, notices: [remind('2024-09-13'), remind('2024-09-30')] })).toBeNull();
  });

  it('is one a day and stays within the week’s budget, the floor excepted', () => {
    expect(held('2024-09-10', { sent: { today: 1, week: 1 } })).toEqual({
      until: instantAt('2024-09-11', '08:00'),
      why: 'budget_day',
    });
    expect(held('2024-09-10', { sent: { today: 0, week: 20 } })).toEqual({
      until: instantAt('2024-09-16', '08:00'),
      why: 'budget_week',
    });
    expect(held('2024-09-10', { sent: { today: 1, week: 20 }, notices: [{ act: 'escalate' }] })).toBeNull();
  });

  it('does not go on a day off, nor by itself when its hour was missed', () => {
    expect(held('2024-09-02')).toEqual({ until: instantAt('2024-09-04', '08:00'), why: 'rest_day' });
    const slotAt = instantAt('2024-09-09', '08:00');
    expect(held('2024-09-10', { slotAt, at: '14:10' })).toEqual({
      until: instantAt('2024-09-11', '08:00'),
      why: 'late',
    });
    expect(held('2024-09-10', { slotAt, at: '03:00' })).toEqual({
      until: instantAt('2024-09-10', '08:00'),
      why: 'late',
    });
    expect(held('2024-09-10', { slotAt, at: '17:01' })).toEqual({
      until: instantAt('2024-09-11', '08:00'),
      why: 'late',
    });
  });

  const some = fc.record({
    calendar: someCalendar,
    day: fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2024-12-31') }).map(dateOfDayNumber),
    minute: fc.integer({ min: 7 * 60, max: 10 * 60 + 30 }),
    frequency: fc.constantFrom(...frequencies),
    dues: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }),
    sent: fc.record({ today: fc.integer({ min: 0, max: 2 }), week: fc.integer({ min: 0, max: 25 }) }),
  });

  it('always comes: in steps forward, in the window of a working day, never after the last morning before a due day, never below the floor', () =>
    fc.assert(
      fc.property(some, ({ calendar, day, minute, frequency, dues, sent }) => {
        const digestAt = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const first = digestSlot(instantAt(day), calendar);
        const notices = dues.map((n) => remind(addDays(localDateOf(first), n)));
        const firstDay = localDateOf(first);
        const urgent = notices.some((notice) => onFloor(notice, firstDay, calendar));
        const limit = notices.map(({ dueAt }) => lastMorning(dueAt, calendar)).sort()[0]!;
        let now = first;
        for (let step = 0; ; step += 1) {
          expect(step).toBeLessThan(40);
          const digest = { notices, slotAt: now, calendar, preference: { digestAt, frequency }, sent };
          const hold = holdDigest(digest, now, rule);
          if (hold === null) break;
          expect(hold.until > now).toBe(true);
          expect(inWindow(hold.until, calendar, rule)).toBe(true);
          now = hold.until;
        }
        const left = localDateOf(now);
        if (urgent) expect(left).toBe(firstDay);
        else expect(left <= limit).toBe(true);
        if (left !== firstDay && left < limit && sent.today === 0 && sent.week < 20)
          expect(nextMailDay(left, frequency, calendar)).toBe(left);
        expect(localTimeOf(now) === digestAt || (now.getTime() === first.getTime() && digestAt <= '08:00')).toBe(true);
      }),
      { numRuns: 1_000 },
    ));
});

describe('mail days', () => {
  it('are the weekdays of their kind, or the first working day after them, once each', () =>
    fc.assert(
      fc.property(someCalendar, fc.constantFrom('weekly', 'twice_a_week'), (calendar, frequency) => {
        const wishes = frequency === 'weekly' ? [1] : [1, 4];
        const expected = new Set<string>();
        for (let n = dayNumber('2023-12-01'); n <= dayNumber('2024-12-31'); n += 1) {
          const day = dateOfDayNumber(n);
          if (wishes.includes(weekday(day))) expected.add(firstWorkingDayOnOrAfter(calendar, day));
        }
        for (let day = '2024-01-01'; day < '2024-12-01'; day = addDays(day, 1))
          expect(nextMailDay(day, frequency as 'weekly', calendar) === day).toBe(expected.has(day));
      }),
      { numRuns: 30 },
    ));
});

describe('the window', () => {
  it('opens at seven and closes at seventeen on working days, both included; for drills it is never shut', () => {
    const at = (time: string) => inWindow(instantAt('2024-09-10', time), cal, rule);
    expect(['06:59', '07:00', '17:00', '17:01'].map(at)).toEqual([false, true, true, false]);
    expect(inWindow(new Date(instantAt('2024-09-10', '17:00').getTime() + 1), cal, rule)).toBe(false);
    expect(inWindow(instantAt('2024-09-02', '09:00'), cal, rule)).toBe(false);
    expect(inWindow(instantAt('2024-09-01', '03:00'), { ...cal, id: 'vn-all' }, rule)).toBe(true);
  });

  it('is where every instant notice leaves, and every digest that was passed over', () =>
    fc.assert(
      fc.property(
        someCalendar,
        fc.date({ min: instantAt('2024-01-01'), max: instantAt('2024-12-31'), noInvalidDate: true }),
        (calendar, now) => {
          const opening = nextOpening(now, calendar, rule);
          expect(inWindow(opening, calendar, rule)).toBe(true);
          expect(opening >= now).toBe(true);
          expect(opening.getTime() === now.getTime() || localTimeOf(opening) === '07:00').toBe(true);
          const placed = slotOfNotice({ at: now, class: 'instant', calendar }, now, rule);
          expect(
            placed.slotAt === null ? inWindow(now, calendar, rule) : placed.slotAt.getTime() === opening.getTime(),
          ).toBe(true);
          const missed = { at: new Date(now.getTime() - 3 * 86_400_000), class: 'digest' as const, calendar };
          const { slotAt, why } = slotOfNotice(missed, now, rule);
          expect(slotAt! >= now || now.getTime() - slotAt!.getTime() <= 900_000).toBe(true);
          if (why === 'late') expect(inWindow(slotAt!, calendar, rule)).toBe(true);
          expect(why === 'late').toBe(digestSlot(missed.at, calendar).getTime() < now.getTime() - 900_000);
          expect(isWorkingDay(calendar, localDateOf(slotAt!))).toBe(true);
        },
      ),
    ));
});

describe('the budget of instant mail', () => {
  it('is five a day; beyond it what may is folded, what sends back or escalates never', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('returned', 'escalate', 'extension', 'remind'), { maxLength: 12 }),
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 24 }),
        (acts, today, more) => {
          const notices = acts.map((act) => ({ act }));
          const beyond = instantsBeyond(notices, { today, week: today + more }, rule).map(({ notice }) => notice);
          const sent = notices.filter((notice) => !beyond.includes(notice));
          expect(beyond.every(({ act }) => ['extension', 'remind'].includes(act))).toBe(true);
          for (const [n, notice] of sent.entries())
            if (!['returned', 'escalate'].includes(notice.act)) {
              expect(today + n).toBeLessThan(5);
              expect(today + more + n).toBeLessThan(20);
            }
          if (today + acts.length <= 5 && today + more + acts.length <= 20) expect(beyond).toEqual([]);
        },
      ),
    ));
});

describe('a preference', () => {
  it.each([
    ['06:59', false],
    ['07:00', true],
    ['10:30', true],
    ['10:31', false],
    ['08:10', false],
  ])('may name %s: %s', (digestAt, allowed) => {
    const fault = preferenceFault({ ...USUAL, digestAt }, rule);
    expect(fault === null).toBe(allowed);
    if (fault)
      expect(fault.reason).toBe(
        `Giờ nhận thư ${digestAt} không chọn được: chọn từ 07:00 đến 10:30, cách nhau 15 phút.`,
      );
  });
});
