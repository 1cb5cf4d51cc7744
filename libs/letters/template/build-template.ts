import PizZip from 'pizzip';
import { letterForms, type LetterKind } from '#libs/domain';
import type { DocumentForm } from '#libs/rules';
import { LAYOUT } from '../layout.js';
import { qrPng } from '../qr.js';
import { paragraph, run, twips } from './ooxml.js';
import { WordParts } from './parts.js';
import { QR_RELATION } from './picture.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** In the zip, so that the same definition gives the same bytes. */
const MADE = new Date(Date.UTC(2020, 2, 5));

/**
 * The template of a kind as an office gets it: a .docx with the decree's page, fonts and sizes, and placeholders for the content.
 * The same definition gives the same bytes.
 */
export async function buildTemplate(kind: LetterKind, form: DocumentForm): Promise<Buffer> {
  const parts = new WordParts(form);
  const body = letterForms[kind].map((part) => parts.xml(part)).join('');
  const zip = new PizZip();
  const add = (name: string, data: string | Buffer) => zip.file(name, data, { date: MADE, createFolders: false });
  add('[Content_Types].xml', contentTypes);
  add('_rels/.rels', relations(['rId1', `${R}/officeDocument`, 'word/document.xml']));
  add('word/document.xml', documentXml(body, form));
  add(
    'word/_rels/document.xml.rels',
    relations(
      ['rId1', `${R}/styles`, 'styles.xml'],
      ['rId2', `${R}/settings`, 'settings.xml'],
      ['rId3', `${R}/header`, 'header1.xml'],
      [QR_RELATION, `${R}/image`, 'media/qr.png'],
    ),
  );
  add('word/styles.xml', stylesXml(form));
  add('word/settings.xml', settingsXml);
  add('word/header1.xml', headerXml(form));
  add('word/media/qr.png', await qrPng('dondoc'));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' });
}

function documentXml(body: string, { page, margins }: DocumentForm): string {
  const side = (name: keyof DocumentForm['margins']) => twips(margins[name].printed);
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/><w:pgMar w:top="${side('top')}" w:right="${side('right')}" w:bottom="${side('bottom')}" w:left="${side('left')}" w:header="${twips(LAYOUT.header)}" w:footer="${twips(LAYOUT.header)}" w:gutter="0"/><w:titlePg/></w:sectPr>`;
  const last = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';
  return `${HEAD}<w:document ${W} xmlns:r="${R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}${last}${section}</w:body></w:document>`;
}

/** The number of the page, in the top margin; `titlePg` without a first header keeps it off the first page. */
function headerXml({ font, faces, pageNumber }: DocumentForm): string {
  const face = { ...faces.text, printed: pageNumber.printed };
  const field = `<w:fldSimple w:instr=" PAGE ">${run('2', face, font.word)}</w:fldSimple>`;
  return `${HEAD}<w:hdr ${W}>${paragraph(field, { align: 'center' })}</w:hdr>`;
}

function stylesXml({ font: { word }, faces, colour }: DocumentForm): string {
  const size = faces.text.printed * 2;
  return `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${word}" w:hAnsi="${word}" w:eastAsia="${word}" w:cs="${word}"/><w:color w:val="${colour}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style></w:styles>`;
}

const settingsXml = `${HEAD}<w:settings ${W}><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

const relations = (...all: [id: string, type: string, target: string][]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const contentTypes = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${(
  [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['settings', 'settings'],
    ['header1', 'header'],
  ] as const
)
  .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`)
  .join('')}</Types>`;
