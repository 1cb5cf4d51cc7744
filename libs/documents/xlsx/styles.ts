import type { CellStyle } from './sheet.types.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const ORDER: CellStyle[] = ['plain', 'head', 'title', 'shown', 'input', 'input_text', 'shut'];

/** Font, fill and border of each style, by the numbers below. */
const LOOKS: Record<CellStyle, { font: number; fill: number; border: number; format?: number; wrap?: boolean }> = {
  plain: { font: 0, fill: 0, border: 0 },
  head: { font: 1, fill: 2, border: 1, wrap: true },
  title: { font: 2, fill: 0, border: 0 },
  shown: { font: 0, fill: 2, border: 1, wrap: true },
  input: { font: 0, fill: 3, border: 1 },
  // format 49 is text: what is typed stays as it was typed
  input_text: { font: 0, fill: 3, border: 1, format: 49, wrap: true },
  shut: { font: 0, fill: 4, border: 1 },
};

const xf = (style: CellStyle, quoted: boolean): string => {
  const { font, fill, border, format = 0, wrap } = LOOKS[style];
  const open = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}>`;
  return `${open}<alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/></xf>`;
};

/** Number of a style; a text that looks like a formula is marked as text, so that it stays one when somebody edits it. */
export const styleOf = (style: CellStyle, quoted: boolean): number =>
  ORDER.indexOf(style) + (quoted ? ORDER.length : 0);

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const font = (size: number, bold: boolean): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`;
const side = (name: string): string => `<${name} style="thin"><color rgb="FF999999"/></${name}>`;

export const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="3">${font(12, false)}${font(12, true)}${font(14, true)}</fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('EEEEEE')}${solid('FFFDE7')}${solid('BDBDBD')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${ORDER.length * 2}">${[false, true].flatMap((quoted) => ORDER.map((style) => xf(style, quoted))).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
