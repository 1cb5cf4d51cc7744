import type { Evidence, ReadTarget } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { evidenceAt, wording } from '../text/page.js';
import { headingZone, zoneOf } from '../text/zones.js';

const GOAL =
  /^(?:[a-zA-ZÀ-ỹ ]{0,30}(?:phấn đấu|thi đua|đẩy mạnh|nâng cao|tăng cường|tiếp tục|thực hiện|bảo đảm|đảm bảo|phát huy|xây dựng|tổ chức|giữ vững|phát triển|cải thiện|không để|không còn|hạn chế|giảm|phòng|chủ động|kịp thời|tập trung|đổi mới|mở rộng|củng cố|chú trọng|triển khai|tạo|hoàn thành|tích cực|phát hiện|làm tốt|kết hợp|nuôi dưỡng|duy trì|khuyến khích|vận động|tham gia|rà soát|tranh thủ|100%))/;
/** A paragraph that holds targets may still hold a goal without a number: only these openings are told apart. */
const GOAL_CLAUSE =
  /^(?:không để|không còn|hạn chế|kiềm chế|kéo giảm|giảm|nâng cao|tăng cường|tăng tỷ lệ|bảo đảm|đảm bảo|giữ vững|đẩy mạnh)(?![a-zA-ZÀ-ỹ])/;

/** Goals without a number, in the plan's words: items about content that hold no target, and such clauses beside targets. */
export function goalsOf(layout: Layout, targets: ReadTarget[]): { goals: string[]; evidence: Evidence[] } {
  const goals: string[] = [];
  const evidence: Evidence[] = [];
  const { page } = layout;
  const taken = targets.map((target) => ({ start: target.offset, end: target.offset + target.evidence.length }));
  const add = (start: number, end: number): void => {
    const place = evidenceAt(page, start, end, 0.6);
    if (taken.some((t) => t.start < place.offset + place.text.length && place.offset < t.end)) return;
    const text = wording(page, start, end).replace(/[;:,.\s/]+$/, '');
    if (text.length < 12 || goals.includes(text)) return;
    goals.push(text);
    evidence.push(place);
  };
  for (const paragraph of layout.paragraphs.slice(layout.body, layout.tail)) {
    const zone = zoneOf(paragraph);
    const content =
      zone === 'content' ||
      zone === 'targets' ||
      (zone === null &&
        (paragraph.marker.kind !== 'none' || layout.body === layout.preamble) &&
        !/^(?:giao|đề nghị|sở|phòng|ban|ủy ban|thủ trưởng|các) /u.test(paragraph.low));
    if (!content || paragraph.marker.rank <= 20 || (headingZone(paragraph) && paragraph.low.length < 90)) continue;
    const holds = taken.some(
      (t) => t.start < (page.at[paragraph.end - 1] ?? 0) && (page.at[paragraph.start] ?? 0) < t.end,
    );
    if (!holds && paragraph.low.length > 24 && GOAL.test(paragraph.low.slice(0, 60)) && !paragraph.low.endsWith(':')) {
      const first = paragraph.low.search(/[;](?=\s)|[.](?=\s|$)/);
      add(paragraph.body, paragraph.body + (first > 30 && first < 260 ? first : Math.min(paragraph.low.length, 260)));
      continue;
    }
    for (const clause of paragraph.low.matchAll(/[^;.]+/g)) {
      const pieces = [...clause[0].matchAll(/(?:^|, )(?=không để|hạn chế|kiềm chế)/g)];
      const lead = clause[0].search(/\S/);
      if (lead >= 0 && GOAL_CLAUSE.test(clause[0].slice(lead)))
        add(paragraph.body + clause.index + lead, paragraph.body + clause.index + clause[0].length);
      for (const piece of pieces.filter((p) => p.index > 0)) {
        const from = clause.index + piece.index + 2;
        const stop = paragraph.low.slice(from, clause.index + clause[0].length).indexOf(',');
        add(paragraph.body + from, paragraph.body + (stop < 0 ? clause.index + clause[0].length : from + stop));
      }
    }
  }
  return { goals: goals.slice(0, 60), evidence: evidence.slice(0, 60) };
}
