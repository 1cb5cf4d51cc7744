import type { Comparator } from '../../target/target.types.js';

const FILLER = String.raw`(?: (?:đạt|là|có|mức|bằng|được|thêm|cho|phải|từ|ở|số|với|hoàn thành|giảm|tăng|trung bình|bình quân|hằng năm|hàng năm|mỗi năm|đến|tới))*`;
const before = (words: string): RegExp => new RegExp(String.raw`(?<![a-zA-ZÀ-ỹ])(?:${words})${FILLER}\s*$`);

const BEFORE: [Comparator, RegExp][] = [
  ['at_least', before('ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn|chí ít|≥|>=')],
  [
    'at_most',
    before('không quá|tối đa|nhiều nhất|không vượt quá|không vượt|không cao hơn|không lớn hơn|không hơn|≤|<='),
  ],
  ['more_than', before('trên|hơn|vượt|lớn hơn|cao hơn|vượt mức|>')],
  ['less_than', before('dưới|ít hơn|thấp hơn|nhỏ hơn|chưa đến|chưa quá|<')],
  ['approx', before('khoảng|xấp xỉ|ước|ước đạt|gần|chừng|tương đương')],
];

/** The comparator written around a quantity; null where there is none. Folded text before and behind it. */
export function writtenComparator(left: string, right: string): Comparator | null {
  if (/^ ?(?:[^,;.:()\d]{0,40}? )?trở lên/.test(right)) return 'at_least';
  if (/^ ?(?:[^,;.:()\d]{0,40}? )?trở xuống/.test(right)) return 'at_most';
  return BEFORE.find(([, pattern]) => pattern.test(left))?.[0] ?? null;
}
