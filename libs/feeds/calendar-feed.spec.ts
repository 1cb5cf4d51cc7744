import type { DeadlineDay } from '#libs/domain';
import { calendarFeed } from './calendar-feed.js';
import { newToken, tokenHash } from './feed-token.js';

const at = new Date('2023-09-01T02:00:00Z');
const entry = (more: Partial<DeadlineDay> = {}): DeadlineDay => ({
  id: 'td-2023.report-1.report.td-x01.main|submission|due',
  kind: 'due',
  day: '2023-09-20',
  at: null,
  version: 1,
  title: 'Báo cáo đợt 1',
  unit: 'Xã A',
  ...more,
});
/** Lines as a calendar program reads them: folded ones joined. */
const lines = (days: DeadlineDay[]) =>
  calendarFeed('Đầu mối Xã A', days, at)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');

describe('a calendar feed', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'has whole days as days and hours in UTC, on a host in %s',
    (host) => {
      process.env.TZ = host;
      const all = lines([entry(), entry({ id: 'b', at: new Date('2023-09-20T10:00:00Z') })]);
      expect(all).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20230920', 'DTEND;VALUE=DATE:20230921']));
      expect(all).toContain('DTSTART:20230920T100000Z');
      expect(all).toContain('DTSTAMP:20230901T020000Z');
    },
  );

  it('keeps the id of an entry whose day moves, and counts its versions', () => {
    const uid = (day: DeadlineDay) => lines([day]).find((line) => line.startsWith('UID:'));
    const moved = entry({ day: '2023-09-28', version: 2 });
    expect(uid(moved)).toBe(uid(entry()));
    expect(uid(entry({ kind: 'lock', id: 'other' }))).not.toBe(uid(entry()));
    expect(lines([moved])).toContain('SEQUENCE:2');
  });

  it('escapes what people wrote: no second entry can be smuggled in', () => {
    const all = lines([entry({ title: 'A; B, C\\D\r\nEND:VEVENT\nBEGIN:VEVENT', unit: 'Xã “A”' })]);
    expect(all.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(all).toContain('SUMMARY:Hạn: A\\; B\\, C\\\\D\\nEND:VEVENT\\nBEGIN:VEVENT – Xã “A”');
  });

  it('says title and unit and nothing that names a record', () => {
    const text = lines([entry(), entry({ kind: 'last_working_day', id: 'l' }), entry({ kind: 'lock', id: 'k' })]).join(
      '\n',
    );
    expect(text).toContain('SUMMARY:Ngày làm việc cuối trước hạn: Báo cáo đợt 1 – Xã A');
    expect(text).toContain('SUMMARY:Khóa sổ: Báo cáo đợt 1 – Xã A');
    expect(text).not.toMatch(/td-2023|td-x01|DESCRIPTION|ATTENDEE|ORGANIZER|URL/);
  });

  it('folds lines at 75 octets', () => {
    const raw = calendarFeed(
      'Đầu mối',
      [entry({ title: 'Báo cáo kết quả thực hiện phong trào thi đua '.repeat(6) })],
      at,
    );
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('has tokens that nobody guesses, and keeps none', () => {
    const tokens = new Set(Array.from({ length: 100 }, newToken));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(tokenHash('a')).not.toContain('a'.repeat(3));
    expect(tokenHash('a')).toBe(tokenHash('a'));
  });
});
