import { BODY, CHARGE } from './bodies-in-text.js';
import type { ReadDuty, SaidBy } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { wording } from '../text/page.js';
import { sentencesOf } from '../text/sentences.js';
import { witness } from '../text/witness.js';
import { zoneOf } from '../text/zones.js';

const FROM = new RegExp(String.raw`^(?:giao |đề nghị |yêu cầu )?((?:${BODY})[^;:.]{0,160}?),? (?=${CHARGE})`);

/** Pledge, covenant or registration; what only names them ("hình thức ký kết") does not count. */
export const pledgeOf = (layout: Layout, duties: ReadDuty[]): SaidBy | null =>
  said(
    layout,
    duties,
    /(?:ký kết|ký) (?:kết )?(?:giao ước )?thi đua|ký (?:kết )?giao ước|ký cam kết|đăng ký (?:thi đua|danh hiệu|giao ước|phấn đấu|thực hiện|công trình|tham gia phong trào|nội dung thi đua|chỉ tiêu)|giao ước thi đua/,
  );
export const inspectionOf = (layout: Layout, duties: ReadDuty[]): SaidBy | null =>
  said(
    layout,
    duties,
    /(?:theo dõi|hướng dẫn|đôn đốc|tổ chức|thanh tra|tăng cường công tác|giám sát|thành lập đoàn)[^;.]{0,40}kiểm tra|kiểm tra,? (?:giám sát|đôn đốc|đánh giá|khảo sát)|đôn đốc(?:,| và) kiểm tra/,
    ['organise', 'reporting', null, 'award', 'content'],
  );
export const reviewOf = (layout: Layout, duties: ReadDuty[]): SaidBy | null =>
  said(
    layout,
    duties,
    /(?:hội nghị )?sơ kết|tổng kết|bình xét|đánh giá việc|đánh giá (?:kết quả|việc tổ chức)|chấm điểm/,
  );

function said(layout: Layout, duties: ReadDuty[], pattern: RegExp, zones?: (string | null)[]): SaidBy | null {
  let best: { score: number; value: SaidBy } | null = null;
  for (const paragraph of layout.paragraphs.slice(layout.preamble, layout.tail)) {
    const zone = zoneOf(paragraph);
    if (zone === 'results' || zone === 'purpose' || (zones && !zones.includes(zone))) continue;
    for (const sentence of sentencesOf(paragraph, true)) {
      const hit = pattern.exec(sentence.low);
      if (!hit || (sentence.low.length < 30 && paragraph.marker.kind !== 'dash')) continue;
      const start = paragraph.body + sentence.start;
      const from = start + hit.index;
      const stop = sentence.low.slice(hit.index).search(/[,.]|$/);
      const who = whoOf(layout, sentence.low, start, duties);
      const score = (zone === 'organise' ? 2 : 0) + (who ? 1 : 0);
      if (best && best.score >= score) continue;
      best = {
        score,
        value: {
          who,
          said: wording(layout.page, from, from + Math.max(stop, hit[0].length)),
          ...witness(layout.page, start, start + sentence.low.length, 0.6),
        },
      };
    }
  }
  return best?.value ?? null;
}

function whoOf(layout: Layout, low: string, start: number, duties: ReadDuty[]): string | null {
  const own = FROM.exec(low);
  if (own) {
    const at = start + low.indexOf(own[1]!);
    return wording(layout.page, at, at + own[1]!.length);
  }
  const place = layout.page.at[start] ?? 0;
  return duties.find((duty) => duty.offset <= place && place < duty.offset + duty.evidence.length)?.who ?? null;
}
