import { getDocument } from 'unpdf/pdfjs';
import { MAX_CHARACTERS, MAX_PAGES } from '../limits.js';
import { Stop } from '../stop.js';
import { linesOf, type Piece } from './page-lines.js';
import { withoutPageNumber } from './page-number.js';

/** Nothing is drawn, evaluated or fetched: only the text is asked for. */
const OPTIONS = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  verbosity: 0,
};
/** Share of signs without a meaning: the font has no character table. */
const UNREADABLE = 0.05;

/** The pages' lines one after the other. @throws Stop, Error when broken */
export async function readPdf(bytes: Buffer): Promise<{ text: string; pages: number }> {
  const document = await getDocument({ data: new Uint8Array(bytes), ...OPTIONS }).promise.catch((error: Error) => {
    throw error.name === 'PasswordException' ? new Stop('document-locked') : error;
  });
  const pages = document.numPages;
  if (pages > MAX_PAGES) throw new Stop('document-too-long');
  const lines: string[] = [];
  let size = 0;
  let textless = 0;
  for (let number = 1; number <= pages; number++) {
    const page = await document.getPage(number);
    const { transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    const ofPage = withoutPageNumber(linesOf(items as Piece[], transform), number);
    page.cleanup();
    for (const line of ofPage) size += line.length + 1;
    if (size > MAX_CHARACTERS) throw new Stop('document-too-long');
    if (!ofPage.some((line) => /\p{L}/u.test(line))) textless += 1;
    for (const line of ofPage) lines.push(line);
  }
  // a scan may carry the stamp of a digital signature as text on one page
  if (textless * 2 > pages) throw new Stop('document-scanned');
  const text = lines.join('\n');
  if (unreadable(text) > UNREADABLE) throw new Stop('document-encoding');
  return { text, pages };
}

function unreadable(text: string): number {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  return count(/[\ufffd\ue000-\uf8ff\0-\x08]/g) / Math.max(count(/\S/g), 1); // eslint-disable-line no-control-regex
}
