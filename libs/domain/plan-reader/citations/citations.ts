import { dateOf } from '../dates/calendar-days.js';
import { DOCUMENT_TYPES } from './document-types.js';

/** A document named in a stretch of text; offsets within that text. */
export interface Citation {
  start: number;
  end: number;
  type: string;
  number: string | null;
  date: string | null;
  /** The date as written, `07/4/2014`. */
  dateText: string | null;
  issuer: string | null;
  /** What the document is about, as far as the sentence says. */
  subject: string;
}

const TYPES = DOCUMENT_TYPES.join('|');
const NUMBER = String.raw`\d{1,5}[a-z]?(?: ?/ ?(?:19|20)\d\d)?(?: ?[-/] ?[a-zA-ZÀ-ỹ&]{1,12}\d{0,2})(?:(?: ?[-/] ?| & )[a-zA-ZÀ-ỹ&.]{1,14}\d{0,2}(?![a-zA-ZÀ-ỹ])){0,3}`;
const NUMBERED = new RegExp(String.raw`(?<![a-zA-ZÀ-ỹ])(${TYPES})(?: liên tịch)? (?:số ?:? ?)?(${NUMBER})`, 'g');
const BLANK_NUMBER = new RegExp(
  String.raw`(?<![a-zA-ZÀ-ỹ])(${TYPES}) số ?:? ?[.…/ -]{1,20}/?([a-zA-ZÀ-ỹ]{1,8}(?:[-/][a-zA-ZÀ-ỹ]{1,10})+)`,
  'g',
);
const WITH = [
  /^,? ?(?:ban hành )?ngày (\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?((?:19|20)\d\d)/,
  /^,? ?(?:ban hành )?ngày (\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d\d)/,
  /^ ?\(ngày (\d{1,2}) ?\/ ?(\d{1,2}) ?\/ ?((?:19|20)\d\d)\)?/,
];
const ISSUER = /^,? ?(?:\([^()]{1,30}\) )?của ((?:, khen thưởng|[^,;.:()“\n]){2,110})/;
const ISSUER_STOP =
  / (?:về|v\/v|phê duyệt|ban hành|quy định|hướng dẫn|triển khai|tiếp tục|phát động|giao|tổ chức|thực hiện|và (?=nghị|chỉ|quyết|kế|công|thông|kết|hướng|chương|đề|luật)|nhằm|sửa đổi|đã|gắn|tới|đến|bằng|trong|theo|khóa|nhiệm kỳ|-(?! khen thưởng))(?: |$)/;

/** Documents cited with a number. `low` is folded, `clean` the same stretch with its capitals. */
export function numberedCitations(low: string, clean: string): Citation[] {
  const found: Citation[] = [];
  for (const match of low.matchAll(NUMBERED)) {
    const start = match.index;
    let end = start + match[0].length;
    const numberText = trimNumber(clean.slice(end - match[2]!.length, end));
    if (numberText === null) continue;
    end -= match[2]!.length - numberText.length;
    const number = numberText.replace(/ /g, '').replace(/[.]$/, '');
    if (!looksLikeNumber(number)) continue;
    found.push(completed(low, clean, { start, end, type: capital(match[1]!), number }));
  }
  for (const match of low.matchAll(BLANK_NUMBER)) {
    const start = match.index;
    if (found.some((other) => start >= other.start && start < other.end)) continue;
    const end = start + match[0].length;
    if (end - start > 4) found.push(completed(low, clean, { start, end, type: capital(match[1]!), number: null }));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "20/KH - UBND" keeps its tail, "34-CT/TW - một bước" does not: the tail of a symbol is written in capitals. */
function trimNumber(text: string): string | null {
  const cut = / [-&] (?![\p{Lu}]{2})/u.exec(text);
  const kept = (cut ? text.slice(0, cut.index) : text).trimEnd();
  const tail = /^(\d{1,5}[a-z]?(?:\/\d{4})?)(?: ?[-/] ?[a-zA-ZÀ-ỹ\d&.]+)+/.exec(kept);
  return tail ? tail[0].replace(/[.]+$/, '') : null;
}

const looksLikeNumber = (number: string): boolean =>
  /[a-zA-ZÀ-ỹ]{2}/.test(number) && !/^\d+[/-](?:năm|người|hộ|xã)$/iu.test(number);

export function completed(
  low: string,
  clean: string,
  head: { start: number; end: number; type: string; number: string | null },
): Citation {
  let { end } = head;
  let date: string | null = null;
  let dateText: string | null = null;
  let issuer: string | null = null;
  const takeIssuer = (): void => {
    const by = ISSUER.exec(low.slice(end, end + 160));
    if (!by || issuer) return;
    const whole = by[1]!;
    const stop = ISSUER_STOP.exec(whole + ' ');
    const length = stop ? stop.index : whole.length;
    const from = end + by[0].length - whole.length;
    issuer = clean.slice(from, from + length).trim() || null;
    end = from + length;
  };
  const takeDate = (): void => {
    if (date || dateText) return;
    const tail = low.slice(end, end + 60);
    const match = WITH.map((pattern) => pattern.exec(tail)).find(Boolean);
    if (!match) return;
    date = dateOf(Number(match[3]), Number(match[2]), Number(match[1]));
    dateText = `${match[1]}/${match[2]}/${match[3]}`;
    end += match[0].length;
  };
  takeDate();
  takeIssuer();
  takeDate();
  const sentenceEnd = low.slice(end, end + 400).search(/[;.](?:\s|$)|\n/);
  const subject = low.slice(end, end + (sentenceEnd < 0 ? 400 : sentenceEnd));
  return { ...head, end, date, dateText, issuer, subject };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
