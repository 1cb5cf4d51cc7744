import { read } from '../read-plan.fixture.js';

const kinds = (...lines: string[]): string[] =>
  read(...lines)
    .defects.map(({ kind }) => kind)
    .filter((kind) => kind === 'difference_disagrees');

const GOAL = '- Phấn đấu năm 2026 có 64 thôn đạt chuẩn nông thôn mới (tăng 05 thôn so với năm 2025).';

describe('a level, its difference and a base told elsewhere', () => {
  it.each([
    ['they disagree', 'Năm 2025, toàn xã đã có 50 thôn đạt chuẩn.'],
    ['the base lies above the level', 'Năm 2025, toàn xã đã có 69 thôn đạt chuẩn.'],
  ])('%s', (_, base) => {
    expect(kinds(base, GOAL)).toEqual(['difference_disagrees']);
  });

  it.each([
    ['they agree', 'Năm 2025, toàn xã đã có 59 thôn đạt chuẩn.'],
    ['the base is of another year', 'Năm 2024, toàn xã đã có 50 thôn đạt chuẩn.'],
    ['the base is of another standard', 'Năm 2025, toàn xã đã có 8 thôn đạt chuẩn kiểu mẫu.'],
    ['the base counts something else', 'Năm 2025, toàn xã đã có 50 hộ đạt chuẩn.'],
  ])('%s', (_, base) => {
    expect(kinds(base, GOAL)).toEqual([]);
  });
});
