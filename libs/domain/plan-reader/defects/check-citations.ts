import { fold } from '../text/fold.js';
import type { Defect } from '../plan-reading.types.js';
import { defect, type CheckContext } from './check-context.js';

const SYMBOLS: Record<string, string> = {
  kh: 'kế hoạch',
  kl: 'kết luận',
  ct: 'chỉ thị',
  qđ: 'quyết định',
  nq: 'nghị quyết',
  nđ: 'nghị định',
  tt: 'thông tư',
  tb: 'thông báo',
  hd: 'hướng dẫn',
  bc: 'báo cáo',
  cđ: 'công điện',
  ttr: 'tờ trình',
};
/** From this month a document may already be about the year to come. */
const LATE_IN_YEAR = 10;

/** A parent dated a year off or after the plan itself; a document called one thing and numbered as another. */
export function checkCitations(context: CheckContext): Defect[] {
  const found: Defect[] = [];
  const { parent } = context.citations;
  const { year } = context.span;
  const issued = context.reading.issue_date;
  if (parent?.date && year !== null && context.reading.start.precision !== 'event') {
    const [dated, month] = [Number(parent.date.slice(0, 4)), Number(parent.date.slice(5, 7))];
    const oneYear = context.reading.start.value?.slice(0, 4) === context.reading.end.value?.slice(0, 4);
    if (issued && parent.date > issued)
      found.push(
        defect(context, 'parent_date_doubtful', parent, { date: parent.dateText, issued }, 'parent_after_issue'),
      );
    else if (oneYear && dated === year - 1 && month < LATE_IN_YEAR && subjectYear(context) === year) {
      found.push(defect(context, 'parent_date_doubtful', parent, { date: parent.dateText, year }));
    }
  } else if (parent?.dateText && !parent.date)
    found.push(defect(context, 'parent_date_doubtful', parent, { date: parent.dateText, year }));
  for (const document of context.citations.documents) {
    const symbol = /^\d+[a-z]?(?:\/\d{4})?[-/]([a-zA-ZÀ-ỹ]+)/.exec(fold(document.number ?? ''))?.[1];
    const other = symbol ? SYMBOLS[symbol] : undefined;
    const type = document.type.toLowerCase();
    if (other && other !== type && !type.startsWith(other) && type in TYPES) {
      found.push(
        defect(context, 'mixed_document_type', document, { type: document.type, number: document.number, other }),
      );
    }
  }
  return found;
}

const TYPES = Object.fromEntries(Object.values(SYMBOLS).map((type) => [type, true]));

/** Year named in the title of the parent: "Kế hoạch số … về phát động … năm 2022". */
function subjectYear(context: CheckContext): number | null {
  const { parent } = context.citations;
  const { source } = context.layout.page;
  if (!parent) return null;
  const from = parent.offset + parent.evidence.length;
  const hit = /^[^;.\n]{0,260}?năm\s+(20\d\d)/iu.exec(source.slice(from, from + 300));
  return hit ? Number(hit[1]) : null;
}
