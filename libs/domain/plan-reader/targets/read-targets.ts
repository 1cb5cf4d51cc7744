import { datePhrases } from '../dates/date-phrases.js';
import { deadlineOf } from '../dates/deadline-of.js';
import { maskNumbers } from '../numbers/not-quantities.js';
import type { Layout } from '../text/layout.js';
import { ancestors, type Paragraph } from '../text/paragraphs.js';
import { segmentsOf, withoutBrackets } from '../text/segments.js';
import { headingZone, zoneOf } from '../text/zones.js';
import { readQuantities } from './read-quantities.js';
import { readWords } from './read-words.js';
import { readDatedWork, readWorks } from './read-works.js';
import { columnsOf, readRow, type Columns } from './tables.js';
import { readSpacedRow, spacedHeading } from './spaced-table.js';
import type { Statement } from './statement.js';
import type { TargetDraft } from './target-draft.js';

/** Stretches of the clean text that are cited documents. */
export interface Span {
  start: number;
  end: number;
}

const WORKS_LIST = /hoàn thành[^.;]{0,40}(?:công trình|dự án|hạng mục)[^.;]*:$/;
const WORKS_HEADING =
  /(?:phấn đấu|hoàn thành|khánh thành|đầu tư|xây dựng)[^.;]{0,60}(?:hoàn thành|năm \d{4}|xây dựng|khánh thành)/;
const PAST =
  /(?:^|[\s,(])(?:đã|kết quả đạt được|ước đạt|ước thực hiện|so với cùng kỳ|trong năm qua|thời gian qua|vừa qua|năm qua|qua [\d#]+ năm|(?<!(?:thực|phát|xuất|thể|biểu) )hiện (?:nay|có|toàn|đạt|là|còn)|tính đến|đến nay|tuy nhiên|vẫn còn|cho biết|sau (?:hơn |gần )?[\d#]+ năm|được thành lập|nhờ đó)(?![a-zà-ỹ])|bằng [\d#.,]+ ?% (?:dự toán|kế hoạch|so với|cùng kỳ|chỉ tiêu)|vượt [\d#.,]+ ?% (?:kế hoạch|dự toán) năm/;
const AHEAD =
  /phấn đấu|phân đấu|phần đấu|mục tiêu|chỉ tiêu (?:năm|đến|thi đua)|sẽ |đặt ra|phải đạt|ít nhất|tối thiểu|trở lên|không quá/;

/** Letters of no other language with Latin script. */
const VIETNAMESE = /[đơưạảấầậắặẹếềểễệịỉọốồộớờợụứừựỳỵ]/;

/** All targets of a document in reading order; deadlines only where the statement itself gives one. */
export function readTargets(layout: Layout, cited: Span[], year: number | null): TargetDraft[] {
  const found: TargetDraft[] = [];
  if (!VIETNAMESE.test(layout.page.low)) return found;
  let columns: Columns | null = null;
  let spaced: { deadline: string | null } | null = null;
  for (const paragraph of layout.paragraphs) {
    if (paragraph.index < layout.preamble || paragraph.index >= layout.tail) continue;
    const zone = zoneOf(paragraph) ?? headingZone(paragraph);
    if (zone === 'funding' || zone === 'scoring') continue;
    spaced = spacedHeading(paragraph) ?? spaced;
    const spacedRow = spaced ? readSpacedRow(paragraph, spaced.deadline) : null;
    if (spacedRow) {
      found.push({ ...spacedRow, role: zone === 'results' ? 'result' : 'target' });
      continue;
    }
    if (!paragraph.text.includes('\t')) {
      columns = null;
      if (!spacedHeading(paragraph)) spaced = null;
    } else {
      const heading = columnsOf(paragraph, year);
      columns = heading ?? columns;
      const row = columns && !heading ? readRow(paragraph, columns) : null;
      if (row)
        found.push({ ...row, role: zone === 'award' ? 'award_standard' : zone === 'results' ? 'result' : 'target' });
      if (heading || columns) continue;
    }
    found.push(...readParagraph(layout, paragraph, cited, year));
  }
  return found;
}

function readParagraph(layout: Layout, paragraph: Paragraph, cited: Span[], year: number | null): TargetDraft[] {
  const zone = zoneOf(paragraph);
  const spans = cited
    .filter((span) => span.start < paragraph.end && span.end > paragraph.body)
    .map((span) => ({ start: Math.max(0, span.start - paragraph.body), end: span.end - paragraph.body }));
  const masked = /\d/.test(paragraph.low) ? maskNumbers(paragraph.low, spans) : paragraph.low;
  const underWorks =
    [...ancestors(paragraph)].some(
      (up) => up.text.length < 200 && (WORKS_HEADING.test(up.low) || WORKS_LIST.test(up.low)),
    ) || /^năm \d{4} ?:/.test(paragraph.low);
  const found: TargetDraft[] = [];
  let previous: TargetDraft | null = null;
  for (const segment of segmentsOf(paragraph.low)) {
    const statement: Statement = {
      paragraph,
      zone,
      start: segment.start,
      end: segment.end,
      sentence: segment.sentence,
      bracket: segment.bracket,
      low: withoutBrackets(paragraph.low, segment),
      masked: withoutBrackets(masked, segment),
      clean: layout.page.clean.slice(paragraph.body + segment.start, paragraph.body + segment.end),
    };
    const drafts = statementDrafts(statement, previous, underWorks, year);
    const role = roleIn(statement, drafts);
    for (const draft of drafts) {
      draft.deadline = ownDeadline(paragraph, draft, year) ?? draft.deadline;
      if (draft.role === 'target') draft.role = role === 'target' && isPast(statement, draft, year) ? 'result' : role;
    }
    found.push(...drafts);
    previous = drafts[drafts.length - 1] ?? (segment.bracket ? previous : previous);
  }
  return found;
}

function statementDrafts(
  statement: Statement,
  previous: TargetDraft | null,
  underWorks: boolean,
  year: number | null,
): TargetDraft[] {
  const words = readWords(statement);
  const works = statement.bracket ? [] : readWorks(statement, underWorks);
  const dated = datePhrases(statement.low, year).some((phrase) => deadlineOf(statement.low, phrase) !== null);
  const numbers = readQuantities(statement, previous).filter(
    (draft) => ![...words, ...works].some((word) => draft.start < word.end && word.start < draft.end),
  );
  const done = works.length + numbers.length + words.length === 0 ? readDatedWork(statement, dated) : [];
  return [...numbers, ...words, ...works, ...done].sort((a, b) => a.start - b.start);
}

function roleIn(statement: Statement, drafts: TargetDraft[]): TargetDraft['role'] {
  if (drafts.length === 0) return 'target';
  if (statement.zone === 'award') return 'award_standard';
  if (statement.zone === 'results') return 'result';
  if (AWARD_STANDARD.test(statement.paragraph.low.slice(Math.max(0, statement.end - 400), statement.end)))
    return 'award_standard';
  const sentence = openingAnd(statement);
  const own = statement.low;
  if (
    /(?:đạt|hoàn thành)[^;]{0,80}(?:được (?:tặng|xét|khen|công nhận)|đề nghị (?:tặng|khen|xét)|tặng (?:bằng|giấy|cờ))/.test(
      own,
    )
  )
    return 'award_standard';
  if (PAST.test(sentence) && !AHEAD.test(sentence)) return 'result';
  return 'target';
}

/** "Tiêu chuẩn xét tặng: …", "đạt … thì được đề nghị khen thưởng". */
const AWARD_STANDARD = /(?:tiêu chuẩn|điều kiện|đối tượng)[^.;:]{0,60}(?:khen|xét|tặng|danh hiệu|cờ thi đua)/;

/** How the sentence opens, and the statement itself; a sentence may be a whole page long. */
function openingAnd({ paragraph, sentence, start, end }: Statement): string {
  return `${paragraph.low.slice(sentence, Math.min(sentence + 240, end))} ${paragraph.low.slice(Math.max(start, sentence), end)}`;
}

/** Said of a year before the campaign, and not as a goal: a result. */
function isPast(statement: Statement, draft: TargetDraft, year: number | null): boolean {
  const sentence = openingAnd(statement);
  if (year === null || AHEAD.test(sentence)) return false;
  const schoolYear = /năm học (20\d\d) ?- ?(20\d\d)/.exec(sentence);
  if (schoolYear) return Number(schoolYear[2]) <= year;
  return draft.deadline !== null && Number(draft.deadline.slice(0, 4)) < year;
}

/** A date inside the statement, else one that opens its sentence ("Phấn đấu đến hết năm 2014, có …, …"). */
function ownDeadline(paragraph: Paragraph, draft: TargetDraft, year: number | null): string | null {
  const from = draft.clause;
  const number = Math.max(draft.end - paragraph.body, from);
  // a work in brackets states its own day beyond the statement
  const end = Math.max(draft.clauseEnd, number);
  const own = deadlineWithin(
    paragraph.low,
    from,
    end,
    year,
    draft.value === null || draft.comparator === 'done' ? null : number,
  );
  if (own) return own;
  const lead = paragraph.low.slice(draft.sentence, from);
  const opening = /^[^;]{0,160}/.exec(lead)?.[0] ?? '';
  return deadlineWithin(paragraph.low, draft.sentence, draft.sentence + opening.length, year);
}

/** The last deadline of a stretch; with `near`, the first one behind that place, else the last before it. */
export function deadlineWithin(
  low: string,
  from: number,
  to: number,
  year: number | null,
  near: number | null = null,
): string | null {
  const stretch = low.slice(from, to);
  const dated = datePhrases(stretch, year)
    .filter((phrase) => !quoted(stretch, phrase.start))
    .map((phrase) => ({ at: phrase.start + from, deadline: deadlineOf(stretch, phrase) }))
    .filter((one) => one.deadline !== null);
  const behind = near === null ? undefined : dated.find((one) => one.at >= near);
  return (behind ?? dated.at(-1))?.deadline ?? null;
}

const quoted = (text: string, at: number): boolean =>
  (text.slice(0, at).match(/“/g)?.length ?? 0) > (text.slice(0, at).match(/”/g)?.length ?? 0);
