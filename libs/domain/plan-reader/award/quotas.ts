import { maskNumbers } from '../numbers/not-quantities.js';
import type { AwardQuota } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { wording } from '../text/page.js';
import { sentencesOf } from '../text/sentences.js';
import { witness } from '../text/witness.js';
import { zoneOf } from '../text/zones.js';

const FORM =
  /cờ thi đua(?: của (?:chính phủ|ủy ban nhân dân tỉnh|ubnd tỉnh|bộ [a-zA-ZÀ-ỹ]+))?|bằng khen(?: của [^,;.:()\d]{3,60}?(?= cho| đối với|[,;.:()\d]|$)| thủ tướng chính phủ| cấp [a-zA-ZÀ-ỹ]+)?|giấy khen(?: của [^,;.:()\d]{3,60}?(?= cho| đối với|[,;.:()\d]|$)| cấp [a-zA-ZÀ-ỹ]+)?|bằng lao động sáng tạo|huân chương [^,;.:()\d]{3,40}|kỷ niệm chương|danh hiệu [^,;.:()\d]{3,50}|chiến sĩ thi đua[^,;.:()\d]{0,30}|lao động tiên tiến|tập thể lao động xuất sắc|giải (?:đặc biệt|nhất|nhì|ba|khuyến khích)|biểu trưng|bảng vàng/;
const FORMS = new RegExp(FORM.source, 'g');
const COUNT =
  /(không quá |tối đa |nhiều nhất )?(?:từ )?(?<![\d.,#])(\d{1,4})(?: ?(?:-|đến) ?(\d{1,4}))?(?: ?%(?: (?:tổng )?số)?)? (trường hợp|tập thể(?: và cá nhân)?|cá nhân|hộ gia đình|gia đình|đơn vị|doanh nghiệp|doanh nhân|công nhân|giải(?: [a-zA-ZÀ-ỹ]+)?|cờ(?: thi đua)?|bằng khen|giấy khen|suất|xã(?:, phường)?|huyện|thôn|sở, ban, ngành|giải thưởng)(?![a-zA-ZÀ-ỹ])/g;
const ABOUT = /khen|giải|cờ thi đua|danh hiệu|tặng|đề nghị|bình chọn|biểu dương|tuyên dương/;

/** How many awards of which form: "tặng Bằng khen cho không quá 10 tập thể, 15 cá nhân", "01 giải Nhất". */
export function quotasOf(layout: Layout): AwardQuota[] {
  const found: AwardQuota[] = [];
  for (const paragraph of layout.paragraphs.slice(layout.preamble, layout.tail)) {
    const zone = zoneOf(paragraph);
    if (zone === 'results' || zone === 'targets' || zone === 'scoring') continue;
    const heading = zone === 'award' ? (FORM.exec(paragraph.parent?.low ?? '')?.[0] ?? null) : null;
    for (const sentence of sentencesOf(paragraph, true)) {
      const context =
        zone === 'award' ||
        (ABOUT.test(sentence.low) &&
          /tặng|giải|số lượng|đề nghị (?:khen|xét)|xét khen|bình xét|suy tôn|không quá|biểu dương/.test(sentence.low));
      if (!context || /tổ chức \d+ giải|ít nhất|trở lên|giúp đỡ|hỗ trợ \d/.test(sentence.low)) continue;
      const masked = maskNumbers(sentence.low, []);
      const start = paragraph.body + sentence.start;
      const form = FORM.exec(sentence.low);
      let capped = false;
      let last = 0;
      for (const hit of masked.matchAll(COUNT)) {
        if (
          /(?:đạt|có|từ) $/.test(masked.slice(Math.max(0, hit.index - 4), hit.index)) ||
          /^ ?(?:trở lên|lao động)/.test(masked.slice(hit.index + hit[0].length))
        )
          continue;
        capped =
          Boolean(hit[1]) || Boolean(hit[3]) || (capped && /^(?:, | và | hoặc )$/.test(masked.slice(last, hit.index)));
        last = hit.index + hit[0].length;
        const near = nearestForm(sentence.low, hit.index, hit.index + hit[0].length) ?? form?.[0] ?? heading;
        const atForm = near ? sentence.low.indexOf(near) : -1;
        found.push({
          form: /^(?:giải|cờ|bằng khen|giấy khen)/.test(hit[4]!)
            ? formHere(sentence.low, hit)
            : near
              ? atForm >= 0
                ? wording(layout.page, start + atForm, start + atForm + near.length)
                : near
              : null,
          count: Number(hit[3] ?? hit[2]),
          at_most: capped,
          unit: hit[0].includes('%') ? `% ${hit[4]}` : hit[4]!,
          per:
            /(mỗi [^,;.:\d]{3,50}?) (?:được|đề nghị|chọn|lựa chọn|bình|giới|xét|không|tối|suy)/.exec(
              sentence.low,
            )?.[1] ?? null,
          ...witness(layout.page, start + hit.index, start + hit.index + hit[0].length, 0.7),
        });
      }
    }
  }
  return found;
}

/** "10 Bằng khen" names its form itself. */
function formHere(low: string, hit: RegExpMatchArray): string {
  const at = hit.index! + hit[0].length - hit[4]!.length;
  return FORM.exec(low.slice(at, at + 80))?.[0] ?? hit[4]!;
}

function nearestForm(low: string, from: number, to: number): string | null {
  const given = /^ (?:được )?(?:đề nghị )?(?:được )?(?:xét )?tặng (?:thưởng )?/.exec(low.slice(to, to + 40));
  if (given) return FORM.exec(low.slice(to, to + 120))?.[0].trim() ?? null;
  const before = [...low.slice(0, from).matchAll(FORMS)].at(-1);
  if (before) return before[0].trim();
  return FORM.exec(low.slice(to, to + 120))?.[0].trim() ?? null;
}
