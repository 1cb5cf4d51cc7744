import type { Defect } from '../plan-reading.types.js';
import { evidenceAt } from '../text/page.js';
import type { Paragraph } from '../text/paragraphs.js';
import { defect, wholeText, type CheckContext } from './check-context.js';

/** Blank number, blank day, lost heading, signature that does not fit the issuer. */
export function checkHeading(context: CheckContext): Defect[] {
  const { heading, reading, layout } = context;
  const found: Defect[] = [];
  if (heading.blankNumber) found.push(defect(context, 'blank_number', heading.blankNumber));
  if (heading.blankDay) found.push(defect(context, 'blank_day', heading.blankDay));
  const nothing = !heading.number && !heading.blankNumber && !heading.date && !heading.blankDay;
  if (nothing && layout.typeName) found.push(defect(context, 'missing_header', wholeText(context)));
  const signature = reading.evidence.signatory;
  if (signature && reading.issuer?.startsWith('Chủ tịch') && context.authority === 'TM') {
    found.push(
      defect(context, 'issuer_signature_differ', signature, { issuer: reading.issuer, signature: reading.signatory }),
    );
  }
  return found;
}

/** Siblings with one label; a list that begins again at 1 is a new list. */
export function checkNumbering(context: CheckContext): Defect[] {
  const found: Defect[] = [];
  const seen = new Map<Paragraph | null, Set<string>>();
  for (const paragraph of context.layout.paragraphs.slice(context.layout.preamble, context.layout.tail)) {
    const { kind, label } = paragraph.marker;
    if (!['roman', 'arabic', 'small', 'letter'].includes(kind)) continue;
    const labels = seen.get(paragraph.parent) ?? new Set();
    if (label === '1' || label === 'a' || label === 'I') labels.clear();
    else if (labels.has(`${kind}${label}`)) {
      const place = evidenceAt(context.layout.page, paragraph.start, Math.min(paragraph.end, paragraph.start + 120), 1);
      found.push(defect(context, 'duplicate_section_number', place, { label }));
    }
    labels.add(`${kind}${label}`);
    seen.set(paragraph.parent, labels);
  }
  return found;
}

/** "đặc biệt là 2 các giải pháp": a lone number before a plural word. */
export function checkStrayNumbers(context: CheckContext): Defect[] {
  const found: Defect[] = [];
  const { page } = context.layout;
  for (const match of page.low.matchAll(/(?<=[a-zA-ZÀ-ỹ] )(\d{1,2}) (?=(?:các|những) [a-zA-ZÀ-ỹ])/g)) {
    const before = page.low.slice(Math.max(0, match.index - 12), match.index);
    if (
      /(?:năm|tháng|ngày|quý|khoản|điều|mục|số|thứ|lớp|khối|đợt|kỳ|điểm|mức độ|cấp|tuần|phụ lục|biểu|mẫu|\d) $/.test(
        before,
      )
    )
      continue;
    const place = evidenceAt(page, match.index - Math.min(before.length, 12), match.index + match[0].length + 12, 1);
    found.push(defect(context, 'stray_page_number', place, { number: match[1]! }));
  }
  return found;
}
