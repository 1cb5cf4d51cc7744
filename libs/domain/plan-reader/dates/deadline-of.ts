import { addDays } from '../../time/local-date.js';
import type { DatePhrase } from './date-phrases.js';

const STRICT = /(?:trước|sớm hơn)(?: ngày| tháng| quý| năm)?\s*$/;
const NOT_A_DEADLINE =
  /so với [^,;.()]{0,50}$|(?:so với|cùng kỳ|chuẩn nghèo|từ|kể từ|kỷ niệm|sinh|bằng|của|chuẩn|tiêu chí|quyết định|luật|nghị quyết)(?: (?:cùng kỳ|giai đoạn|đầu|cuối|cả|kết quả|thực hiện|ước|mức|thời điểm|nhiệm kỳ))*(?: ngày| tháng| quý| năm)?\s*$/;

/**
 * The last day a date allows as a deadline: "đến năm 2025" is 2025-12-31, "trước năm 2019" is 2018-12-31,
 * "trước ngày X" excludes X (literal reading, `docs/rules.md`). Null where the date is no deadline ("so với năm 2022").
 */
export function deadlineOf(low: string, phrase: DatePhrase): string | null {
  const before = low.slice(Math.max(0, phrase.start - 60), phrase.start);
  if (STRICT.test(before) && !phrase.span) return addDays(phrase.first, -1);
  if (NOT_A_DEADLINE.test(before)) return null;
  if (/(?:đầu|6 tháng đầu|06 tháng đầu)(?: năm)?\s*$/.test(before) && phrase.precision === 'year') {
    return /tháng đầu(?: năm)?\s*$/.test(before) ? `${phrase.first.slice(0, 4)}-06-30` : null;
  }
  return phrase.last;
}
