import type { Paragraph } from './paragraphs.js';

/** A sentence of a paragraph; offsets in the paragraph's text. */
export interface Sentence {
  paragraph: Paragraph;
  start: number;
  end: number;
  low: string;
  text: string;
}

/** Sentences end at a full stop before a space, or with the paragraph; `;` parts are kept together unless `fine`. */
export function sentencesOf(paragraph: Paragraph, fine = false): Sentence[] {
  const stop = fine ? /[;\t]|[.!?](?=\s|\/|$)/g : /[.!?](?=\s|\/|$)/g;
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const lead = paragraph.low.slice(start, end).search(/[^\s./;]/);
    if (lead >= 0)
      sentences.push({
        paragraph,
        start: start + lead,
        end,
        low: paragraph.low.slice(start + lead, end),
        text: paragraph.text.slice(start + lead, end),
      });
  };
  for (const match of paragraph.low.matchAll(stop)) {
    push(match.index);
    start = match.index + 1;
  }
  push(paragraph.low.length);
  return sentences;
}
