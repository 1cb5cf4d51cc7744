import { type CitedDocument, type ExpectedPlan, type Reading } from './reading.types.js';
import { coverage, flat, fold } from './text.js';

/** `20/KH - UBND` and `20/KH-UBND` are one number. */
export function documentNumber(text: string): string | null {
  const found = /\d+[a-z]?\s*[-/]\s*(?:\d{4}\s*\/\s*)?[\p{Lu}][\p{L}\d]*(?:\s*[-/]\s*[\p{Lu}][\p{L}\d]*)*/u.exec(
    text.normalize('NFC'),
  );
  return found ? found[0].replace(/\s+/g, '') : null;
}

/** The first date of a text as `YYYY-MM-DD`, written with figures, in words or already so. */
export function firstDate(text: string): string | null {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  const local =
    /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text) ?? /(\d{1,2}) tháng (\d{1,2}) năm (\d{4})/.exec(text.normalize('NFC'));
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : null;
  return parts ? parts.map((part) => part!.padStart(2, '0')).join('-') : null;
}

const bare = (text: string): string => text.replace(/\([^()]*[\p{L}][^()]*\)/gu, ' ');

/** Whether a document read is the one expected: the same number and date, or, unnumbered, the same words. */
export function sameDocument(expected: string, read: string): boolean {
  const number = documentNumber(expected);
  if (number === null) return documentNumber(read) === null && coverage(bare(expected), read) >= 0.7;
  const date = firstDate(expected);
  const readNumber = documentNumber(read);
  if (readNumber === null || fold(number) !== fold(readNumber)) return false;
  return date === null || firstDate(read) === null || firstDate(read) === date;
}

const words = (document: unknown): string => {
  if (typeof document === 'string') return document;
  const { text, type, number, date } = (document ?? {}) as CitedDocument;
  return flat([type, number, date, number ? '' : text]) || flat(document);
};

export const documentsRead = (reading: Reading): string[] => [
  ...(reading.legal_bases ?? []).map(words),
  ...(reading.cited_documents ?? []).map(words),
  ...(reading.parent_document ? [words(reading.parent_document)] : []),
];

/** All documents the text cites, the parent among them. */
export const documentsExpected = (plan: ExpectedPlan): string[] => [
  ...(plan.legal_bases ?? []),
  ...(plan.parent_document ? [plan.parent_document] : []),
];

/** The documents expected that the reader did not see. */
export function missedDocuments(plan: ExpectedPlan, reading: Reading): string[] {
  const read = documentsRead(reading);
  return documentsExpected(plan).filter((wanted) => !read.some((found) => sameDocument(wanted, found)));
}

/** The parent is one document or none. */
export function sameParent(expected: string | null | undefined, read: unknown): boolean {
  const found = words(read ?? '').trim();
  if (!expected) return found === '';
  return found !== '' && sameDocument(expected, found);
}
