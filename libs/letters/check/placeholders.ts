import type { ParagraphText } from './paragraphs.js';

export interface Placeholder {
  kind: 'field' | 'open' | 'close' | 'broken';
  /** Name between the braces, or the text of a broken one. */
  name: string;
  /** As it stands in the paragraph. */
  written: string;
  paragraph: ParagraphText;
}

const KINDS: Record<string, Placeholder['kind']> = { '#': 'open', '^': 'open', '/': 'close' };
/** Characters around a brace that stands alone, shown to find it by. */
const AROUND = 24;

/** What stands between braces in a paragraph, from left to right; a brace without its other one is `broken`. */
export function placeholdersIn(paragraph: ParagraphText): Placeholder[] {
  const found: Placeholder[] = [];
  let opened = -1;
  const broken = (from: number, to: number) => {
    const written = paragraph.slice(from, Math.min(to, from + AROUND)).trim();
    found.push({ kind: 'broken', name: written, written, paragraph });
  };
  for (let at = 0; at < paragraph.length; at++) {
    if (paragraph[at] === '{') {
      if (opened >= 0) broken(opened, at);
      opened = at;
    } else if (paragraph[at] === '}') {
      if (opened < 0) broken(Math.max(0, at - AROUND + 1), at + 1);
      else {
        const inner = paragraph.slice(opened + 1, at).trim();
        const kind = KINDS[inner[0] ?? ''] ?? 'field';
        const name = (kind === 'field' ? inner : inner.slice(1)).trim();
        found.push({ kind, name, written: `{${inner}}`, paragraph });
      }
      opened = -1;
    }
  }
  if (opened >= 0) broken(opened, paragraph.length);
  return found;
}
