import { instantAt, localDateOf, slotOfNotice, treeAsOf, type CalendarData } from '#libs/domain';
import { calendarBook, remindingRule, ruleBookOf } from '#libs/rules';
import { readerCalendars } from './reader-calendar.js';

const FROM = '2010-01-01';
const unit = (id: string, calendar?: string) => ({
  ...{ id, name: id, kind: 'commune', groups: [], validFrom: FROM, validTo: null, successors: [] },
  ...(calendar && { calendar }),
});
const edge = (child: string, parent: string) => ({ id: child, unit: child, parent, validFrom: FROM, validTo: null });
const tree = treeAsOf(
  [unit('tinh'), unit('ven-bien'), unit('xa-1'), unit('xa-2'), unit('truong', 'vn-6d')],
  [edge('ven-bien', 'tinh'), edge('xa-1', 'ven-bien'), edge('xa-2', 'tinh'), edge('truong', 'tinh')],
  '2026-10-08',
);
/** A storm: Thu 8 and Fri 9 October 2026. */
const storm: CalendarData = {
  ...{ version: 1, decisions: [], confirmed: [] },
  closures: [
    { id: 'bao-9', area: 'ven-bien', from: '2026-10-08', to: '2026-10-09', name: 'Bão số 9', source: 'CĐ 12' },
  ],
};
const rule = remindingRule('2026-10-08');

describe('mail where its reader works', () => {
  const calendarOf = readerCalendars({ tree }, rule, ruleBookOf(calendarBook(storm)));
  const slot = (post: string, noticeClass: 'digest' | 'instant', at: Date, calendar = 'vn-5d'): string => {
    const { slotAt } = slotOfNotice({ at, class: noticeClass, calendar: calendarOf(calendar, post) }, at, rule);
    return slotAt === null ? 'at once' : new Date(slotAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);
  };
  const rung = instantAt('2026-10-08', '07:00');

  it.each([
    ['xa-1:focal', '2026-10-12T08:00', '2026-10-12T07:00'],
    ['ven-bien:head', '2026-10-12T08:00', '2026-10-12T07:00'],
    ['xa-2:focal', '2026-10-08T08:00', 'at once'],
    ['tinh:head', '2026-10-08T08:00', 'at once'],
  ])('waits where an area is closed; %s: digest %s, instant %s', (post, digest, instant) => {
    expect(slot(post, 'digest', rung)).toBe(digest);
    expect(slot(post, 'instant', instantAt('2026-10-08', '10:00'))).toBe(instant);
  });

  it('does not wait for a closure where its work is owed, and goes on a Saturday to who works on Saturdays', () => {
    expect(slot('tinh:head', 'digest', rung, 'vn-5d/bao-9')).toBe('2026-10-08T08:00');
    const saturday = instantAt('2026-10-10', '07:00');
    expect(slot('truong:head', 'digest', saturday)).toBe('2026-10-10T08:00');
    expect(slot('xa-2:head', 'digest', saturday)).toBe('2026-10-12T08:00');
  });

  it('knows no rest in drills', () => {
    const sunday = instantAt('2026-10-11', '03:00');
    expect(slot('truong:head', 'instant', sunday, 'vn-all')).toBe('at once');
    expect(localDateOf(sunday)).toBe('2026-10-11');
  });
});
