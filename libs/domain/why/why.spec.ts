import { calendarWith } from '../../../test/fixtures/work-calendars.js';
import { ladderById } from '#libs/rules';
import { endOfDay, instantAt } from '../time/local-date.js';
import { sayWhy, whyReminded } from './why.js';
import type { RecordedNotice, WhyFacts } from './why.types.js';

const cal = calendarWith();
const FOCAL = 'xa:focal';
/** Reminded on Thu 5, Thu 12 and Tue 17 September 2024, due on Thu 19. */
const clock = {
  ...{ version: 1, phase: 'submission' as const, ladder: 'report', calendar: 'test' },
  ...{ opensAt: instantAt('2024-09-03', '07:00'), dueAt: endOfDay('2024-09-19'), lockAt: endOfDay('2024-10-03') },
};
const opened = { type: 'act', at: clock.opensAt, data: { acts: [{ act: 'open', rung: 'open', at: clock.opensAt }] } };
const notice = (day: string, more: Partial<RecordedNotice> = {}): RecordedNotice => ({
  ...{ post: FOCAL, rung: 'remind-5', act: 'remind', at: instantAt(day, '07:00'), slotAt: instantAt(day, '08:00') },
  ...{ state: 'sent', reason: null, message: `m-${day}` },
  ...more,
});
const mail = (day: string, more: object = {}) => ({
  id: `m-${day}`,
  ...{ state: 'sent', at: instantAt(day, '08:00'), sentAt: instantAt(day, '08:00'), to: 'Lò Thị Mẫu', vacant: [] },
  ...more,
});
const asked = (day: string, more: Partial<WhyFacts> = {}) => {
  const facts: WhyFacts = {
    ...{ day, now: instantAt('2024-09-30', '12:00'), post: FOCAL, state: 'open', clock, notices: [], mails: new Map() },
    ...{ events: [opened], suspensions: [], cancelledAt: null, calendar: cal },
    rules: { calendar: () => cal, calendarOf: () => cal, ladder: ladderById, delayMoves: () => 1 },
    ...more,
  };
  const why = whyReminded(facts);
  return { ...why, text: sayWhy({ ...why, data: { ...why.data, day: why.data.day ?? day } }) };
};
const withMail = (day: string, more: object = {}, ofNotice: Partial<RecordedNotice> = {}) =>
  asked(day, { notices: [notice(day, ofNotice)], mails: new Map([[`m-${day}`, mail(day, more)]]) });
const event = (type: string, day: string, data: object = {}) => ({
  type,
  at: instantAt(day, '14:00'),
  data: { ...data },
});
const suspension = (from: string, to: string | null) => ({
  ...{
    n: 1,
    from: instantAt(from),
    by: 'x:head',
    to: to === null ? null : instantAt(to),
    resumedBy: null,
    shift: null,
    document: null,
  },
});

describe('why somebody was or was not reminded on a day', () => {
  it.each<[string, ReturnType<typeof asked>, boolean]>([
    ['Đã nhắc: thư gửi lúc 08:00 ngày 12/09/2024 cho Lò Thị Mẫu.', withMail('2024-09-12'), true],
    [
      'Đã nhắc: chức danh khuyết hoặc không có hộp thư, nên thư lúc 08:00 ngày 12/09/2024 gửi lên Lò Thị Mẫu.',
      withMail('2024-09-12', { vacant: [FOCAL] }),
      true,
    ],
    [
      'Thư gửi lúc 08:00 ngày 12/09/2024 cho Lò Thị Mẫu bị trả về (mailbox full).',
      withMail('2024-09-12', { state: 'bounced' }, { reason: 'mailbox full' }),
      true,
    ],
    [
      'Thư gửi lúc 08:00 ngày 12/09/2024 cho Lò Thị Mẫu, chưa rõ đã đến hay chưa.',
      withMail('2024-09-12', { state: 'unconfirmed', sentAt: null }),
      true,
    ],
    [
      'Thư ngày 12/09/2024 không gửi được: không có ai.',
      withMail('2024-09-12', { state: 'failed', sentAt: null }, { reason: 'không có ai' }),
      false,
    ],
    [
      'Thông báo phải chờ đến 08:00 ngày 16/09/2024: gộp vì hạn mức thư trong tuần.',
      asked('2024-09-13', {
        notices: [
          notice('2024-09-12', {
            slotAt: instantAt('2024-09-16', '08:00'),
            holds: [
              { at: instantAt('2024-09-12', '08:00'), until: instantAt('2024-09-16', '08:00'), why: 'budget_week' },
            ],
          }),
        ],
      }),
      false,
    ],
    [
      'Thông báo chờ thư lúc 08:00 ngày 16/09/2024.',
      asked('2024-09-13', {
        notices: [
          notice('2024-09-13', { at: instantAt('2024-09-13', '14:00'), slotAt: instantAt('2024-09-16', '08:00') }),
        ],
      }),
      false,
    ],
    [
      'Thông báo ngày 12/09/2024 đã rút lại: việc đã được giải quyết trước khi gửi.',
      asked('2024-09-12', {
        notices: [
          notice('2024-09-12', { state: 'withdrawn', message: null, reason: 'việc đã được giải quyết trước khi gửi' }),
        ],
      }),
      false,
    ],
    ['Việc chưa mở: mở ngày 03/09/2024.', asked('2024-09-02', { events: [opened] }), false],
    [
      'Đơn vị đã nộp ngày 10/09/2024, việc đang chờ nơi nhận xét duyệt.',
      asked('2024-09-12', { events: [opened, event('submitted', '2024-09-10')] }),
      false,
    ],
    [
      'Việc đã duyệt từ ngày 11/09/2024.',
      asked('2024-09-12', { events: [opened, event('submitted', '2024-09-10'), event('accepted', '2024-09-11')] }),
      false,
    ],
    [
      'Việc chờ quản trị xử lý từ ngày 11/09/2024.',
      asked('2024-09-12', { events: [opened, event('parked', '2024-09-11')] }),
      false,
    ],
    [
      'Phong trào tạm dừng từ ngày 10/09/2024.',
      asked('2024-09-12', { suspensions: [suspension('2024-09-10', null)] }),
      false,
    ],
    ['Phong trào đã hủy ngày 10/09/2024.', asked('2024-09-12', { cancelledAt: instantAt('2024-09-10') }), false],
    [
      'Lần nhắc trước hạn 5 ngày làm việc bị bỏ qua: hệ thống gián đoạn, đến 09:10 ngày 17/09/2024 chỉ gửi lần nhắc sau cùng.',
      asked('2024-09-12', {
        events: [
          opened,
          {
            type: 'act',
            at: instantAt('2024-09-17', '09:10'),
            data: {
              skipped: ['remind-5'],
              acts: [{ act: 'remind', rung: 'remind-5', at: instantAt('2024-09-12', '07:00').toISOString() }],
            },
          },
        ],
      }),
      false,
    ],
    [
      'Đơn vị đã khai báo nộp muộn đến ngày 25/09/2024, không nhắc cho đến hết ngày đó.',
      asked('2024-09-12', { clock: { ...clock, delay: { n: 1, at: instantAt('2024-09-10'), lastDay: '2024-09-25' } } }),
      false,
    ],
    [
      'Đôn đốc sau hạn 1 ngày làm việc ngày này chỉ gửi cho xa:head.',
      asked('2024-09-20', { notices: [notice('2024-09-20', { post: 'xa:head', act: 'urge', rung: 'urge+1' })] }),
      false,
    ],
    ['Ngày 14/09/2024 là ngày nghỉ tại nơi người nhận làm việc.', asked('2024-09-14'), false],
    [
      'Ngày 13/09/2024 không có lần nhắc nào. Lần trước: Nhắc trước hạn 5 ngày làm việc, ngày 12/09/2024. Lần sau: Nhắc trước hạn 2 ngày làm việc, ngày 17/09/2024.',
      asked('2024-09-13', { notices: [notice('2024-09-12')], now: instantAt('2024-09-13', '12:00') }),
      false,
    ],
    ['Ngày 01/10/2024 chưa đến.', asked('2024-10-01'), false],
  ])('%s', (text, { told, ...why }, expected) => {
    expect(why.text).toBe(text);
    expect(told).toBe(expected);
  });

  it('goes on where it stood once a return, a withdrawal or a release has brought it back', () => {
    const submitted = event('submitted', '2024-09-04');
    for (const events of [
      [opened, submitted, event('withdrawn', '2024-09-05')],
      [opened, submitted, event('received', '2024-09-05'), event('returned', '2024-09-06')],
      [opened, event('parked', '2024-09-05'), event('released', '2024-09-06')],
    ])
      expect(asked('2024-09-13', { events }).code).toBe('no-rung');
  });

  it('says the same in English', () => {
    const why = { code: 'rest-day' as const, told: false, data: { day: '2024-09-14' } };
    expect(sayWhy(why, 'en')).toBe('14/09/2024 is a day of rest where the reader works.');
  });
});
