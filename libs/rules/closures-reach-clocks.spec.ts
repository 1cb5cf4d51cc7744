import {
  clockKey,
  endOfDay,
  instantAt,
  layOut,
  recompute,
  reviewClock,
  treeAsOf,
  type CalendarData,
  type CampaignPlan,
  type Duty,
  type LocalClosure,
  type Obligation,
  type Unit,
} from '#libs/domain';
import { calendarBook } from './calendars/calendar-book.js';
import { ruleBookOf } from './rule-book.js';

const FROM = '2010-01-01';
const unit = (id: string, over: Partial<Unit> = {}): Unit => ({
  ...{ id, name: id, kind: 'commune', groups: [], validFrom: FROM, validTo: null, successors: [] },
  ...over,
});
const edge = (child: string, parent: string) => ({ id: child, unit: child, parent, validFrom: FROM, validTo: null });
/** A province, two districts with a commune each, a hospital that works on Saturday with a ward of its own. */
const tree = treeAsOf(
  [
    ...['tinh', 'huyen-a', 'xa-a', 'huyen-b', 'xa-b'].map((id) => unit(id)),
    unit('benh-vien', { calendar: 'vn-6d' }),
    unit('khoa'),
  ],
  [
    ...[edge('huyen-a', 'tinh'), edge('xa-a', 'huyen-a'), edge('huyen-b', 'tinh'), edge('xa-b', 'huyen-b')],
    ...[edge('benh-vien', 'tinh'), edge('khoa', 'benh-vien')],
  ],
  '2026-01-01',
);
const duty: Duty = {
  ...{ level: 'commune', kind: 'report', owes: { units: ['xa-a', 'xa-b', 'khoa'] }, to: 'parent', ladder: 'report' },
  due: { kind: 'within_working_days', days: 5, from: '2026-09-03' },
  ...{ lockAfter: 2, reviewWithin: 2, resubmitWithin: 2 },
};
const STORM: LocalClosure = {
  ...{ id: 'bao-so-3', area: 'huyen-a', from: '2026-09-08', to: '2026-09-09' },
  ...{ name: 'Bão số 3', source: 'Công điện 1 (mẫu thử)' },
};
const bookOf = (closures: LocalClosure[], version: number) => {
  const data: CalendarData = { version, decisions: [], confirmed: [], closures };
  return ruleBookOf(calendarBook(version === 0 ? undefined : data));
};
const [calm, storm] = [bookOf([], 0), bookOf([STORM], 1)];

function laidOut(rules: typeof calm): Map<string, Obligation> {
  const step = {
    id: 'report',
    kind: 'report',
    title: 'Báo cáo',
    opens: '2026-09-03',
    after: [],
    duties: [duty],
  } as const;
  const plan = {
    code: 'c',
    calendar: 'vn-5d',
    issuer: 'tinh',
    launchingUnit: 'tinh',
    targets: [],
  } as never as CampaignPlan;
  const ids = { obligation: (...parts: string[]) => parts.join('.'), round: (...parts: string[]) => parts.join('.') };
  const openedAt = instantAt('2026-09-01', '09:00');
  const found = layOut({
    plan,
    step: { ...step, after: [], duties: [duty] },
    duties: [duty],
    tree,
    rules,
    ids,
    openedAt,
  });
  return new Map(found.obligations.map((one) => [one.subject, { ...one, cohort: 'k', state: 'open' }]));
}
const again = (o: Obligation, before: typeof calm, after: typeof calm, now = instantAt('2026-09-07', '10:00')) =>
  recompute(o, { now, before, after, duty, origins: ['2026-09-03'], by: 'system:administrator', source: STORM.source });

describe('the week a unit works', () => {
  it('counts its deadlines: five days, six where the unit above says so, fewer where offices were closed', () => {
    const owed = laidOut(storm);
    const facts = [...owed].map(([id, { clock }]) => [id, clock.calendar, clock.dueAt, clock.lockAt]);
    expect(facts.sort()).toEqual([
      // from Thu 3/9: Fri, Sat, Mon, Tue, Wed
      ['khoa', 'vn-6d', endOfDay('2026-09-09'), endOfDay('2026-09-11')],
      ['xa-a', 'vn-5d/bao-so-3', endOfDay('2026-09-14'), endOfDay('2026-09-16')],
      ['xa-b', 'vn-5d', endOfDay('2026-09-10'), endOfDay('2026-09-14')],
    ]);
    expect(new Set([...owed.values()].map(({ clock }) => clockKey(clock))).size).toBe(3);
  });

  it('pins the version of the ladder and of the calendar on every clock', () => {
    const version = calm.calendar('vn-5d').version;
    expect(laidOut(calm).get('xa-a')!.clock.pins).toEqual({ ladder: calm.ladder('report').version, calendar: version });
    expect(laidOut(storm).get('xa-a')!.clock.pins!.calendar).toBe(`${version}.1`);
  });

  it('counts a review by the receiver’s week: a closed district has its days back', () => {
    const o = laidOut(storm).get('xa-a')!;
    const review = reviewClock(
      { ...o, worksAt: { ...o.worksAt!, receiver: { calendar: 'vn-6d', area: ['benh-vien'] } } },
      instantAt('2026-09-11', '09:00'),
      storm,
    );
    expect([review.calendar, review.dueAt]).toEqual(['vn-6d', endOfDay('2026-09-14')]);
    const closed = reviewClock(o, instantAt('2026-09-07', '09:00'), storm);
    expect([closed.calendar, closed.dueAt]).toEqual(['vn-5d/bao-so-3', endOfDay('2026-09-11')]);
  });
});

describe('a closure that is decided later', () => {
  it('moves the open clocks of its area, with a line in the ledger and an event, and nobody else’s', () => {
    const owed = laidOut(calm);
    const moved = again(owed.get('xa-a')!, calm, storm)!;
    expect(moved.next.clock).toMatchObject({
      ...{ version: 2, calendar: 'vn-5d/bao-so-3', dueAt: endOfDay('2026-09-14') },
      pins: { calendar: storm.calendar('vn-5d').version },
    });
    expect(moved.next.deadlines!.at(-1)).toMatchObject({
      kind: 'calendar',
      lastDay: '2026-09-14',
      ground: STORM.source,
    });
    expect(moved.events).toEqual([expect.objectContaining({ type: 'deadline_recomputed' })]);
    expect([again(owed.get('xa-b')!, calm, storm), again(owed.get('khoa')!, calm, storm)]).toEqual([null, null]);
  });

  it('gives the days back when it is withdrawn, and follows when its days are changed', () => {
    const closed = laidOut(storm).get('xa-a')!;
    const none = bookOf([], 2);
    expect(again(closed, storm, none)!.next.clock).toMatchObject({ calendar: 'vn-5d', dueAt: endOfDay('2026-09-10') });
    const longer = bookOf([{ ...STORM, to: '2026-09-11' }], 2);
    expect(again(closed, storm, longer)!.after.dueAt).toEqual(endOfDay('2026-09-16'));
  });

  it('keeps a written day, but reminds on days that are worked', () => {
    const written: Duty = { ...duty, due: { kind: 'by', date: '2026-09-10' } };
    const o = laidOut(calm).get('xa-a')!;
    const made = recompute(o, {
      ...{ now: instantAt('2026-09-07', '10:00'), before: calm, after: storm, duty: written, origins: [] },
      ...{ by: 'system:administrator', source: STORM.source },
    })!;
    expect(made.after.dueAt).toEqual(o.clock.dueAt);
    expect(made.next.clock).toMatchObject({ calendar: 'vn-5d/bao-so-3' });
    // two working days before Thu 10 were Tue 8; with Tue and Wed closed they are Fri 4, which is over
    expect([made.before.nextAt, made.after.nextAt]).toEqual([o.nextAt, expect.any(Date)]);
  });

  it('works a Saturday instead where the closure says so', () => {
    const made = bookOf([{ ...STORM, workInstead: ['2026-09-12'] }], 1);
    expect(laidOut(made).get('xa-a')!.clock.dueAt).toEqual(endOfDay('2026-09-12'));
  });
});
