import { MAX_CHARACTERS } from '../limits.js';
import { Stop } from '../stop.js';
import { Lines } from './lines.js';
import type { Numbering, Place } from './numbering.js';
import type { Tag, XmlHandler } from './xml.js';

interface Paragraph {
  text: string;
  style: string | undefined;
  place: Place;
  /** Its end was deleted under tracking: it runs on into the next. */
  runsOn: boolean;
  /** Lines of text boxes anchored in it. */
  boxes: string[];
}

interface Row {
  cells: string[];
  deleted: boolean;
}

/** Left out whole: deleted or moved away under tracking, codes of fields, the double of a drawing for old programs, old formats. */
const LEFT_OUT = /^(?:w:(?:del|moveFrom|delText|instrText|delInstrText|\w+Change)|mc:Fallback)$/;
const WRITTEN: Record<string, string> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:ptab': '\t',
};
const off = (tag: Tag): boolean => /^(?:0|false|off)$/.test(tag.at('val') ?? '');

/**
 * The lines of a part as a reader sees them: a paragraph is a line (with its list number), a table row is a line with its cells
 * separated by ` | `. Takes the elements as they come.
 */
export class BodyText implements XmlHandler {
  root: string | undefined;
  private readonly path: string[] = [];
  private leftOut = 0;
  private readonly sinks = [new Lines()];
  private readonly rows: Row[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private run = { hidden: false, capitals: false };
  private written = 0;

  constructor(private readonly numbering: Numbering) {}

  get lines(): string[] {
    return this.sinks[0]!.all();
  }

  open(tag: Tag): void {
    this.root ??= tag.name;
    const parent = this.path.at(-1);
    this.path.push(tag.name);
    if (this.leftOut > 0 || LEFT_OUT.test(tag.name)) {
      if (this.leftOut++ === 0) this.mark(tag.name, parent);
      return;
    }
    const paragraph = this.paragraphs.at(-1);
    if (tag.name === 'w:p') this.paragraphs.push(newParagraph());
    else if (tag.name === 'w:tr') this.rows.push({ cells: [], deleted: false });
    else if (tag.name === 'w:tc' || tag.name === 'w:txbxContent') this.sinks.push(new Lines());
    else if (tag.name === 'w:r') this.run = { hidden: false, capitals: false };
    else if (tag.name === 'w:vanish' && this.path.at(-3) === 'w:r') this.run.hidden = !off(tag);
    else if (tag.name === 'w:caps' && this.path.at(-3) === 'w:r') this.run.capitals = !off(tag);
    else if (!paragraph) return;
    else if (parent === 'w:pPr' && tag.name === 'w:pStyle') paragraph.style = tag.at('val');
    else if (parent === 'w:numPr' && tag.name === 'w:numId') paragraph.place.list = tag.at('val');
    else if (parent === 'w:numPr' && tag.name === 'w:ilvl') paragraph.place.level = Number(tag.at('val')) || 0;
    else if (parent === 'w:r' && Object.hasOwn(WRITTEN, tag.name)) this.write(WRITTEN[tag.name]!);
  }

  text(text: string): void {
    const inside = this.path.at(-1);
    if (this.leftOut === 0 && (inside === 'w:t' || inside === 'm:t')) this.write(text);
  }

  close(name: string): void {
    this.path.pop();
    if (this.leftOut > 0) this.leftOut -= 1;
    else if (name === 'w:p') this.endParagraph();
    else if (name === 'w:tc') this.rows.at(-1)?.cells.push(this.sinks.pop()!.inOneLine());
    else if (name === 'w:txbxContent') this.endBox();
    else if (name === 'w:tr') this.endRow();
  }

  /** What a tracked deletion deletes is told by where its mark stands: a row, the end of a paragraph, or the runs inside it. */
  private mark(name: string, parent: string | undefined): void {
    if (name !== 'w:del' && name !== 'w:moveFrom') return;
    const row = this.rows.at(-1);
    const paragraph = this.paragraphs.at(-1);
    if (parent === 'w:trPr' && row) row.deleted = true;
    if (parent === 'w:rPr' && this.path.at(-3) === 'w:pPr' && paragraph) paragraph.runsOn = true;
  }

  private write(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || this.run.hidden) return;
    this.count(text.length);
    paragraph.text += this.run.capitals ? text.toUpperCase() : text;
  }

  private count(characters: number): void {
    this.written += characters;
    if (this.written > MAX_CHARACTERS) throw new Stop('document-too-long');
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const { text, style, place, runsOn, boxes } = paragraph;
    const gone = runsOn && text === '';
    const label = gone ? '' : this.numbering.label(place, style);
    this.count(label.length + 1);
    this.sinks.at(-1)!.add(label + text, runsOn);
    for (const line of boxes) this.sinks.at(-1)!.add(line, false);
  }

  private endBox(): void {
    const lines = this.sinks.pop()!.all();
    const host = this.paragraphs.at(-1);
    if (host) host.boxes.push(...lines);
    else for (const line of lines) this.sinks.at(-1)!.add(line, false);
  }

  private endRow(): void {
    const row = this.rows.pop();
    if (row && !row.deleted && row.cells.some((cell) => cell !== ''))
      this.sinks.at(-1)!.add(row.cells.join(' | '), false);
  }
}

const newParagraph = (): Paragraph => ({
  text: '',
  style: undefined,
  place: { list: undefined, level: undefined },
  runsOn: false,
  boxes: [],
});
