import { MARK_FIELDS, type LetterContent } from '#libs/domain';
import { contentHash } from '#libs/store/hash.js';
import { qrPng } from './qr.js';

/** A content with what is printed to recognise it by. */
export interface SealedLetter {
  content: LetterContent;
  /** SHA-256 in hex over the canonical content, without the two fields that it fills itself; or the content's own mark. */
  hash: string;
  qr: Buffer;
}

/** What the QR code says: enough to find the document and to compare what lies on the desk with what was made. */
export const qrText = (id: string, hash: string): string => `dondoc:${id}#sha256=${hash}`;

/** Hash and QR code of a content; the same content always gives the same. */
export async function seal(content: LetterContent): Promise<SealedLetter> {
  const hash = content.mark ?? contentHash(content);
  const [idField, hashField] = MARK_FIELDS;
  const fields = { ...content.fields, [idField]: content.id, [hashField]: hash };
  return { content: { ...content, fields }, hash, qr: await qrPng(qrText(content.id, hash)) };
}
