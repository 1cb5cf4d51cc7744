import { ladders } from '#libs/rules';
import { actTitle, rungTitle } from './rung-title.js';

describe('a rung as people read it', () => {
  it.each([
    ['open', 'khi mở', 'at the opening'],
    ['remind-5', 'trước hạn 5 ngày làm việc', '5 working days before it is due'],
    ['remind0', 'ngày đến hạn', 'on the due day'],
    ['urge+1', 'sau hạn 1 ngày làm việc', '1 working days after it was due'],
    ['escalate+3', 'sau hạn 3 ngày làm việc', '3 working days after it was due'],
    ['returned', 'khi bị trả lại', 'on a return'],
    ['extension-2', 'khi có quyết định về gia hạn', 'on a decision about more time'],
    ['delay-1', 'khi khai báo nộp muộn', 'on a declared delay'],
    ['urge-delay-1', 'sau ngày đã khai báo nộp muộn', 'after the day of a declared delay'],
    ['by-hand-2', 'bằng tay, lần 2', 'by hand, no. 2'],
    ['suspension-1', 'theo thời gian tạm dừng', 'by the time of a suspension'],
    ['remind', 'theo thời hạn', 'by the deadline'],
  ])('%s: %s', (id, vi, en) => expect([rungTitle(id), rungTitle(id, 'en')]).toEqual([vi, en]));

  it('never shows an id or a hole, for every rung of the rules', () => {
    for (const { rungs } of ladders)
      for (const { id, act } of rungs)
        for (const language of ['vi', 'en'] as const) {
          const title = actTitle(act, id, language);
          expect(title).not.toMatch(/[{}]|[a-z][+-]\d/);
          expect(title.length).toBeGreaterThan(3);
        }
    expect(actTitle('remind', 'remind-10')).toBe('Nhắc trước hạn 10 ngày làm việc');
    expect(actTitle('overdue', 'overdue')).toBe('Quá hạn');
  });
});
