import type { DocumentCode, DocumentKind } from './document.types.js';
import { Stop } from './stop.js';

/* eslint-disable no-control-regex */
/** First bytes of what is told apart, as Latin-1 characters. */
const signatures: [RegExp, DocumentKind | DocumentCode][] = [
  [/^(?:\xef\xbb\xbf)?\s{0,16}%PDF-/, 'pdf'],
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/, 'docx'],
  [
    /^(?:\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avif))/s,
    'document-image',
  ],
  // texts by their bytes, but not for reading: Word's habit of saving a web page or RTF as .doc
  [/^(?:\xef\xbb\xbf)?\s{0,64}(?:\{\\rtf|<\?xml|<!doctype|<html|<svg|MIME-Version:)/i, 'document-unsupported'],
];

const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const utf16 = (name: string) => Buffer.from(name, 'utf16le');

/** Told from the content alone; what has no signature is taken for a text and judged there. @throws Stop */
export function kindOf(bytes: Buffer): DocumentKind {
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) throw new Stop(compoundFile(bytes));
  const start = bytes.toString('latin1', 0, 256);
  const found = signatures.find(([signature]) => signature.test(start))?.[1] ?? 'txt';
  if (found === 'txt' || found === 'docx' || found === 'pdf') return found;
  throw new Stop(found);
}

/** Microsoft's container before 2007; a docx with a password is one too. The names of its streams tell. */
function compoundFile(bytes: Buffer): DocumentCode {
  if (bytes.includes(utf16('EncryptedPackage'))) return 'document-locked';
  return bytes.includes(utf16('WordDocument')) ? 'document-old-word' : 'document-unsupported';
}
