import fc from 'fast-check';
import { normalise } from '../index.js';
import { planWith, read } from '../read-plan.fixture.js';
import { fold } from '../text/fold.js';

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter(Boolean);

/** Syllables that end or begin like a word of aiming, and ordinary ones. */
const SYLLABLES =
  'nước|cơ sở|nhà ở|trở|thở|bước|trước|mười|xã|thôn|hộ|gia đình|văn hóa|dân quân|công bằng|hoàn thành|cấp trên|thống nhất|khách hàng|trường|đường|sạch|bê tông|đoàn viên|năng suất|giao ước|đạt chuẩn|khu dân cư|rừng|lúa|học sinh'.split(
    '|',
  );
const VERBS = ['đạt', 'là', 'còn', 'tăng', 'giảm còn', 'phấn đấu đạt', 'đạt trên', 'đạt ít nhất', ':'];
const VALUES = ['95%', '12 xã', '3.215 tỷ đồng', '40 hộ', '7,5%', '500 m2', '15 công trình, phần việc'];
const OPENINGS = ['Tỷ lệ', 'Số', 'Tổng', 'Thu', 'Phấn đấu', 'Mỗi', 'Năm 2026,', ''];

const line = fc
  .record({
    opening: fc.constantFrom(...OPENINGS),
    name: fc.array(fc.constantFrom(...SYLLABLES), { minLength: 0, maxLength: 24 }),
    verb: fc.constantFrom(...VERBS),
    value: fc.constantFrom(...VALUES),
    behind: fc.array(fc.constantFrom(...SYLLABLES, 'trở lên', '(riêng các xã còn 2%)'), { maxLength: 4 }),
  })
  .map(({ opening, name, verb, value, behind }) => `- ${[opening, ...name, verb, value, ...behind].join(' ')}.`);

it('a name is never empty and never cut inside a syllable', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const known = new Set(wordsOf(normalise(planWith(...lines))));
      for (const { name } of read(...lines).numeric_targets) {
        expect(wordsOf(name)).not.toEqual([]);
        expect(wordsOf(name).filter((word) => !known.has(word))).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

it.each([
  ['- Thu ngân sách nhà nước đạt 3.215 tỷ đồng.', 'Thu ngân sách nhà nước'],
  ['- Tỷ lệ hộ có nhà ở đạt 95%.', 'Tỷ lệ hộ có nhà ở'],
  ['- Tỷ lệ dân quân đạt 2%.', 'Tỷ lệ dân quân'],
  ['- Tỷ lệ nhiệm vụ hoàn thành đạt 90%.', 'Tỷ lệ nhiệm vụ hoàn thành'],
  ['- Tăng trưởng GRDP đạt 8%.', 'Tăng trưởng GRDP'],
  ['- Tổng giá trị sản xuất phấn đấu đạt 1.192 tỷ đồng.', 'Tổng giá trị sản xuất'],
  ['- Toàn xã có 12 thôn đạt chuẩn.', 'thôn đạt chuẩn'],
  ['- Có 64 thôn đạt chuẩn (tăng 05 thôn so với năm 2025).', 'thôn đạt chuẩn'],
  ['- Xây dựng 500 m2 sân bê tông.', 'Xây dựng m2 sân bê tông'],
  ['- Mỗi nước đạt 500 m2 sạch.', 'm2 sạch'],
])('%s', (text, name) => {
  expect(read(text).numeric_targets[0]?.name).toBe(name);
});

it('takes the heading for a line that only says how much', () => {
  const { numeric_targets } = read('1. Bảo hiểm y tế toàn dân', '- Phấn đấu đạt 95%.');
  expect(numeric_targets.map(({ name }) => name)).toEqual(['Bảo hiểm y tế toàn dân']);
});
