import { ladders } from '#libs/rules';
import { rungWords } from './rung-words.js';

describe('the rung that speaks, in words', () => {
  it.each([
    ['remind', 'remind-5', 'Nhắc khi còn 5 ngày làm việc đến hạn'],
    ['remind', 'remind0', 'Nhắc trong ngày đến hạn'],
    ['urge', 'urge+1', 'Đôn đốc khi quá hạn 1 ngày làm việc'],
    ['escalate', 'escalate+3', 'Báo cáo cấp trên khi quá hạn 3 ngày làm việc'],
    ['escalate', 'by-hand-2', 'Báo cáo cấp trên theo yêu cầu của người phụ trách'],
    ['urge', 'urge-delay-1', 'Đôn đốc vì đã qua ngày đơn vị tự khai sẽ nộp'],
    ['delay', 'delay-1', 'Báo việc đơn vị khai sẽ nộp muộn'],
    ['extension', 'extension-2', 'Báo kết quả đề nghị gia hạn'],
    ['remind', 'remind', 'Nhắc theo lịch của phong trào'],
  ])('%s, %s', (act, rung, words) => {
    expect(rungWords({ act, rung })).toBe(words);
  });

  it('is said of every rung of every ladder, in both languages, without an id', () => {
    for (const { rungs } of ladders)
      for (const { id, act } of rungs)
        for (const language of ['vi', 'en'] as const) {
          const words = rungWords({ act, rung: id }, language);
          expect(words.length).toBeGreaterThan(10);
          expect(words).not.toMatch(/[{}+]|mail\.|\w-\d/);
        }
  });
});
