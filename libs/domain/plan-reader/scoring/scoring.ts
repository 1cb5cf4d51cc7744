import { numberOf } from '../numbers/number.js';
import type { ScoringLine } from '../plan-reading.types.js';
import type { Layout } from '../text/layout.js';
import { wording } from '../text/page.js';
import { witness } from '../text/witness.js';
import { headingZone, zoneOf } from '../text/zones.js';

const POINTS = /(tối đa |cộng |trừ |thưởng |\+|-|: ?|\()?(\d{1,4}(?:,\d{1,2})?) ?điểm/;
const NOT_A_LINE =
  /từ \d{1,3}[^;.]{0,20}điểm[^;.]{0,20}(?:trở lên|đến)|dưới \d+ điểm|xếp loại|đạt \d+ ?điểm|trên \d+ điểm/;

/** Criteria with their points, bonuses and deductions; only where the plan scores at all. Points are never targets. */
export function scoringOf(layout: Layout): ScoringLine[] {
  const found: ScoringLine[] = [];
  for (const paragraph of layout.paragraphs.slice(layout.preamble, layout.tail)) {
    const zone = zoneOf(paragraph) ?? headingZone(paragraph);
    if (!/điểm/.test(paragraph.low) && zone !== 'scoring') continue;
    for (const part of paragraph.low.matchAll(/[^;\n]+/g)) {
      const line = part[0];
      const hit = POINTS.exec(line) ?? (zone === 'scoring' ? /()(?:\t)(\d{1,3}(?:,\d{1,2})?)\s*$/.exec(line) : null);
      if (!hit || NOT_A_LINE.test(line)) continue;
      if (zone !== 'scoring' && !/tối đa|cộng|trừ|thang điểm|tổng (?:số )?điểm|điểm thưởng|chấm/.test(line)) continue;
      const points = numberOf(hit[2]!);
      if (points === null) continue;
      const start = paragraph.body + part.index;
      const before = wording(layout.page, start, start + hit.index).replace(/[\s:;(,.-]+$/, '');
      const name = before.length > 2 ? before : wording(layout.page, start, start + line.length);
      const kind = /(?:tổng (?:số )?điểm|thang điểm|tổng cộng|cộng chung)/.test(line.slice(0, hit.index + 12))
        ? 'total'
        : /trừ/.test(line) || hit[1] === '-'
          ? 'deduction'
          : /thưởng|cộng thêm|cộng /u.test(line) || hit[1] === '+'
            ? 'bonus'
            : 'points';
      found.push({
        name: name.replace(/\t/g, ' '),
        points,
        kind,
        ...witness(layout.page, start, start + line.length, 0.7),
      });
    }
  }
  return found;
}
