import type { Layout } from './layout.js';

/** A line or a cell of a two-column line; offsets in the clean text. */
export interface Cell {
  start: number;
  end: number;
  text: string;
  low: string;
  /** It begins with a bullet. */
  listed: boolean;
  paragraph: number;
}

/** The lines below the text, cells of side-by-side columns apart: recipients on the left, signature on the right. */
export function tailCells(layout: Layout): Cell[] {
  const cells: Cell[] = [];
  for (const paragraph of layout.paragraphs.slice(layout.tail)) {
    let from = paragraph.body;
    for (const part of layout.page.clean.slice(paragraph.body, paragraph.end).split('\t')) {
      const lead = part.length - part.trimStart().length;
      const start = from + lead;
      const text = part.trim();
      const low = layout.page.low.slice(start, start + text.length);
      if (text)
        cells.push({
          start,
          end: start + text.length,
          text,
          low,
          listed: paragraph.marker.kind !== 'none' && from === paragraph.body,
          paragraph: paragraph.index,
        });
      from += part.length + 1;
    }
  }
  return cells;
}
