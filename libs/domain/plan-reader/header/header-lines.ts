import { fold } from '../text/fold.js';
import type { Layout } from '../text/layout.js';

/** What stands above the title that is not part of a body's name. Folded. */
const NOT_A_BODY =
  /cộng hòa xã hội chủ nghĩa việt nam|độc lập ?- ?tự do ?- ?hạnh phúc|đảng cộng sản việt nam|đoàn tncs hồ chí minh|^-{2,}$|số ?:.*$|(?:v\/v|về việc).*$|[a-zA-ZÀ-ỹ .-]{2,40}, ?(?:ngày|tháng).*$|ngày [\d.… ]*tháng.*$|\(?dự thảo\)?.*$|hỏa tốc|thượng khẩn|\bmật\b/g;
const PLACE_LINE = /^(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) /u;

export interface BodyLine {
  text: string;
  start: number;
  end: number;
}

/** Names of bodies above the title, top first; "ỦY BAN NHÂN DÂN" and the place line below it become one. */
export function bodyLines(layout: Layout): BodyLine[] {
  const last = layout.type >= 0 ? layout.type : Math.min(6, layout.tail);
  const lines: BodyLine[] = [];
  for (const paragraph of layout.paragraphs.slice(0, last)) {
    if (paragraph.low.length > 200 || (layout.type < 0 && paragraph.text !== paragraph.text.toUpperCase())) continue;
    for (const cell of paragraph.text.split('\t')) {
      const low = fold(cell);
      const kept = [...low.matchAll(NOT_A_BODY)].reduceRight(
        (text, hit) => text.slice(0, hit.index) + ' '.repeat(hit[0].length) + text.slice(hit.index + hit[0].length),
        cell,
      );
      const text = kept
        .replace(/\s+/g, ' ')
        .replace(/[-_=]{2,}/g, '')
        .trim();
      if (text.length < 3 || /^[\d\W]+$/.test(text) || /^kính gửi/.test(fold(text))) continue;
      const place = { text, start: paragraph.start, end: paragraph.end };
      const before = lines[lines.length - 1];
      if (
        before &&
        PLACE_LINE.test(fold(text)) &&
        /ủy ban nhân dân$|ubnd$|hội đồng nhân dân$|hội đồng [^,]+$/.test(fold(before.text))
      ) {
        before.text = `${before.text} ${text}`;
        before.end = place.end;
      } else if (before && /^(?:và|việt nam$|- )/.test(fold(text))) {
        before.text = `${before.text} ${text}`;
      } else lines.push(place);
    }
  }
  return lines;
}
