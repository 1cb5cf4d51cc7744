import { datePhrases } from '../dates/date-phrases.js';
import { deadlineOf } from '../dates/deadline-of.js';
import type { DutyMode, ReadDuty } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { wording } from '../text/page.js';
import type { Paragraph } from '../text/paragraphs.js';
import { witness } from '../text/witness.js';
import { headingZone, zoneOf } from '../text/zones.js';
import { BODY, CHARGE } from './bodies-in-text.js';

const ADDRESSED = new RegExp(
  String.raw`^(?:[a-zA-ZÀ-ỹ][a-zA-ZÀ-ỹ ]{0,40} (?=giao |đề nghị |yêu cầu ))?(giao |đề nghị |yêu cầu |phân công |ủy quyền )?(?:cho )?(${BODY}(?! (?:hành|lượng) )[^:;.]{0,260}?)(?::|(?:,)? (?=${CHARGE}(?![a-zA-ZÀ-ỹ]))|$)`,
);
const CHARGED = new RegExp(`^${BODY}[^;.:]{0,200}(?:${CHARGE})`);
const PRODUCT =
  /(?:xây dựng|ban hành|lập|gửi|trình|nộp) ((?:kế hoạch|báo cáo|hồ sơ|tờ trình|dự toán|chương trình|bản đăng ký|văn bản|danh sách|hướng dẫn|biên bản)[^,;.:]{0,80})/;

/** Who is charged with what, from the part on organisation and from single numbered items ("9. Giao Sở … chủ trì"). */
export function dutiesOf(layout: Layout, year: number | null): ReadDuty[] {
  const found: ReadDuty[] = [];
  const { paragraphs, page } = layout;
  for (let i = layout.body; i < layout.tail; i += 1) {
    const paragraph = paragraphs[i]!;
    if (!eligible(paragraph)) continue;
    const addressed = ADDRESSED.exec(paragraph.low.slice(0, 420));
    if (!addressed || addressed[2]!.length < 4) continue;
    const bodyStart =
      paragraph.body + addressed[0].length - (addressed[0].endsWith(':') ? 1 : 0) - trailing(addressed[0]);
    const whoStart = paragraph.body + addressed[0].indexOf(addressed[2]!);
    const who = wording(page, whoStart, whoStart + addressed[2]!.length);
    const rest = paragraph.low.slice(bodyStart - paragraph.body).replace(/^[:\s,]+/, '');
    const children = childrenOf(paragraphs, paragraph, layout.tail);
    if (rest.length < 8 && children.length === 0) continue;
    const texts = rest.length >= 8 ? [{ start: bodyStart, from: paragraph.body, end: paragraph.end, low: rest }] : [];
    texts.push(...children.map((child) => ({ start: child.body, from: child.body, end: child.end, low: child.low })));
    for (const text of texts) {
      found.push({
        who: who.replace(/[,:\s]+$/, ''),
        does: wording(page, text.start, text.end)
          .replace(/^[:\s,]+/, '')
          .replace(/[;.\s/]+$/, ''),
        mode: modeOf(addressed[1], text.low),
        deliverable: productOf(layout, text.start, text.low),
        due: dueOf(text.low, year),
        ...witness(page, text.from, text.end, 0.7),
      });
    }
  }
  return found;
}

function productOf(layout: Layout, from: number, low: string): string | null {
  const product = PRODUCT.exec(low)?.[1]?.trim();
  const at = product ? layout.page.low.indexOf(product, from) : -1;
  return product && at >= 0 ? wording(layout.page, at, at + product.length) : null;
}

const trailing = (text: string): number => (/\s$/.test(text) ? 1 : 0);

/** Headings and items of the part on organisation; elsewhere only what is expressly given or asked. */
function eligible(paragraph: Paragraph): boolean {
  const { kind } = paragraph.marker;
  if (kind === 'dash' || kind === 'plus')
    return zoneOf(paragraph) === 'organise' && /^(?:giao|đề nghị|yêu cầu) /u.test(paragraph.low)
      ? true
      : zoneOf(paragraph) === 'organise' && /^[^;.]{4,90}:/.test(paragraph.low);
  if (headingZone(paragraph) === 'organise' && !/:/.test(paragraph.low) && paragraph.low.length < 60) return false;
  if (zoneOf(paragraph) === 'organise') return true;
  return (
    /^(?:giao |đề nghị |yêu cầu |phân công )/.test(paragraph.low) ||
    (zoneOf(paragraph) !== 'purpose' && zoneOf(paragraph) !== 'results' && CHARGED.test(paragraph.low.slice(0, 260))) ||
    (kind === 'none' &&
      /^(?:[a-zA-ZÀ-ỹ]+ ){1,6}(?:yêu cầu|đề nghị|giao) (?:thủ trưởng|các|sở|phòng|chủ tịch)/.test(paragraph.low))
  );
}

function childrenOf(paragraphs: Paragraph[], parent: Paragraph, tail: number): Paragraph[] {
  const children: Paragraph[] = [];
  for (let i = parent.index + 1; i < tail && paragraphs[i]!.marker.rank > parent.marker.rank; i += 1) {
    if (
      paragraphs[i]!.marker.kind === 'none' &&
      /^(?:trên đây|trong quá trình|yêu cầu|nhận được|(?:ubnd|ủy ban nhân dân|chủ tịch)[^,;]{0,60} (?:yêu cầu|đề nghị) )/.test(
        paragraphs[i]!.low,
      )
    )
      break;
    children.push(paragraphs[i]!);
  }
  return children;
}

function modeOf(word: string | undefined, low: string): DutyMode {
  if (word?.startsWith('đề nghị')) return 'đề nghị';
  if (/^[a-zA-ZÀ-ỹ ,()-]{0,60}chủ trì/.test(low)) return 'chủ trì';
  if (/^[a-zA-ZÀ-ỹ ]{0,20}phối hợp/.test(low)) return 'phối hợp';
  return 'giao';
}

function dueOf(low: string, year: number | null): string | null {
  for (const phrase of datePhrases(low, year)) {
    const before = low.slice(Math.max(0, phrase.start - 40), phrase.start);
    if (
      /(?:trước|chậm nhất|hoàn thành|xong|đến hết|không quá|hạn|gửi|trong|vào)(?: là| trong| vào| ngày| tháng| quý| xong)*\s*$/.test(
        before,
      ) &&
      (phrase.precision === 'day' || phrase.precision === 'month')
    )
      return deadlineOf(low, phrase);
  }
  return null;
}
