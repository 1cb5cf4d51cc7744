import PizZip from 'pizzip';
import { cellRef } from './reference.js';
import { STYLES, styleOf } from './styles.js';
import type { WrittenCell, WrittenSheet } from './sheet.types.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** One day for every file: the same sheets give the same bytes. */
const WRITTEN = new Date('2000-01-01T00:00:00Z');

/** A workbook of plain sheets. Texts are inline strings, never formulas, whatever they begin with. */
export function writeXlsx(sheets: readonly WrittenSheet[]): Buffer {
  const zip = new PizZip();
  const put = (name: string, xml: string) => zip.file(name, HEAD + xml, { date: WRITTEN });
  put('[Content_Types].xml', contentTypes(sheets.length));
  put(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  put('xl/workbook.xml', workbook(sheets));
  put('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length));
  put('xl/styles.xml', STYLES);
  sheets.forEach((sheet, n) => put(`xl/worksheets/sheet${n + 1}.xml`, worksheet(sheet)));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

const contentTypes = (count: number): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${numbers(
    count,
  )
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
    .join('')}</Types>`;

function workbook(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ name, hidden }, n) =>
      `<sheet name="${escaped(name)}" sheetId="${n + 1}"${hidden ? ' state="veryHidden"' : ''} r:id="rId${n + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`;
}

const workbookRelations = (count: number): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${numbers(count)
    .map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join('')}<Relationship Id="rId${count + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

function worksheet({ widths, rows, frozen = 0 }: WrittenSheet): string {
  const pane = frozen
    ? `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
    : '';
  const columns = widths.map(
    (width, n) =>
      `<col min="${n + 1}" max="${n + 1}" width="${width || 8}" customWidth="1"${width === 0 ? ' hidden="1"' : ''}/>`,
  );
  const lines = rows.map((cells, n) => {
    const written = cells.map((cell, column) => (cell ? cellXml(cell, cellRef(column + 1, n + 1)) : ''));
    return `<row r="${n + 1}">${written.join('')}</row>`;
  });
  const cols = columns.length ? `<cols>${columns.join('')}</cols>` : '';
  return `<worksheet xmlns="${MAIN}">${pane}${cols}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml({ value, style }: WrittenCell, ref: string): string {
  const open = `<c r="${ref}" s="${styleOf(style, typeof value === 'string' && mayBeFormula(value))}"`;
  if (value === null) return `${open}/>`;
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** What a spreadsheet would take for a formula if somebody edited the cell, or a CSV were made of it (full-width forms too). */
export const mayBeFormula = (text: string): boolean => /^[\s"']*[=+\-@\t\r＝＋－＠]/.test(text);

/** Letters that XML cannot hold are left out. */
const escaped = (text: string): string =>
  text

    .replace(
      // eslint-disable-next-line no-control-regex -- characters that XML cannot hold
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
