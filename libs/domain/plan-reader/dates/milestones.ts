import type { PlanMilestone } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { wording } from '../text/page.js';
import { sentencesOf } from '../text/sentences.js';
import { witness } from '../text/witness.js';
import { zoneOf } from '../text/zones.js';
import { datePhrases, type DatePhrase } from './date-phrases.js';

const EVENT =
  /(?:tổ chức )?(?:lễ |hội nghị )?(?:phát động|lễ kỷ niệm|ký (?:kết )?giao ước|sơ kết|tổng kết|khánh thành|khởi công|ra quân|tổng duyệt|hội nghị|lễ|hội thi|bình xét|trao (?:giải|thưởng)|chấm điểm|đăng ký|tuyên dương|công bố)/;
const EVENTS = new RegExp(EVENT.source, 'g');
/** Events the plan names without a day, worth a place in the calendar. */
const UNDATED =
  /(?:tổ chức |tiến hành )?(?:hội nghị )?(?:sơ kết|tổng kết)(?:,? tổng kết)?(?: công tác thi đua[^;.]{0,60}| phong trào[^;.]{0,60}| đợt[^;.]{0,40})/;

/** Dated events of the campaign: launch, signing, interim and final review, openings; with the precision of the text. */
export function milestonesOf(layout: Layout, year: number | null): PlanMilestone[] {
  const found: PlanMilestone[] = [];
  for (const paragraph of layout.paragraphs.slice(layout.preamble, layout.tail)) {
    const zone = zoneOf(paragraph);
    if (zone === 'results' || zone === 'purpose') continue;
    for (const sentence of sentencesOf(paragraph, true)) {
      const start = paragraph.body + sentence.start;
      if (!EVENT.test(sentence.low) || /^(?:đợt|giai đoạn) [\divx]/.test(sentence.low)) continue;
      const seen = found.length;
      for (const phrase of datePhrases(sentence.low, year)) {
        const event = [...sentence.low.slice(0, phrase.start).matchAll(EVENTS)].at(-1) ?? EVENT.exec(sentence.low)!;
        if (
          phrase.span ||
          (year !== null && Number(phrase.first.slice(0, 4)) < year - 1) ||
          !dates(sentence.low, phrase.start, event.index)
        )
          continue;
        found.push(milestone(layout, sentence.low, start, event.index, phrase));
      }
      const undated = found.length === seen ? UNDATED.exec(sentence.low) : null;
      if (!undated || /hướng dẫn|báo cáo|gắn với|căn cứ/.test(sentence.low)) continue;
      const from = start + undated.index;
      const place = witness(layout.page, from, from + undated[0].length, 0.5);
      found.push({
        name: wording(layout.page, from, from + undated[0].length),
        date: null,
        precision: 'event',
        text: place.evidence,
        inferred: false,
        ...place,
      });
    }
  }
  return found;
}

function milestone(layout: Layout, low: string, start: number, event: number, phrase: DatePhrase): PlanMilestone {
  const end = Math.min(low.length, Math.max(phrase.end, event + 90));
  const nameEnd = phrase.start > event ? phrase.start : end;
  return {
    name: wording(layout.page, start + event, start + nameEnd).replace(
      /[\s,;:]*(?:vào|trong|trước|dự kiến|hoàn thành|xong|chậm nhất|ngày|tháng|quý|năm|đến|hết|từ|tuần đầu)*(?: ngày| tháng| năm)?[\s,;:(]*$/,
      '',
    ),
    date: phrase.precision === 'day' ? phrase.first : phrase.last,
    precision: phrase.precision,
    text: wording(layout.page, start + phrase.start, start + phrase.end),
    inferred: false,
    ...witness(
      layout.page,
      start + Math.min(event, phrase.start),
      start + (phrase.start > event ? phrase.end : end),
      0.7,
    ),
  };
}

/** The date says when the event is: near it, and not the year of what is reviewed or the date of an anniversary. */
function dates(low: string, at: number, event: number): boolean {
  const before = low.slice(Math.max(0, at - 40), at);
  if (/(?:giai đoạn|kỷ niệm|so với|kế hoạch|nghị quyết|chỉ thị|quyết định|công văn|số)[^,]{0,20}$/.test(before))
    return false;
  if (/^(?:[-+•]? ?)?(?:từ |vào |trong |đến )?(?:ngày |tháng |quý |năm |hết )?$/.test(low.slice(0, at)) && at < 20)
    return true;
  return (
    Math.abs(at - event) < 220 &&
    /(?:vào|trong|trước|dự kiến|từ|đến|hết|ngày|chậm nhất|xong|:|\()(?: khoảng| đầu| giữa| cuối| dịp| ngày| tháng| quý| tuần| hết| trong| vào| là)*\s*(?:tháng |quý |ngày )?$/.test(
      before,
    )
  );
}
