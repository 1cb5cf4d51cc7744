import { addWorkingDays, isProvisional, isWorkingDay, type CalendarData } from '#libs/domain';
import { calendarBook, calendarDifference } from '#libs/rules';
import { calendarOf, calendarYearView } from './calendar-view.js';
import { mergeCalendarFile } from './read-calendar-file.js';

const nothing: CalendarData = { version: 0, decisions: [], confirmed: [], closures: [] };
const taken = (text: string, over = nothing): CalendarData => {
  const merged = mergeCalendarFile(over, text);
  if (merged.refused) throw new Error(JSON.stringify(merged.findings));
  return merged.data;
};
const refusedAt = (text: string): [string, string][] => {
  const merged = mergeCalendarFile(nothing, text);
  if (!merged.refused) throw new Error('taken');
  return merged.findings.map(({ where, text: words }) => [where, words]);
};

const OF_2028 = `
decisions:
  - year: 2028
    status: official
    source: Thông báo số 1 (mẫu thử)
    replaces: Tết Nguyên đán
    days_off: [{ from: 2028-01-24, to: 2028-01-30, name: Tết Nguyên đán }]
  - year: 2028
    status: official
    source: Thông báo số 2 (mẫu thử)
    days_off: [{ date: 2028-09-05, name: Nghỉ hoán đổi }]
    work_instead: [{ date: 2028-09-09, name: Làm bù }]
`;

describe('a calendar file', () => {
  it('overrides the computed days of its years and no others', () => {
    const [before, after] = [calendarBook(), calendarBook(taken(OF_2028))];
    const [was, is] = [before.byId('vn-5d'), after.byId('vn-5d')];
    expect([was.years[2028]!.status, is.years[2028]!.status]).toEqual(['computed', 'official']);
    expect(isProvisional(is, '2028-01-01', '2028-12-31')).toBe(false);
    expect([isWorkingDay(was, '2028-01-24'), isWorkingDay(is, '2028-01-24')]).toEqual([true, false]);
    expect([isWorkingDay(was, '2028-01-31'), isWorkingDay(is, '2028-01-31')]).toEqual([false, true]);
    expect(addWorkingDays(is, '2028-09-08', 1)).toBe('2028-09-09');
    for (const year of [2026, 2027, 2029]) expect(is.years[year]).toEqual(was.years[year]);
    expect(is.version).not.toBe(was.version);
    expect(
      calendarDifference(before, after, [2028])
        .filter(({ kind }) => kind === 'vn-5d')
        .map(({ date }) => date),
    ).toEqual([null, '2028-01-24', '2028-01-31', '2028-09-05', '2028-09-09']);
  });

  it('does not swap a day for a Saturday that a six-day office works anyway, and stays provisional there', () => {
    const six = calendarBook(taken(OF_2028)).byId('vn-6d');
    expect(isWorkingDay(six, '2028-09-05')).toBe(true);
    expect(six.years[2028]!.status).toBe('proposed');
    const own = OF_2028.replace('replaces:', 'kinds: [vn-5d, vn-6d]\n    replaces:');
    expect(calendarBook(taken(own)).byId('vn-6d').years[2028]!.status).toBe('official');
  });

  it('makes a confirmed year official, until its rows are imported again', () => {
    const confirmed = { ...nothing, version: 1, confirmed: [{ year: 2028, source: 'TB 9' }] };
    const view = calendarYearView(calendarBook(confirmed).byId('vn-5d'), 2028);
    expect(view).toMatchObject({ status: 'official', statusText: 'chính thức' });
    expect(view.source).toContain('TB 9');
    expect(view.months[0]!.days[25]).toMatchObject({
      date: '2028-01-26',
      reason: 'holiday',
      working: false,
      status: 'official',
    });
    expect(taken(OF_2028, confirmed)).toMatchObject({ version: 2, confirmed: [] });
  });

  it('closes the offices of an area and of the units below it, and of nobody else', () => {
    const data = taken(`
closures:
  - { id: bao-3, area: tinh-a, from: 2026-09-07, to: 2026-09-09, name: Bão số 3, source: Công điện 1 (mẫu thử) }
`);
    const book = calendarBook(data);
    const there = calendarOf(book, 'vn-5d', ['xa-1', 'tinh-a']);
    expect(addWorkingDays(there, '2026-09-04', 1)).toBe('2026-09-10');
    expect(addWorkingDays(calendarOf(book, 'vn-5d', ['xa-2', 'tinh-b']), '2026-09-04', 1)).toBe('2026-09-07');
    expect(calendarYearView(there, 2026).months[8]!.days[6]).toMatchObject({
      reason: 'closure',
      name: 'Bão số 3',
      source: 'Công điện 1 (mẫu thử)',
    });
    expect(taken('withdraw_closures: [bao-3]', data).closures).toEqual([]);
  });

  it('is taken whole or not at all, and says what is wrong, where and how to mend it', () => {
    const row = (rest: string) => `decisions: [{ year: 2028, status: official, source: x, ${rest} }]`;
    expect(refusedAt(row('days_off: [{ date: 2029-01-02, name: y }]'))).toEqual([
      ['decisions.0.days_off', expect.stringContaining('mục của năm 2029')],
    ]);
    expect(refusedAt(row('work_instead: [{ date: 2028-09-06, name: y }]'))).toEqual([
      ['decisions.0.work_instead', expect.stringContaining('vốn là ngày làm việc')],
    ]);
    expect(refusedAt(row('days_off: [{ date: 2028-02-30, name: y }]'))[0]![0]).toBe('decisions.0.days_off.0.date');
    expect(refusedAt(row('days_off: [{ from: 2028-01-20, to: 2028-01-10, name: y }]'))).toEqual([
      ['decisions.0.days_off.0', expect.stringContaining('Hãy đổi lại')],
    ]);
    expect(refusedAt(row('replaces: Tết Tây'))[0]![1]).toContain('Tết Nguyên đán');
    expect(refusedAt(row('kinds: [vn-9d]'))[0]![1]).toContain('vn-6d');
    expect(refusedAt('decisions: [{ year: 2150, status: official, source: x }]')[0]![1]).toContain('2100');
    expect(refusedAt('decisions: [{ year: 2028, source: x, ngay: 1 }]').map(([where]) => where)).toEqual([
      'decisions.0.status',
      'decisions.0',
    ]);
    const twice = row('days_off: [{ date: 2028-09-09, name: y }], work_instead: [{ date: 2028-09-09, name: z }]');
    expect(refusedAt(twice)[0]![1]).toContain('vừa là ngày nghỉ vừa là ngày làm bù');
    const broken = mergeCalendarFile(nothing, 'decisions: [{ year: 2028');
    expect(broken).toMatchObject({ refused: true, code: 'calendar-file-broken' });
    expect(broken.refused && broken.reason).toContain('chưa có gì được lưu');
  });

  it('reads JSON as well as YAML', () =>
    expect(taken('{"decisions":[{"year":2028,"status":"proposed","source":"x"}]}').decisions).toHaveLength(1));
});
