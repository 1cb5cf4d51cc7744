import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { letterForms } from '#libs/domain';
import type { DocumentForm } from '#libs/rules';
import { LAYOUT } from '../layout.js';
import type { SealedLetter } from '../seal.js';
import { FONTS, isFont } from './fonts.js';
import { PdfParts, points } from './parts.js';

pdfmake.setFonts(FONTS);
// a document is made from its content and our fonts: nothing is fetched, no other file is read
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(isFont);

/** A document as PDF: the same content as the Word file, on the decree's page. @param made instant written into the file's properties */
export async function renderPdf(letter: SealedLetter, form: DocumentForm, made: Date): Promise<Buffer> {
  const { page, margins, font, faces, pageNumber } = form;
  const side = (name: keyof DocumentForm['margins']) => points(margins[name].printed);
  const parts = new PdfParts(form, letter);
  const definition: TDocumentDefinitions = {
    pageSize: { width: points(page.width), height: points(page.height) },
    pageMargins: [side('left'), side('top'), side('right'), side('bottom')],
    defaultStyle: { font: font.pdf, fontSize: faces.text.printed },
    info: { title: letter.content.id, creationDate: made },
    header: (current) =>
      current < pageNumber.firstShownOn
        ? null
        : {
            text: String(current),
            fontSize: pageNumber.printed,
            alignment: 'center',
            margin: [side('left'), points(LAYOUT.header), side('right'), 0],
          },
    content: letterForms[letter.content.kind].map((part) => parts.content(part)),
  };
  return await pdfmake.createPdf(definition).getBuffer();
}
