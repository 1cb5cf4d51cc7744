import type { Evidence } from '../plan-reading.types.js';
import { fold } from './fold.js';
import { normalise } from './normalise.js';

/**
 * The text twice: as written (`source`) and as the rules read it (`clean`, and `low` without case and spelling
 * variants): no emphasis marks, single spaces, one kind of dash and quote, wrapped lines joined.
 * `at[i]` is the offset in `source` of the i-th clean character, so every finding leads back to the exact wording.
 */
export interface Page {
  source: string;
  clean: string;
  low: string;
  at: Int32Array;
  lineStarts: number[];
  /** Mostly capitals: case tells nothing about names. */
  shouting: boolean;
}

/** Characters the rules see in another form; each stands for exactly one. */
const SAME: Record<string, string> = {
  '\u00A0': ' ',
  '\u2007': ' ',
  '\u202F': ' ',
  '\u3000': ' ',
  '\t': '\t',
  '|': '\t',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '‐': '-',
  '«': '“',
  '„': '“',
  '‟': '“',
  '»': '”',
  '﹪': '%',
  '％': '%',
  '≥': '≥',
};
const DROPPED = new Set('*_`\u00AD\u200B\u200C\u200D\u2060\uFEFF');

/** Clean characters with their offsets, gathered line by line by `paragraphs`. */
export class CleanText {
  private readonly chars: string[] = [];
  private readonly offsets: number[] = [];
  get length(): number {
    return this.chars.length;
  }
  last(): string {
    return this.chars[this.chars.length - 1] ?? '\n';
  }
  push(char: string, offset: number): void {
    this.chars.push(char);
    this.offsets.push(offset);
  }
  slice(from: number, to = this.chars.length): string {
    return this.chars.slice(from, to).join('');
  }
  replace(index: number, char: string): void {
    this.chars[index] = char;
  }
  pop(): void {
    this.chars.pop();
    this.offsets.pop();
  }
  finish(): { clean: string; at: Int32Array } {
    return { clean: this.chars.join(''), at: Int32Array.from(this.offsets) };
  }
}

/** Appends `source[from, to)` with single spaces, tight `%`, `/` and commas, and paired quotes. */
export function appendLine(out: CleanText, source: string, from: number, to: number): void {
  let open = true;
  let wide = false;
  let tight = false;
  for (let i = from; i < to; i += 1) {
    const raw = source.charAt(i);
    // `* item` is a bullet, `**bold**` is not
    const bullet = raw === '*' && out.last() === '\n' && /^\*[ \t]/.test(source.slice(i, i + 2));
    if (DROPPED.has(raw) && !bullet) continue;
    let char = bullet ? '•' : (SAME[raw] ?? raw);
    if (char === '"') {
      char = open ? '“' : '”';
      open = !open;
    } else if (char === '“') open = false;
    else if (char === '”') open = true;
    if (char === ' ' || char === '\t') {
      wide = true;
      const before = out.last();
      if (tight || before === '\n' || '/(“\t'.includes(before)) continue;
      if (before === ' ') {
        if (char === '\t') {
          out.pop();
          out.push('\t', i);
        }
        continue;
      }
      out.push(char, i);
      continue;
    }
    // a space before a mark is the scanner's; "38 , 4" is then one number
    const stray = wide && out.last() === ' ' && ',;:%/).”!?‰'.includes(char);
    if (stray) out.pop();
    tight =
      stray &&
      char === ',' &&
      /\d/.test(out.last()) &&
      /\d/.test(
        source
          .slice(i + 1, i + 4)
          .trim()
          .charAt(0),
      );
    if (wide && out.last() === ' ' && isColumnGap(source, i)) {
      out.pop();
      out.push('\t', i - 1);
    }
    wide = false;
    out.push(char, i);
  }
  while (out.last() === ' ' || out.last() === '\t') out.pop();
}

/** The words of a stretch in the plan's own signs (dashes, quotes), without emphasis and double spaces. */
export function wording(page: Page, start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i += 1) {
    const char = page.clean.charAt(i);
    out += '-“”'.includes(char) ? page.source.charAt(page.at[i] ?? 0) : char;
  }
  return out.replace(/\s+/g, ' ').trim();
}

/** Five spaces or more before a capital part two columns set side by side; blanks of a form ("Số:      /KH") do not. */
const isColumnGap = (source: string, i: number): boolean =>
  / {5}$/.test(source.slice(Math.max(0, i - 5), i)) && /[\p{Lu}“]/u.test(source.charAt(i));

/** Where a stretch of the clean text was written. */
export function evidenceAt(page: Page, start: number, end: number, confidence: number): Evidence {
  let from = start;
  let to = Math.min(end, page.clean.length);
  while (from < to && /\s/.test(page.clean.charAt(from))) from += 1;
  while (to > from && /\s/.test(page.clean.charAt(to - 1))) to -= 1;
  const offset = page.at[from] ?? 0;
  const last = page.at[to - 1] ?? offset;
  return {
    text: page.source.slice(offset, to > from ? last + 1 : offset),
    offset,
    line: lineOf(page, offset),
    confidence,
  };
}

function lineOf(page: Page, offset: number): number {
  let low = 0;
  let high = page.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((page.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

export interface RawLine {
  start: number;
  end: number;
}

export function rawLines(text: string): { source: string; lines: RawLine[] } {
  const source = normalise(text);
  const lines: RawLine[] = [];
  for (let start = 0; start <= source.length;) {
    const stop = source.indexOf('\n', start);
    const end = stop < 0 ? source.length : stop;
    lines.push({ start, end });
    start = end + 1;
  }
  return { source, lines };
}

export function pageOf(source: string, lines: RawLine[], out: CleanText): Page {
  const { clean, at } = out.finish();
  const letters = clean.match(/[a-zA-ZÀ-ỹ]/g)?.length ?? 0;
  const capitals = clean.match(/\p{Lu}/gu)?.length ?? 0;
  return {
    source,
    clean,
    low: fold(clean),
    at,
    lineStarts: lines.map((line) => line.start),
    shouting: letters > 0 && capitals / letters > 0.6,
  };
}
