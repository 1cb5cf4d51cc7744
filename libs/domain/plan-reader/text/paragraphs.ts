import { markerOf, type Marker } from './markers.js';
import { appendLine, CleanText, pageOf, rawLines, type Page } from './page.js';

/** One paragraph: a heading, an item of a list, a running text. Offsets count in the clean text. */
export interface Paragraph {
  index: number;
  start: number;
  end: number;
  /** Without its marker; begins at `body`. */
  body: number;
  text: string;
  low: string;
  marker: Marker;
  parent: Paragraph | null;
  /** A blank line stood before it. */
  apart: boolean;
}

export interface Document {
  page: Page;
  paragraphs: Paragraph[];
}

/** Cuts a text into paragraphs. A line goes on where its predecessor broke off: lower case, or a full line without a mark. */
export function paragraphsOf(text: string): Document {
  const { source, lines } = rawLines(text);
  const out = new CleanText();
  const found: { start: number; end: number; apart: boolean; marker: Marker }[] = [];
  let blank = true;
  let lineLength = 0;
  let lastChar = '';
  let bracket = 0;
  for (const line of lines) {
    if (source.slice(line.start, line.end).trim() === '') {
      blank = true;
      continue;
    }
    const before = out.length;
    const previous = found[found.length - 1];
    if (previous) out.push('\n', line.start);
    const from = out.length;
    appendLine(out, source, line.start, line.end);
    if (out.length === from) {
      if (previous) out.pop();
      continue;
    }
    const words = out.slice(from);
    const marker = markerOf(words);
    if (
      previous &&
      (goesOn(lastChar, lineLength, words, marker, blank) ||
        (bracket > 0 && marker.kind === 'none' && !/[.;:]$/.test(lastChar)))
    ) {
      out.replace(before, ' ');
      previous.end = out.length;
    } else {
      found.push({ start: from, end: out.length, apart: blank, marker });
      bracket = 0;
    }
    // a bracket left open across a page break goes on, for a few lines
    bracket = count(words, '(') > count(words, ')') ? 4 : words.includes(')') ? 0 : Math.max(0, bracket - 1);
    blank = false;
    lineLength = words.length;
    lastChar = words.charAt(words.length - 1);
  }
  const page = pageOf(source, lines, out);
  return { page, paragraphs: treeOf(page, found) };
}

const count = (text: string, char: string): number => text.split(char).length - 1;

function goesOn(previous: string, length: number, words: string, marker: Marker, blank: boolean): boolean {
  if (marker.kind !== 'none' || /[.;:!?\t]$/.test(previous) || words.includes('\t')) return false;
  if (
    /^(?:nơi nhận|kính gửi|số ?:|căn cứ|thực hiện (?:chỉ|kế|nghị|công|quyết|chương|văn|hướng)|trên đây là)/i.test(words)
  )
    return false;
  if (/^[\p{Ll}(,]/u.test(words)) return length > 20 && !(blank && length < 60);
  if (blank) return false;
  return length > 70 && /[\p{Ll},]$/u.test(previous) && /\p{Ll}/u.test(words);
}

/** Rank of "…, cụ thể là:": the list behind it stands below it. */
const OPENER = 58;

/** "Phấn đấu đến hết năm 2026:" followed by 1., 2., 3. holds them, as long as they count on. */
function continuesList(stack: Paragraph[], marker: Marker, lists: Map<Paragraph, number>): boolean {
  const opener = stack.at(-1);
  if (marker.kind !== 'arabic' || marker.label.includes('.') || opener?.marker.rank !== OPENER) return false;
  const label = Number(marker.label);
  const above = opener.parent?.marker;
  return (
    label === (lists.get(opener) ?? 0) + 1 && !(label > 1 && !lists.has(opener)) && above?.label !== String(label - 1)
  );
}

function treeOf(page: Page, found: { start: number; end: number; apart: boolean; marker: Marker }[]): Paragraph[] {
  const stack: Paragraph[] = [];
  const lists = new Map<Paragraph, number>();
  return found.map(({ start, end, apart, marker }, index) => {
    const opensList = marker.kind === 'none' && page.clean.charAt(end - 1) === ':';
    const rank = opensList ? OPENER : marker.rank;
    while (stack.length > 0 && rankOf(stack[stack.length - 1]!) >= rank && !continuesList(stack, marker, lists))
      stack.pop();
    if (marker.kind === 'arabic' && stack.at(-1)?.marker.rank === OPENER)
      lists.set(stack.at(-1)!, Number(marker.label));
    const body = start + marker.length;
    const paragraph: Paragraph = {
      index,
      start,
      end,
      body,
      text: page.clean.slice(body, end),
      low: page.low.slice(body, end),
      marker: { ...marker, rank },
      parent: stack[stack.length - 1] ?? null,
      apart,
    };
    stack.push(paragraph);
    return paragraph;
  });
}

const rankOf = (paragraph: Paragraph): number => paragraph.marker.rank;

/** The paragraph's ancestors, nearest first. */
export function* ancestors(paragraph: Paragraph): Generator<Paragraph> {
  for (let up = paragraph.parent; up; up = up.parent) yield up;
}
