import { capital, type Citation } from './citations.js';

/** Documents that are known by their name: a congress resolution, a five-year plan, a law of a year. Folded text. */
const NAMED: [RegExp, string][] = [
  [
    /nghị quyết (?:của )?đại hội (?:(?:đại biểu )?(?:toàn quốc |đảng bộ |đảng |công đoàn |đoàn |hội )[^,;.:()“”\n]{0,60}?)?lần thứ (?:[ivx]{1,6}|\d{1,2})(?![a-zA-ZÀ-ỹ\d])(?: của đảng)?/g,
    'Nghị quyết',
  ],
  [
    /kế hoạch (?:phát triển kinh tế - xã hội )?(?:05|5|năm) năm(?: giai đoạn)? ?,?(?:\(?(?:20)\d\d ?- ?20\d\d\)?)/g,
    'Kế hoạch',
  ],
  [/kế hoạch phát triển kinh tế - xã hội (?:05|5) năm \(?20\d\d ?- ?20\d\d\)?/g, 'Kế hoạch'],
  [
    /(?:chương trình tổng thể|chương trình mục tiêu quốc gia|đề án tổng thể|chiến lược quốc gia|chiến lược phát triển) [^;.:()“”\n]{3,220}?giai đoạn 20\d\d ?- ?20\d\d/g,
    'Chương trình',
  ],
  [
    // a rule of the body itself, where the plan rests on it; in "ban hành Quy chế …" it is what a decision is about
    /(?<=(?:căn cứ|thực hiện|theo|thi hành|áp dụng) (?:vào )?(?:bản )?)(?:quy chế|quy ước|nội quy|thỏa thuận|giao ước) (?:tổ chức|hoạt động|phối hợp|làm việc|thi đua|khen thưởng|công tác|xét|bình xét|giữa|của)(?![a-zA-ZÀ-ỹ])[^;.:()“”\n]{0,140}?(?=,? (?:ban hành|ngày|năm 20\d\d|được|đã|về việc)|[,;.:()“”\n]|$)/g,
    'Quy chế',
  ],
  [
    /(?<![a-zA-ZÀ-ỹ]|bộ )luật (?:thi đua, khen thưởng|tổ chức chính quyền địa phương|công đoàn|giáo dục|cán bộ, công chức|viên chức)(?: (?:ngày \d{1,2}(?:\/| tháng )\d{1,2}(?:\/| năm )\d{4}|năm 20\d\d|sửa đổi[^,;.\n]{0,30}))?/g,
    'Luật',
  ],
];

export function namedCitations(low: string, clean: string, taken: Citation[]): Citation[] {
  const found: Citation[] = [];
  for (const [pattern, type] of NAMED) {
    for (const match of low.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if ([...taken, ...found].some((other) => start < other.end && other.start < end)) continue;
      const word = /^\S+(?: \S+)?/.exec(match[0])![0];
      const named = word.startsWith('luật')
        ? 'Luật'
        : word.startsWith('đề án')
          ? 'Đề án'
          : word.startsWith('chiến lược')
            ? 'Chiến lược'
            : type;
      found.push({
        start,
        end,
        type: named,
        number: null,
        date: null,
        dateText: null,
        issuer: null,
        subject: capital(clean.slice(start, end)),
      });
    }
  }
  return found;
}
