import { BODY, CHARGE } from '../duties/bodies-in-text.js';
import type { ReadDuty, ReportingLine } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { wording } from '../text/page.js';
import { sentencesOf, type Sentence } from '../text/sentences.js';
import { witness } from '../text/witness.js';
import { headingZone, zoneOf } from '../text/zones.js';
import { cadenceOf } from './cadence.js';

const REPORTS =
  /(?:gửi |nộp |lập |xây dựng |thực hiện |chế độ |có |tổng hợp,? |tổng hợp |định kỳ |và |phải |kịp thời )?báo cáo(?! viên| của| tại| chính trị| tình hình thực hiện nhiệm vụ| quyết toán| tài chính)/;
const TO = new RegExp(
  String.raw`(?:gửi về|gửi cho|gửi đến|gửi|về|với|cho|trình|báo cáo|tới|đến|phản hồi về) (?:kết quả |bằng văn bản |)(${BODY}[^;.]{0,150}?|cấp có thẩm quyền|cấp trên)(?= (?:để|xem xét|theo dõi|trước|chậm nhất|vào|theo|kết quả|về|tình hình|qua|thông qua|định kỳ|trong|bằng|tổng hợp|biểu dương)(?![a-zA-ZÀ-ỹ])|, (?=định kỳ|trước|chậm|đồng thời|bình)|\(qua|$)`,
);
const FROM = new RegExp(
  String.raw`^(?:[a-zA-ZÀ-ỹ][a-zA-ZÀ-ỹ ]{0,40} (?=giao |đề nghị |yêu cầu ))?(?:giao |đề nghị |yêu cầu )?((?:${BODY})[^;:.]{0,200}?),? (?=${CHARGE}|gửi|định kỳ|báo cáo|hằng|hàng)`,
);
const ONWARD = new RegExp(
  String.raw`để[^;.]{0,60}?tổng hợp,? báo cáo (${BODY}[^;.,()]{0,80}?)(?= (?:xem xét|theo|trước|quyết định|kết quả|chỉ đạo)|[;.,]|$)`,
);
const ASKED = new RegExp(String.raw`đề nghị (${BODY}[^;.]{0,100}?) (?:phản hồi|báo cáo|phản ánh|kiến nghị|gửi)`);
const THROUGH =
  /(?:thông qua|\(qua|qua) ((?:ban|sở|phòng|văn phòng|hội đồng|cơ quan thường trực|bộ phận)[^;.)]{2,100})/;
const DEADLINE =
  /(?:(?:trước|chậm nhất(?: là)?|không quá|muộn nhất(?: là)?|xong trước)(?: \d{1,2}(?: giờ|h)\d{0,2},?)?(?: vào)?(?: ngày|(?= \d{1,2}\/))|ngày) [^;.()]{1,60}?(?:hằng tháng|hàng tháng|hằng quý|hàng quý|hằng năm|hàng năm|\d{4}|\d{1,2}\/\d{1,2}(?:\/\d{4})?(?!\d|\/)|tháng cuối quý|của tháng|tháng \d{1,2}|(?:tháng )?đầu quý sau|quý sau|tháng sau|tháng đầu[^;.,()]{0,12}|cuối quý|cuối tháng)(?:[^;.()]{0,30}?(?:hằng năm|hàng năm|đối với báo cáo[^;,.]{0,30}|\(báo cáo[^)]{0,30}\)))?|trước \d{1,2}(?: giờ|h|:)\d{0,2}[^;.()]{0,40}|trong (?:thời hạn |vòng )?\d{1,2} ngày(?: làm việc)?[^;.,()]{0,60}|trước ngày \d{1,2}[^;.,()]{0,30}/;

const DEADLINES = new RegExp(DEADLINE.source, 'g');

/** Who reports to whom how often: sentences about reports, and what a body is charged to collect. */
export function reportingOf(layout: Layout, duties: ReadDuty[]): ReportingLine[] {
  const found: ReportingLine[] = [];
  for (const paragraph of layout.paragraphs.slice(layout.preamble, layout.tail)) {
    const zone = zoneOf(paragraph);
    if (zone === 'results' || zone === 'purpose' || !/báo cáo|phản hồi/.test(paragraph.low)) continue;
    for (const sentence of sentencesOf(paragraph, true)) {
      const line = lineOf(layout, sentence, duties, zone === 'reporting' || headingZone(paragraph) === 'reporting');
      if (!line || found.some((other) => other.offset === line.offset)) continue;
      found.push(line);
      const onward = line.to ? onwardOf(layout, sentence, line.to) : null;
      if (onward) found.push(onward);
    }
  }
  return found;
}

function lineOf(layout: Layout, sentence: Sentence, duties: ReadDuty[], reportingZone: boolean): ReportingLine | null {
  const { low } = sentence;
  const adHoc = /(?:khó khăn|vướng mắc|phát sinh)[^;.]{0,160}(?:phản hồi|phản ánh|báo cáo|kiến nghị|trao đổi)/.test(
    low,
  );
  if (!REPORTS.test(low) && !adHoc) return null;
  const cadence = cadenceOf(low.replace(/ ?\([^()]{0,80}\)/g, ''));
  const deadlines = [...low.matchAll(DEADLINES)].map((match) => match[0].trim()).slice(0, 4);
  const deadline = deadlines[0] ?? null;
  const to = TO.exec(low.slice(Math.max(0, low.search(/báo cáo|phản hồi|gửi/) - 4)));
  if (!to && !cadence && !reportingZone) return null;
  if (!to && !cadence && !deadline) return null;
  const offset = Math.max(0, low.search(/báo cáo|phản hồi|gửi/) - 4);
  const start = sentence.paragraph.body + sentence.start;
  const through = THROUGH.exec(low);
  const toText = to
    ? wording(
        layout.page,
        start + offset + to.index + to[0].indexOf(to[1]!),
        start + offset + to.index + to[0].indexOf(to[1]!) + to[1]!.length,
      )
    : null;
  return {
    from: fromOf(layout, sentence, duties),
    to:
      toText && through && !toText.includes('qua ')
        ? `${toText}, thông qua ${wording(layout.page, start + low.indexOf(through[1]!), start + low.indexOf(through[1]!) + through[1]!.length)}`
        : toText,
    cadence: adHoc && (!cadence || cadence === 'kịp thời') ? 'khi có khó khăn, vướng mắc' : cadence,
    deadline: deadline
      ? deadlines
          .map((one) => wording(layout.page, start + low.indexOf(one), start + low.indexOf(one) + one.length))
          .join('; ')
      : null,
    ...witness(layout.page, start, start + low.length, 0.7),
  };
}

/** "gửi về A để tổng hợp, báo cáo B": A reports on to B. */
function onwardOf(layout: Layout, sentence: Sentence, from: string): ReportingLine | null {
  const hit = ONWARD.exec(sentence.low);
  if (!hit) return null;
  const start = sentence.paragraph.body + sentence.start + hit.index + hit[0].length - hit[1]!.length;
  const to = wording(layout.page, start, start + hit[1]!.length);
  if (to === from) return null;
  return {
    from,
    to,
    cadence: null,
    deadline: null,
    ...witness(layout.page, start - (hit[0].length - hit[1]!.length), start + hit[1]!.length, 0.6),
  };
}

/** The body the sentence begins with; else the one the item charges. */
function fromOf(layout: Layout, sentence: Sentence, duties: ReadDuty[]): string | null {
  const own = FROM.exec(sentence.low) ?? ASKED.exec(sentence.low);
  const start = sentence.paragraph.body + sentence.start;
  if (own && !/^(?:báo|bộ phận)$/.test(own[1]!)) {
    const at = start + sentence.low.indexOf(own[1]!);
    return wording(layout.page, at, at + own[1]!.length).replace(/[,\s]+$/, '');
  }
  const place = layout.page.at[start] ?? 0;
  return duties.find((duty) => duty.offset <= place && place < duty.offset + duty.evidence.length)?.who ?? null;
}
