import { datePhrases } from '../dates/date-phrases.js';

/** Numbers that are no quantity: ordinals, levels, ages, spans of time, clock, names, copies. Folded text. */
const RULES: RegExp[] = [
  /(?:lần thứ|thứ|điều|khoản|điểm|mục|chương|phụ lục|phụ biểu|mẫu số|mẫu|biểu số|biểu|cột|trang|quyển|khóa|kỳ|đợt|giai đoạn|lớp|khối|cụm thi đua|cụm số|cụm|tổ số|khu phố|tiểu khu|quốc lộ|tỉnh lộ|đường số|ngõ|số nhà|điện thoại|sđt|hotline|fax|mức độ|cấp độ|loại|hạng|nhóm|vùng|phiên bản|vành đai|đội|trung đoàn|sư đoàn|quân khu|tuần|tiết|phương án|tiêu chí số|tiêu chí|nội dung|nghị quyết|chỉ thị|kết luận|quyết định|đề án|phòng|ca|điểm trường số|số) (?:số |thứ )?(\d[\d.,/-]*)(?! ?(?:%|‰|tỷ|triệu|nghìn|đồng|xã|hộ|km|ha)|\d)/g,
  /cấp \d(?=[,;)]|\.(?:\s|$)|$| -| trở)/g,
  /(?:từ |dưới |trên |đủ |đến |- ?)?\d{1,3}(?: ?(?:-|đến|tới) ?(?:dưới )?\d{1,3})?(?: tháng)? ?tuổi/g,
  /\d{1,4}(?: ?(?:-|đến|tới|\/) ?\d{1,4})? ?(?:năm|tháng|tuần|ngày(?! công)|giờ|phút|giây|thế kỷ|thập kỷ|nhiệm kỳ|kỳ|quý|học kỳ|lần|vòng|khóa)(?![a-zA-ZÀ-ỹ])/g,
  /\d{1,2} ?(?:h|:) ?\d{0,2}(?=[\s,.;)]|$)/g,
  /\(?\d{1,3} ?(?:b|bản)\)?(?=[\s,.;)]|$)(?! (?:văn|đạt|có|nông|hoàn))/g,
  /(?<![a-zA-ZÀ-ỹ])(?:covid|sars|iso|tcvn|vietgap|web|cách mạng công nghiệp(?: lần thứ)?|công nghiệp|nghị định|thời đại)[ -]?(?:cov[ -])?\d[\d.:/]*/g,
  /(?!(?<=(?<![a-zA-ZÀ-ỹ])[kcd]?)m[23](?![a-zA-ZÀ-ỹ\d]))[a-zA-ZÀ-ỹ]\d+[a-zA-ZÀ-ỹ]*|(?<!\d)\d+(?:b|g|k|d|a)(?![a-zA-ZÀ-ỹ\d])/g,
  /\d{8,}|\d{3,4}[. ]\d{3}[. ]\d{3,4}(?= ?(?:$|[),;]))/g,
  /(?<![a-zA-ZÀ-ỹ\d])\d{1,2} (?:điều (?:bác|đảng)|không(?![a-zA-ZÀ-ỹ])|sạch|nhất(?![a-zA-ZÀ-ỹ])|có(?![a-zA-ZÀ-ỹ])|tốt(?![a-zA-ZÀ-ỹ])|dạy|biết|xin|luôn|hơn|cùng|trong 1|tại chỗ|phẩm chất|đức tính)/g,
  /(?:mỗi|một|một trong|trong) (?:số )?(?:0?1) (?=trong)/g,
];

/**
 * The text with the digits that are no quantities replaced by `#` (same length): dates, quotes, cited documents, ordinals,
 * levels, ages, durations. What digits remain may be targets.
 */
export function maskNumbers(low: string, spans: { start: number; end: number }[]): string {
  const chars = [...low.split('')];
  const hide = (start: number, end: number): void => {
    for (let i = start; i < end; i += 1) if (/\d/.test(chars[i] ?? '')) chars[i] = '#';
  };
  for (const { start, end } of spans) hide(start, end);
  for (const { start, end } of datePhrases(low, 2000)) hide(start, end);
  for (const quote of low.matchAll(/“[^“”]{1,300}”/g)) hide(quote.index, quote.index + quote[0].length);
  for (const rule of RULES) {
    for (const match of low.matchAll(rule)) {
      const number = match[1];
      const start = number ? match.index + match[0].lastIndexOf(number) : match.index;
      hide(start, match.index + match[0].length);
    }
  }
  return chars.join('');
}
