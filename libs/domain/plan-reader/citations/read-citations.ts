import type { CitationRole, CitedDocument } from '../plan-reading.types.js';
import { fold } from '../text/fold.js';
import type { Layout } from '../text/layout.js';
import { evidenceAt } from '../text/page.js';
import { numberedCitations, type Citation } from './citations.js';
import { LAW_TYPES } from './document-types.js';
import { namedCitations } from './unnumbered.js';

export interface Citations {
  documents: (CitedDocument & { dateText: string | null })[];
  parent: (CitedDocument & { dateText: string | null }) | null;
  /** Two documents could be the parent. */
  rivals: CitedDocument[];
  /** Every mention, also repeated ones, in the clean text: their numbers are no quantities. */
  spans: { start: number; end: number }[];
}

/** Documents a plan cites, once each, with the part they play in it. */
export function readCitations(layout: Layout): Citations {
  const { page, paragraphs } = layout;
  const from = paragraphs[layout.preamble]?.start ?? 0;
  const to = paragraphs[layout.tail]?.start ?? page.clean.length;
  const low = page.low.slice(from, to);
  const clean = page.clean.slice(from, to);
  const numbered = numberedCitations(low, clean);
  const all = [...numbered, ...namedCitations(low, clean, numbered)].sort((a, b) => a.start - b.start);
  const preambleEnd = (layout.body > layout.preamble ? (paragraphs[layout.body]?.start ?? to) : to) - from;
  const documents: Citations['documents'] = [];
  const launching: Citations['documents'] = [];
  for (const citation of all) {
    const evidence = evidenceAt(page, from + citation.start, from + citation.end, citation.number ? 0.95 : 0.7);
    const inPreamble = citation.start < preambleEnd;
    const document = {
      text: textOf(citation, evidence.text),
      type: citation.type,
      number: citation.number,
      date: citation.date,
      issuer: citation.issuer,
      role: roleOf(citation, low, inPreamble),
      evidence: evidence.text,
      offset: evidence.offset,
      line: evidence.line,
      confidence: evidence.confidence,
      dateText: citation.dateText,
    };
    const known = documents.find((other) => sameDocument(other, document));
    if (known) {
      known.date ??= document.date;
      known.issuer ??= document.issuer;
      continue;
    }
    documents.push(document);
    if (inPreamble && citation.number && launches(citation, low)) launching.push(document);
  }
  const best = launching.at(-1) ?? null;
  if (best) best.role = 'parent';
  return {
    documents,
    parent: best,
    rivals: launching.length > 1 ? launching : [],
    spans: all.map((c) => ({ start: from + c.start, end: from + c.end })),
  };
}

/** Launched by: "Thực hiện / Căn cứ … về (việc) phát động phong trào thi đua", no law. */
function launches(citation: Citation, low: string): boolean {
  if (LAW_TYPES.test(citation.type.toLowerCase())) return false;
  const before = low.slice(Math.max(0, citation.start - 60), citation.start);
  const led =
    /(?:thực hiện|căn cứ|theo|triển khai|hưởng ứng|tiếp tục)[^.;\n]{0,50}$/.test(before) ||
    /(?:^|[;\n])\s*$/.test(before);
  const subject = citation.subject.slice(0, 260);
  return (
    led &&
    /^[^;]{0,120}?(?:phát động|phong trào thi đua|đợt thi đua|thi đua|cuộc vận động|chiến dịch|cao điểm)/.test(
      subject,
    ) &&
    !/^[^;]{0,60}(?:quy chế|quy định|thành lập|chia cụm|cụm, khối|kiện toàn|giao (?:chỉ tiêu|kế hoạch)|hướng dẫn công tác thi đua|đổi mới công tác thi đua)/.test(
      subject,
    )
  );
}

function roleOf(citation: Citation, low: string, inPreamble: boolean): CitationRole {
  if (
    /giao (?:chỉ tiêu|kế hoạch|dự toán)|(?:chỉ tiêu|mục tiêu)[^.;]{0,30}(?:phát triển )?kinh tế/.test(
      citation.subject.slice(0, 120),
    )
  )
    return 'number_source';
  const sentence = low.slice(Math.max(0, citation.start - 220), citation.start);
  const own = sentence.slice(
    Math.max(sentence.lastIndexOf(';'), sentence.lastIndexOf('. '), sentence.lastIndexOf('\n')) + 1,
  );
  if (/(?:chỉ tiêu)[^.;]{0,160}(?:theo|tại)\s[^.;]*$/.test(own) && !/đại hội/.test(citation.subject))
    return 'number_source';
  if (inPreamble && /(?:căn cứ|thực hiện|theo|thi hành)[^.;]*$/.test(own)) return 'basis';
  return inPreamble && /^\s*$/.test(own) ? 'basis' : 'cited';
}

/** `Chỉ thị 34-CT/TW 07/4/2014`; a named document as it stands. */
function textOf(citation: Citation, evidence: string): string {
  if (!citation.number)
    return citation.type &&
      /^(?:luật|nghị quyết|kế hoạch|chương trình|đề án|chiến lược|quy chế|quy ước|nội quy|thỏa thuận|giao ước)/.test(
        fold(evidence),
      )
      ? capitalised(evidence)
      : citation.type;
  return [citation.type, citation.number, citation.dateText].filter(Boolean).join(' ');
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/\s+/g, ' ');

function sameDocument(a: CitedDocument, b: CitedDocument): boolean {
  if (a.number && b.number) return fold(a.number) === fold(b.number) && (a.date === b.date || !a.date || !b.date);
  return !a.number && !b.number && fold(a.text) === fold(b.text);
}

/** `Công văn 1954/UBND-TH 30/5/2023, UBND tỉnh Lai Châu`. */
export function parentText(parent: Citations['parent'], short: (name: string) => string): string | null {
  if (!parent) return null;
  return [parent.text, parent.issuer ? short(parent.issuer) : null].filter(Boolean).join(', ');
}
