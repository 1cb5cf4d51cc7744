import { fold } from './fold.js';
import { wording } from './page.js';
import { paragraphsOf, type Document, type Paragraph } from './paragraphs.js';

/** The parts of a Vietnamese administrative document, by paragraph index; `type` is -1 where the title is missing. */
export interface Layout extends Document {
  /** Paragraph with the document type (`KẾ HOẠCH`). */
  type: number;
  /** Type as a word, `kế hoạch`; null where none stands in the text. */
  typeName: string | null;
  /** Subject (trích yếu), already joined, with its place in the clean text. */
  subject: { start: number; end: number; text: string } | null;
  /** First paragraph after the title. */
  preamble: number;
  /** First numbered paragraph after the preamble. */
  body: number;
  /** `Nơi nhận` or the signature; the number of paragraphs where neither stands. */
  tail: number;
}

const TITLES = [
  'kế hoạch liên tịch', 'kế hoạch', 'chỉ thị', 'công điện', 'quyết định', 'hướng dẫn', 'thông báo', 'nghị quyết', 'chương trình', 'đề án',
  'báo cáo', 'bản giao ước thi đua', 'giao ước thi đua', 'giao ước', 'bản đăng ký', 'bản cam kết', 'ký kết giao ước thi đua', 'quy chế', 'thể lệ',
  'bảng chấm điểm', 'bảng điểm', 'bảng tiêu chí', 'thư phát động', 'lời kêu gọi', 'lời phát động', 'quy định', 'tờ trình', 'bài phát biểu', 'thông tri',
]; // prettier-ignore
const squeeze = (text: string): string => text.replace(/\s/g, '');
const SQUEEZED = TITLES.map((title) => [squeeze(fold(title)), title] as const).sort(
  (a, b) => b[0].length - a[0].length,
);
const PREAMBLE_START =
  /^(?:căn cứ|thực hiện|năm (?:19|20)\d\d,? |trong |nhằm |để |thi hành|tiếp tục|phát huy|chào mừng|kính gửi|hưởng ứng|ngày |với |vừa qua|sáng |chiều |tại |theo )/;

export function layoutOf(text: string): Layout {
  const document = paragraphsOf(text);
  const { paragraphs } = document;
  const tail = tailOf(paragraphs);
  const { type, name, rest } = typeLine(paragraphs, tail);
  const title = subjectOf(document, type, rest, tail);
  let body = title.next;
  while (body < tail && !['roman', 'arabic', 'part', 'letter'].includes(paragraphs[body]!.marker.kind)) body += 1;
  // a text without numbered parts is all body
  if (body >= tail) body = title.next;
  return { ...document, type, typeName: name, subject: title.subject, preamble: title.next, body, tail };
}

function typeLine(paragraphs: Paragraph[], tail: number): { type: number; name: string | null; rest: number } {
  for (let i = 0; i < Math.min(paragraphs.length, tail, 40); i += 1) {
    const { low, text, marker } = paragraphs[i]!;
    if (marker.kind !== 'none' && !/^[\p{Lu}\s]+$/u.test(text)) break;
    if (low.length > 400) break;
    const flat = squeeze(low);
    const hit = SQUEEZED.find(([name]) => flat.startsWith(name));
    if (!hit) continue;
    const [name, title] = hit;
    const capitals = text.slice(0, title.length) === text.slice(0, title.length).toUpperCase();
    if (flat.length === name.length) return { type: i, name: title, rest: -1 };
    if (capitals || (low.length < 200 && /^.{6,30}(?:phát động|về|v\/v|tổ chức)/.test(low))) {
      return { type: i, name: title, rest: title.length };
    }
  }
  return { type: -1, name: null, rest: -1 };
}

function subjectOf(
  document: Document,
  type: number,
  rest: number,
  tail: number,
): { subject: Layout['subject']; next: number } {
  const { paragraphs, page } = document;
  if (type < 0) return { subject: namedInText(document), next: 0 };
  let next = type + 1;
  let start = rest > 0 ? paragraphs[type]!.body + rest : -1;
  let end = rest > 0 ? paragraphs[type]!.end : -1;
  for (; next < Math.min(tail, type + 7); next += 1) {
    const { low, text, marker, apart } = paragraphs[next]!;
    if (marker.kind !== 'none' || low.length > 420 || /^-{3,}$/.test(low)) break;
    if (/^(?:số:?|kính gửi|nơi nhận)/.test(low) || /[;:]$/.test(low)) break;
    const opens =
      /^(?:phát động|về |v\/v|tổ chức |triển khai|thực hiện (?:phong trào|cuộc|đợt)|đẩy mạnh|phong trào|thi đua|hưởng ứng|giao ước|kết quả|sơ kết|tổng kết|đợt )/.test(
        low,
      );
    const continues =
      start >= 0 && (/^[\p{Ll}(“]/u.test(text) || text === text.toUpperCase() || (!apart && low.length < 120));
    if (start >= 0 && (!continues || (PREAMBLE_START.test(low) && text !== text.toUpperCase()) || /[.]$/.test(low)))
      break;
    if (start < 0 && !opens && PREAMBLE_START.test(low) && (low.length > 120 || /[.;,]$/.test(low))) break;
    if (start < 0) start = paragraphs[next]!.body;
    end = paragraphs[next]!.end;
  }
  const subject = start < 0 ? null : { start, end, text: wording(page, start, end) };
  return { subject: subject?.text ? subject : null, next };
}

/** A text without a title (news, letters) names its campaign in a sentence: "phát động phong trào thi đua “…” năm 2025". */
function namedInText({ page }: Document): Layout['subject'] {
  const hit =
    /(?:phát động|hưởng ứng|ra quân|triển khai) ((?:phong trào|đợt|chiến dịch)(?: cao điểm)?(?: thi đua)? (?:“[^”]{3,200}”(?:[^.;:,\n“]{0,80}(?:, [^.;:\n“]{0,40}){0,2}năm 20\d\d)?|[^.;:,\n“]{3,160}))/.exec(
      page.low.slice(0, 6000),
    );
  if (!hit) return null;
  const start = hit.index + hit[0].length - hit[1]!.length;
  return { start, end: start + hit[1]!.length, text: wording(page, start, start + hit[1]!.length) };
}

function tailOf(paragraphs: Paragraph[]): number {
  for (let i = paragraphs.length - 1; i >= 0; i -= 1) {
    if (/^nơi nhận ?:?/.test(paragraphs[i]!.low)) return signatureBefore(paragraphs, i);
  }
  for (let i = paragraphs.length - 1; i >= Math.max(0, paragraphs.length - 12); i -= 1) {
    if (/^(?:tm|kt|tl|tuq)\./.test(paragraphs[i]!.low)) return i;
  }
  for (let i = paragraphs.length - 1; i >= Math.max(1, paragraphs.length - 6); i -= 1) {
    if (!signs(paragraphs[i]!)) continue;
    let first = i;
    while (first > 1 && (signs(paragraphs[first - 1]!) || /^(?:tm|kt|tl|đại diện)/.test(paragraphs[first - 1]!.low)))
      first -= 1;
    return first;
  }
  const more = paragraphs.findIndex(({ low }, i) => i > 2 && low.length < 60 && MORE_NEWS.test(low));
  return more < 0 ? paragraphs.length : more;
}

/** Below a report of the press: headlines of other reports. */
const MORE_NEWS =
  /^(?:các )?(?:tin|bài viết|bài|tin, bài|tin bài)(?: viết)? (?:liên quan|khác|cùng chuyên mục|đọc nhiều|mới nhất|cũ hơn)(?![a-zA-ZÀ-ỹ])/;

const signs = ({ low, text }: Paragraph): boolean =>
  SIGNING_POSITION.test(low) && low.length < 60 && !/[.;:,]$/.test(text);

/** Two columns read one after the other may put the signature above the recipients. */
function signatureBefore(paragraphs: Paragraph[], recipients: number): number {
  for (let i = recipients - 1; i >= Math.max(0, recipients - 5); i -= 1) {
    if (/^(?:tm|kt|tl|tuq)\./.test(paragraphs[i]!.low) && paragraphs[i]!.low.length < 80) return i;
  }
  return recipients;
}

export const SIGNING_POSITION =
  /^(?:q\. ?|quyền )?(?:phó )?(?:chủ tịch|giám đốc|tổng giám đốc|hiệu trưởng|bộ trưởng|thứ trưởng|thủ tướng|trưởng ban|trưởng phòng|bí thư|chủ nhiệm|tổng cục trưởng|cục trưởng|chánh văn phòng|viện trưởng|cụm trưởng|khối trưởng|trưởng cụm|trưởng khối|chính ủy|tư lệnh|tổng thư ký)(?! (?:các|và|hội đồng [a-z]))/;
