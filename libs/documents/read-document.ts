import type { DocumentKind, Outcome } from './document.types.js';
import { MAX_CHARACTERS } from './limits.js';
import { kindOf } from './kind-of.js';
import { Stop } from './stop.js';
import { legacyShown } from './text/legacy-letters.js';
import { tidy } from './text/tidy.js';

interface Raw {
  text: string;
  pages: number | null;
}

// loaded when needed: a txt does not pay for the PDF library
const readers: Record<DocumentKind, (bytes: Buffer) => Promise<Raw>> = {
  txt: async (bytes) => ({ text: (await import('./txt/read-txt.js')).readTxt(bytes), pages: null }),
  docx: async (bytes) => ({ text: await (await import('./docx/read-docx.js')).readDocx(bytes), pages: null }),
  pdf: async (bytes) => (await import('./pdf/read-pdf.js')).readPdf(bytes),
};

/** Reads in this very thread, without the limits of time and memory: those are the reader process's. Never throws. */
export async function readDocument(bytes: Buffer): Promise<Outcome> {
  try {
    const kind = kindOf(bytes);
    const raw = await readers[kind](bytes);
    if (raw.text.length > MAX_CHARACTERS) return { stop: 'document-too-long' };
    const text = tidy(raw.text);
    if (!/\S/.test(text)) return { stop: 'document-empty' };
    if (legacyShown(text)) return { stop: 'document-encoding' };
    return { text, kind, pages: raw.pages };
  } catch (error) {
    return { stop: error instanceof Stop ? error.code : 'document-broken' };
  }
}
