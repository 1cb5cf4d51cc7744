import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { SealedLetter } from '../seal.js';
import { replaceQr } from './qr-picture.js';
import { OPTIONS } from './options.js';

/**
 * A document as Word: the content in an office's template or ours. The template was checked when it was taken in.
 * @throws Error of docxtemplater for a template that was not
 */
export function renderDocx({ content, qr }: SealedLetter, template: Buffer): Buffer {
  const document = new Docxtemplater(new PizZip(template), OPTIONS);
  document.render({ ...content.fields, ...content.lists });
  const zip = document.getZip();
  replaceQr(zip, qr);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
