const DIGITS: Record<string, number> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const DIGIT = Object.keys(DIGITS).join('|');
const NUMERAL = `(?:${DIGIT}) mươi(?: (?:${DIGIT}))?|mười(?: (?:${DIGIT}))?|(?:${DIGIT})`;
/** "hằng năm", "thứ năm", "cuối năm" hold no five; a number stands before what it counts. */
const COUNTED = new RegExp(
  `(?<![\\p{L}\\d])(?<!(?:hằng|hàng|mỗi|cuối|đầu|giữa|cả|thứ) )(${NUMERAL})(?= (?:ngày|tuần|tháng|giờ)(?!\\p{L}| \\d))`,
  'gu',
);
const TWICE = new RegExp(`(?<![\\p{L}\\d])(?:(\\d+) ?\\( ?(?:${NUMERAL}) ?\\)|(?:${NUMERAL}) ?\\( ?(\\d+) ?\\))`, 'gu');

/** "hai mươi mốt" → 21, for what Vietnamese writes up to 99. */
function numberOfWords(words: string): number {
  const [first = '', second = '', third = ''] = words.split(' ');
  if (first === 'mười') return 10 + (DIGITS[second] ?? 0);
  return second === 'mươi' ? (DIGITS[first] ?? 0) * 10 + (DIGITS[third] ?? 0) : (DIGITS[first] ?? 0);
}

const MONTH_NUMERAL = 'mười hai|mười một|mười|một|hai|ba|bốn|tư|năm(?! (?:\\d|nay|này|sau|tới))|sáu|bảy|bẩy|tám|chín';
const MONTH_IN_WORDS = new RegExp(`(?<=tháng )(?:${MONTH_NUMERAL})(?![\\p{L}\\d])`, 'gu');

/** Counts in words become digits: "trong mười lăm ngày" → "trong 15 ngày", "05 (năm) ngày" → "05 ngày". Folded text. */
export function digitsForWords(low: string): string {
  return low
    .replace(TWICE, (_all, before: string | undefined, behind: string | undefined) => before ?? behind ?? '')
    .replace(COUNTED, (words) => String(numberOfWords(words)))
    .replace(MONTH_IN_WORDS, (words) => String(numberOfWords(words)));
}
