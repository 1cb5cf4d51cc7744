import { openReport, rules } from '../../../test/fixtures/open-report.js';
import { endOfDay, instantAt } from '../time/local-date.js';
import { timelineSentence } from '../timeline/sentence.js';
import { attempt, sayCause } from './attempt.js';
import { engineAct, postsAddressed } from './engine-act.js';
import type { Obligation } from './obligation.types.js';
import { park, release, repairInstant, standingCause } from './parking.js';

const bodies = { standingBody: 'so-noi-vu', chairPost: 'tinh:chair' };
/** Wed 11 June 2025 07:00, when the reminder two working days before the due day is written. */
const reminder = instantAt('2025-06-11', '07:00');
const until = endOfDay('2025-06-13');

/** Due in a year for which the calendar has no table. */
const beyondTheTables = (): Obligation => {
  const { clock } = openReport();
  return openReport({ clock: { ...clock, dueAt: endOfDay('2031-01-15'), lockAt: null }, nextAt: reminder });
};
const causeOf = (o: Obligation) => attempt(() => engineAct(o.clock, reminder, reminder, rules)).cause!;

/** @throws what is refused, in words */
function taken(o: Obligation, change: ReturnType<typeof park>): Obligation {
  if (change.refused) throw new Error(change.reason);
  return { ...o, ...change.next };
}

describe('an act that cannot be computed', () => {
  it('says which year is missing in which calendar, and stays an exception of nobody', () => {
    const cause = causeOf(beyondTheTables());
    expect(cause).toEqual({ code: 'unknown_calendar_year', data: { calendar: 'test', year: 2031 } });
    expect(sayCause(cause)).toBe('lịch làm việc “test” chưa có bảng ngày nghỉ năm 2031');
    expect(sayCause(cause, 'en')).toContain('2031');
  });

  it('is also one that speaks to a unit the record does not name', () => {
    const o = openReport({ answeringUnit: '' });
    const act = engineAct(o.clock, reminder, reminder, rules);
    expect(attempt(() => postsAddressed(o, act, bodies)).cause).toEqual({
      code: 'recipient_missing',
      data: { audience: 'focal' },
    });
  });

  it('is also one whose notice would wait for a slot in a year without a table', () => {
    const dueAt = new Date('2026-12-31T16:00:00Z'); // 23:00: an hour later it is 2027 in the office’s mail
    const clock = { ...openReport().clock, dueAt, lockAt: null };
    const late = {
      ...rules,
      ladder: () => ({
        ...rules.ladder('report'),
        rungs: [
          {
            id: 'urge',
            act: 'urge' as const,
            at: { anchor: 'due' as const, durationMs: 0 },
            audience: ['head' as const],
            class: 'digest' as const,
          },
        ],
      }),
    };
    expect(attempt(() => engineAct(clock, dueAt, dueAt, late)).cause).toMatchObject({ data: { year: 2027 } });
  });
});

describe('what is parked', () => {
  it('remembers where it stood, why, and until when somebody should have mended it', () => {
    const o = beyondTheTables();
    const parked = taken(o, park(o, causeOf(o), 'act-1', reminder, until));
    expect(parked).toMatchObject({
      state: 'parked',
      nextAt: until,
      parking: { parkedFrom: 'open', since: reminder, until, waitedFor: reminder, act: 'act-1' },
    });
  });

  it('is told once however often the act is repeated', () => {
    const o = beyondTheTables();
    const events = [1, 2]
      .map(() => park(o, causeOf(o), 'act-1', reminder, until))
      .map((one) => !one.refused && one.event);
    expect(events[0]).toEqual(events[1]);
    expect(events[0]).toMatchObject({ id: `act-1|parked|${o._id}`, type: 'parked' });
    const { type, data } = events[0] as { type: string; data: Record<string, unknown> };
    expect(timelineSentence({ type, data }, 'Báo cáo')).toBe(
      '“Báo cáo” chờ quản trị xử lý trước hết ngày 13/06/2025: lịch làm việc “test” chưa có bảng ngày nghỉ năm 2031',
    );
    expect(timelineSentence({ type, data }, 'Report', 'en')).toMatch(/^“Report” parked.*13\/06\/2025.*2031$/);
  });

  it('goes back where it stood and is due again at the instant it missed', () => {
    const o = beyondTheTables();
    const parked = taken(o, park(o, causeOf(o), 'act-1', reminder, until));
    const change = release(parked, until);
    expect(taken(parked, change)).toMatchObject({ state: 'open', nextAt: reminder, parking: null, releasedAt: until });
    expect(!change.refused && timelineSentence(change.event, 'Báo cáo')).toBe(
      '“Báo cáo” tiếp tục ở trạng thái “đang mở”',
    );
  });

  it('is mended as soon as its act can be computed', () => {
    const o = beyondTheTables();
    const parked = taken(o, park(o, causeOf(o), 'act-1', reminder, until));
    expect(standingCause(parked, until, bodies, rules)).toMatchObject({ code: 'unknown_calendar_year' });
    expect(standingCause({ ...parked, clock: openReport().clock }, until, bodies, rules)).toBeNull();
  });

  it('never comes from a final state, and only what is parked is released', () => {
    const o = beyondTheTables();
    expect(park({ ...o, state: 'accepted' }, causeOf(o), 'act-1', reminder, until)).toMatchObject({ refused: true });
    expect(release(o, until)).toMatchObject({ refused: true });
  });
});

describe('the repair clock', () => {
  it('gives two working days, over the weekend', () => {
    expect(repairInstant(instantAt('2025-06-12', '07:00'), 'vn-5d', rules)).toEqual(endOfDay('2025-06-16'));
  });

  it('gives two days where the calendar itself is what fails', () => {
    expect(repairInstant(instantAt('2026-12-31', '07:00'), 'vn-5d', rules)).toEqual(endOfDay('2027-01-02'));
    const none = {
      ...rules,
      calendar: () => {
        throw new RangeError('unknown calendar');
      },
    };
    expect(repairInstant(reminder, 'gone', none)).toEqual(endOfDay('2025-06-13'));
  });
});
