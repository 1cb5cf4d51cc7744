import type { LetterFace } from '#libs/rules';

/** Twentieths of a point; rounded up, so that a margin never falls below what the decree asks. */
export const twips = (mm: number): number => Math.ceil((mm * 1440) / 25.4);
/** English metric units, in which drawings are measured. */
export const emu = (mm: number): number => Math.round(mm * 36_000);
const TWIPS_PER_POINT = 20;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One run of words. Every run names its font and size, so that a copied paragraph keeps them. */
export function run(text: string, { printed, bold, italic }: LetterFace, font: string): string {
  const marks = `${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}`;
  const size = printed * 2; // half points
  return `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>${marks}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

export interface ParagraphForm {
  align?: 'left' | 'center' | 'both';
  /** Points. */
  before?: number;
  after?: number;
  /** Times the height of a line. */
  lineHeight?: number;
  /** Millimetres. */
  firstLine?: number;
  left?: number;
  keepNext?: boolean;
}

export function paragraph(content: string, form: ParagraphForm = {}): string {
  const { align = 'left', before = 0, after = 0, lineHeight = 1, firstLine = 0, left = 0, keepNext = false } = form;
  const indent = firstLine || left ? `<w:ind w:left="${twips(left)}" w:firstLine="${twips(firstLine)}"/>` : '';
  return `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}<w:spacing w:before="${before * TWIPS_PER_POINT}" w:after="${after * TWIPS_PER_POINT}" w:line="${Math.round(lineHeight * 240)}" w:lineRule="auto"/>${indent}<w:jc w:val="${align}"/></w:pPr>${content}</w:p>`;
}

/** A thin line between indents, millimetres; an empty paragraph with a border, which Word and LibreOffice draw alike. */
export function ruleLine(indent: number): string {
  return `<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="20" w:after="0" w:line="120" w:lineRule="exact"/><w:ind w:left="${twips(indent)}" w:right="${twips(indent)}"/></w:pPr></w:p>`;
}

/** Room between parts, points. */
export const gap = (points: number): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${points * TWIPS_PER_POINT}" w:lineRule="exact"/></w:pPr></w:p>`;

export interface TableForm {
  /** Millimetres by column. */
  widths: number[];
  bordered: boolean;
}

/** @param rows cells as XML; `head` repeats on every page */
export function table(rows: { cells: string[]; head?: boolean }[], { widths, bordered }: TableForm): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides
    .map((side) => `<w:${side} w:val="${bordered ? 'single' : 'nil'}" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('');
  const padding = bordered ? twips(CELL_PADDING) : 0;
  const total = twips(widths.reduce((sum, width) => sum + width, 0));
  const grid = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('');
  const xml = rows.map(({ cells, head = false }) => {
    const each = cells.map(
      (cell, n) =>
        `<w:tc><w:tcPr><w:tcW w:w="${twips(widths[n]!)}" w:type="dxa"/>${bordered ? '<w:vAlign w:val="center"/>' : ''}</w:tcPr>${cell}</w:tc>`,
    );
    return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${each.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="${padding}" w:type="dxa"/><w:right w:w="${padding}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${xml.join('')}</w:tbl>`;
}

/** Millimetres left and right inside a bordered cell; the PDF takes the same. */
export const CELL_PADDING = 1.5;
