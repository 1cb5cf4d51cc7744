import type { AwardReading, ReadAwardRoute, ReadDuty } from '../plan-reading.types.js';
import { BODY } from '../duties/bodies-in-text.js';
import type { Layout } from '../text/layout.js';
import { wording } from '../text/page.js';
import { sentencesOf, type Sentence } from '../text/sentences.js';
import { zoneOf } from '../text/zones.js';

const ABOUT = /khen thưởng|bình xét|xét tặng|tặng (?:bằng khen|giấy khen|cờ)|suy tôn|hồ sơ đề nghị|trao giải/;
/** Sentences that only speak of emulation and commendation as a subject. */
const IDLE =
  /^(?:[^,;]{0,60})?(?:tiếp tục (?:đổi mới|nâng cao)|nâng cao chất lượng|đổi mới|tăng cường công tác kiểm tra|công tác khen thưởng (?:phải|được)|khen thưởng phải|chú trọng|kịp thời rà soát|luật thi đua|căn cứ)/;
const PROPOSE = new RegExp(
  String.raw`(${BODY}(?:(?! (?:đề nghị|tham mưu|tổng hợp|trình|xét))[^;.:,]){0,80}(?:, (?:khen|ngành|đơn vị)[^;.:,]{0,60})?) (?:[a-zA-ZÀ-ỹ]+ ){0,6}?(?:đề nghị|tham mưu|trình|lựa chọn|tổng hợp|đề xuất|giới thiệu)`,
);
const DECIDE = new RegExp(
  String.raw`(?:(?:đề nghị|trình|kiến nghị|tham mưu(?: cho)?) (${BODY}[^;.:,]{2,80}?|cấp có thẩm quyền|cấp trên) (?:xem xét,? |quyết định,? |tặng|biểu dương|tôn vinh|(?<!thi đua (?:- |và )?|thi đua, )khen|xét|công nhận))|(?:(${BODY}[^;.:,]{2,60}?|cấp có thẩm quyền) (?:quyết định|xét tặng|tặng (?:bằng|giấy|cờ)|công nhận))`,
  'g',
);
const STARTS_WITH_BODY = new RegExp(`^(?:giao |đề nghị )?${BODY}`);
const STEP =
  /(?:tổng hợp|thẩm định|chấm điểm|họp bình xét|bình xét|bình chọn|suy tôn|bỏ phiếu|hoàn thiện hồ sơ|lập hồ sơ|trình|đề nghị|xét tặng|quyết định|trao tặng|trao)(?![a-zA-ZÀ-ỹ])/;

/** Who proposes, who decides, by which way; only from sentences that charge somebody with it. */
export function awardOf(layout: Layout, duties: ReadDuty[]): AwardReading {
  const sentences = awardSentences(layout);
  const chain: string[] = [];
  let proposes: string | null = null;
  let decides: string | null = null;
  for (const sentence of sentences) {
    const start = sentence.paragraph.body + sentence.start;
    const at = (text: string): string =>
      wording(layout.page, start + sentence.low.indexOf(text), start + sentence.low.indexOf(text) + text.length);
    const proposer = PROPOSE.exec(sentence.low)?.[1];
    const body = bodyAbove(layout, sentence) ?? holderAt(duties, layout.page.at[start] ?? 0);
    proposes ??= proposer
      ? at(proposer.trim())
      : /đề nghị|tham mưu|trình |tổng hợp|thẩm định|lựa chọn|đề xuất/.test(sentence.low)
        ? body
        : null;
    for (const hit of sentence.low.matchAll(DECIDE)) {
      const decider = (hit[1] ?? hit[2])?.trim();
      if (decider && !decides && !/đề nghị|^đơn vị|^các/.test(decider)) decides = at(decider);
    }
    for (const step of stepsOf(sentence.low)) {
      if (chain.length < 10) chain.push(wording(layout.page, start + step.from, start + step.to));
    }
  }
  return { proposes, decides, route: routeOf(sentences.map((s) => s.low).join('\n'), proposes, decides), chain };
}

const CUT =
  /,(?! khen thưởng)|;| (?=(?:trình|họp|hoàn thiện hồ sơ|đề nghị (?:cấp|chủ tịch|ubnd|hội đồng|bộ|thủ tướng)) )/g;

/** The acts of the way to an award, one by one. */
function stepsOf(low: string): { from: number; to: number }[] {
  const steps: { from: number; to: number }[] = [];
  let from = 0;
  for (const at of [...[...low.matchAll(CUT)].map((m) => m.index), low.length]) {
    const part = low.slice(from, at);
    const lead = /^[\s,;]*(?:và |đồng thời )?/.exec(part)?.[0].length ?? 0;
    const to = from + part.replace(/ và$/, '').length;
    if (
      STEP.test(part) &&
      to - from - lead > 8 &&
      (ABOUT.test(withoutNames(part)) || /hồ sơ|hội đồng|bình xét|thẩm định/.test(part))
    )
      steps.push({ from: from + lead, to });
    from = at;
  }
  return steps;
}

function awardSentences(layout: Layout): Sentence[] {
  return layout.paragraphs.slice(layout.preamble, layout.tail).flatMap((paragraph) => {
    const zone = zoneOf(paragraph);
    if (zone === 'results' || zone === 'purpose' || !ABOUT.test(withoutNames(paragraph.low))) return [];
    return sentencesOf(paragraph, true).filter(
      (sentence) =>
        ABOUT.test(withoutNames(sentence.low)) &&
        !IDLE.test(sentence.low) &&
        (zone === 'award' ||
          zone === 'organise' ||
          /đề nghị|tham mưu|trình|hồ sơ|tặng|kết thúc|quyết định|hàng năm|hằng năm|xét/.test(sentence.low)),
    );
  });
}

const holderAt = (duties: ReadDuty[], place: number): string | null =>
  duties.find((duty) => duty.offset <= place && place < duty.offset + duty.evidence.length)?.who ?? null;

/** "Hội đồng Thi đua - Khen thưởng" is a name and says nothing about awarding. */
const withoutNames = (low: string): string =>
  low.replace(/thi đua(?: ?-|,| và)? khen thưởng/g, (name) => '~'.repeat(name.length));

/** The body an item belongs to: "3. Sở Nội vụ" above "- tham mưu khen thưởng". */
function bodyAbove(layout: Layout, sentence: Sentence): string | null {
  const up = sentence.paragraph.parent;
  if (!up || up.low.length > 260 || !STARTS_WITH_BODY.test(up.low)) return null;
  return wording(layout.page, up.body, up.end)
    .replace(/[:;.\s]+$/, '')
    .replace(/^(?:Giao|Đề nghị) /u, '');
}

function routeOf(low: string, proposes: string | null, decides: string | null): ReadAwardRoute {
  if (/cấp có thẩm quyền|cấp trên/.test(decides ?? '') && /hội đồng thi đua|hội đồng tđ/.test(low)) return 'council';
  if (/hội đồng (?:thi đua|tđ)[^.;]{0,60}(?:họp|bình xét|xét|bỏ phiếu|đề nghị|thẩm định)/.test(low)) return 'council';
  if (/cấp có thẩm quyền|cấp trên/.test(decides ?? '')) return 'external';
  if (proposes && /nội vụ|ban thi đua|cơ quan thường trực|phòng|văn phòng/iu.test(proposes)) return 'standing_body';
  if (/(?:hàng|hằng) năm tổ chức biểu dương, khen thưởng/.test(low)) return 'own_units';
  return null;
}
