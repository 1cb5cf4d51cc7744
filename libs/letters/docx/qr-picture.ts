import { posix } from 'node:path';
import type PizZip from 'pizzip';
import { QR_PICTURE } from '../template/picture.js';

const MAIN = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';

/** The part that holds the QR picture, found by its alternative text: Word gives the file a name of its own. */
export function qrPart(zip: PizZip): string | undefined {
  const xml = zip.file(MAIN)?.asText() ?? '';
  const at = xml.indexOf(`descr="${QR_PICTURE}"`);
  const id = at < 0 ? undefined : /r:embed="([^"]+)"/.exec(xml.slice(at))?.[1];
  if (id === undefined) return undefined;
  const relation = (zip.file(RELATIONS)?.asText() ?? '')
    .match(/<Relationship\b[^>]*>/g)
    ?.find((one) => one.includes(`Id="${id}"`));
  const target = /\bTarget="([^"]+)"/.exec(relation ?? '')?.[1];
  if (target === undefined) return undefined;
  const part = target.startsWith('/') ? target.slice(1) : posix.join('word', target);
  return zip.file(part) ? part : undefined;
}

/** Puts the document's own code in the place of the template's. */
export function replaceQr(zip: PizZip, png: Buffer): void {
  const part = qrPart(zip);
  if (part !== undefined) zip.file(part, png);
}
