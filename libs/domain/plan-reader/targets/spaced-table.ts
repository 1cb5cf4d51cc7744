import { lowerIsBetter } from '../numbers/lower-is-better.js';
import { writtenComparator } from '../numbers/comparators.js';
import { numberOf } from '../numbers/number.js';
import { unitAt } from '../numbers/units.js';
import type { Paragraph } from '../text/paragraphs.js';
import type { TargetDraft } from './target-draft.js';

const HEADING = /^(?:stt|tt) (?:chỉ tiêu|nội dung|tên chỉ tiêu|tiêu chí)[^\d]{0,30}(?:đvt|đơn vị(?: tính)?)/;
const ROW =
  /^(\d{1,2}|[a-zđ])[.)]? (.{4,180}?) ((?:(?:giảm|tăng|trên|dưới|≥|≤|>|<|không quá|ít nhất|từ) ?)*)(\d[\d.,]*)$/;

/** The unit is what the row's words end with. */
function splitUnit(words: string): { name: string; unit: string } | null {
  const list = words.replace(/(?<! )([%‰])$/, ' $1').split(' ');
  for (const n of [4, 3, 2, 1]) {
    const tail = list.slice(-n).join(' ');
    const found = unitAt(` ${tail}`, 0);
    if (list.length > n && found.kind !== 'none' && found.length === tail.length + 1)
      return { name: list.slice(0, -n).join(' '), unit: found.unit };
  }
  return null;
}

/** Heading of a table whose cells were run together with single spaces; it must have one column of values only. */
export function spacedHeading(paragraph: Paragraph): { deadline: string | null } | null {
  if (!HEADING.test(paragraph.low) || /thực hiện|ước/.test(paragraph.low)) return null;
  const years = paragraph.low.match(/20\d\d/g) ?? [];
  return years.length > 1 ? null : { deadline: years[0] ? `${years[0]}-12-31` : null };
}

/** "1 Cứng hóa đường giao thông nông thôn km 280": number, name, unit, value. */
export function readSpacedRow(paragraph: Paragraph, deadline: string | null): TargetDraft | null {
  const line = paragraph.low.length < 260 ? paragraph.low : '';
  const label = paragraph.marker.label;
  const hit = ROW.exec(label ? `${label} ${line}` : line);
  const value = hit ? numberOf(hit[4]!) : null;
  const parts = hit ? splitUnit(hit[2]!) : null;
  if (!hit || value === null || !parts) return null;
  const { name, unit } = parts;
  const from = line.indexOf(name);
  const change = /(giảm|tăng)/.exec(hit[3]!)?.[1];
  const written = writtenComparator(hit[3]!, '');
  const usual = unit === '%' && value === 100 ? 'exactly' : lowerIsBetter(name) ? 'at_most' : 'at_least';
  return {
    name: paragraph.text.slice(from, from + name.length),
    comparator: change === 'giảm' ? 'decrease_by' : change === 'tăng' ? 'increase_by' : (written ?? usual),
    explicit: Boolean(change) || written !== null,
    value,
    unit,
    per: null,
    deadline,
    baseline: /so với [^,;]{3,40}$/.exec(name)?.[0] ?? null,
    band: null,
    condition: null,
    role: 'target',
    start: paragraph.body + from,
    end: paragraph.end,
    paragraph: paragraph.index,
    sentence: 0,
    clause: 0,
    clauseEnd: 0,
    confidence: 0.6,
  };
}
