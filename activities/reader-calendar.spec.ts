import { instantAt, localDateOf, slotOfNotice, treeAsOf, type LocalClosure } from '#libs/domain';
import { remindingRule } from '#libs/rules';
import type { OrganisationOfDay } from '#libs/store';
import { readerCalendars } from './reader-calendar.js';

const FROM = '2010-01-01';
const unit = (id: string) => ({
  id,
  name: id,
  kind: 'commune',
  groups: [],
  validFrom: FROM,
  validTo: null,
  successors: [],
});
const edge = (child: string, parent: string) => ({ id: child, unit: child, parent, validFrom: FROM, validTo: null });
const tree = treeAsOf(
  ['tinh', 'ven-bien', 'xa-1', 'xa-2'].map(unit),
  [edge('ven-bien', 'tinh'), edge('xa-1', 'ven-bien'), edge('xa-2', 'tinh')],
  '2026-10-08',
);
const organisation = { tree } as unknown as OrganisationOfDay;
/** A storm: Thu 8 and Fri 9 October 2026. */
const storm: LocalClosure[] = [
  { id: 'bao-9', area: 'ven-bien', from: '2026-10-08', to: '2026-10-09', name: 'Bão số 9', source: 'CĐ 12' },
];
const rule = remindingRule('2026-10-08');

describe('mail to where an area is closed', () => {
  const calendarOf = readerCalendars(storm, organisation);
  const slot = (post: string, noticeClass: 'digest' | 'instant', at: Date): string => {
    const { slotAt } = slotOfNotice({ at, class: noticeClass, calendar: calendarOf('vn-5d', post) }, at, rule);
    return slotAt === null ? 'at once' : new Date(slotAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);
  };
  const rung = instantAt('2026-10-08', '07:00');

  it.each([
    ['xa-1:focal', '2026-10-12T08:00', '2026-10-12T07:00'],
    ['ven-bien:head', '2026-10-12T08:00', '2026-10-12T07:00'],
    ['xa-2:focal', '2026-10-08T08:00', 'at once'],
    ['tinh:head', '2026-10-08T08:00', 'at once'],
  ])('%s: digest %s, instant %s', (post, digest, instant) => {
    expect(slot(post, 'digest', rung)).toBe(digest);
    expect(slot(post, 'instant', instantAt('2026-10-08', '10:00'))).toBe(instant);
  });

  it('is as everywhere where nothing is closed, and nobody need know the organisation', () => {
    const calendar = readerCalendars([], null)('vn-5d', 'xa-1:focal');
    expect(localDateOf(slotOfNotice({ at: rung, class: 'digest', calendar }, rung, rule).slotAt!)).toBe('2026-10-08');
  });
});
