import { zip, type Part } from './zip.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
export const table = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** The XML of word/document.xml. */
export const documentXml = (body: string): string =>
  `${HEAD}<w:document xmlns:w="${W}" xmlns:mc="${MC}"><w:body>${body}<w:sectPr/></w:body></w:document>`;

const relations = (...pairs: [type: string, target: string][]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${pairs
    .map(([type, target], n) => `<Relationship Id="rId${n}" Type="${TYPES}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The parts of a docx as Word lays them out. @param others by kind: `header`, `numbering`, `styles`, `footnotes`; the XML inside the root */
export function docxParts(main: Part | string, others: Record<string, string> = {}): Part[] {
  const roots: Record<string, string> = {
    header: 'hdr',
    numbering: 'numbering',
    styles: 'styles',
    footnotes: 'footnotes',
  };
  const kind = (key: string) => key.replace(/\d+$/, '');
  return [
    {
      name: '[Content_Types].xml',
      data: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    { name: '_rels/.rels', data: relations(['officeDocument', 'word/document.xml']) },
    typeof main === 'string' ? { name: 'word/document.xml', data: main } : main,
    {
      name: 'word/_rels/document.xml.rels',
      data: relations(...Object.keys(others).map((key): [string, string] => [kind(key), `${key}.xml`])),
    },
    ...Object.entries(others).map(([key, xml]) => ({
      name: `word/${key}.xml`,
      data: `${HEAD}<w:${roots[kind(key)]} xmlns:w="${W}">${xml}</w:${roots[kind(key)]}>`,
    })),
  ];
}

export const docx = (body: string, others?: Record<string, string>): Buffer =>
  zip(docxParts(documentXml(body), others));

/** A plain text as a docx: every line a paragraph. */
export const docxOfText = (text: string): Buffer =>
  docx(
    text
      .split('\n')
      .map((line) => paragraph(line === '' ? '' : run(line)))
      .join(''),
  );
