import { refuse, type Refusal } from '#libs/domain';
import type { DocumentCode, Extracted, UploadedFile } from './document.types.js';
import { Lane } from './lane.js';
import { MAX_CHARACTERS, MAX_FILE_BYTES, MAX_PAGES, MAX_WAITING, READING } from './limits.js';
import { readApart } from './reader/read-apart.js';

const lane = new Lane(MAX_WAITING);
const MB = 1024 * 1024;

/**
 * The text of an uploaded `.txt`, `.docx` or `.pdf` with a text layer. The kind is told from the content, never from the name.
 * Nothing is kept and nothing is fetched; whatever the bytes are, the answer is a value: the text, or a refusal `document-…`.
 */
export async function extractText(file: UploadedFile): Promise<Extracted | Refusal> {
  if (file.bytes.length === 0) return refusal('document-empty', file);
  if (file.bytes.length > MAX_FILE_BYTES) return refusal('document-too-large', file);
  const outcome = await lane.run(() => readApart(file.bytes, READING));
  if (outcome === undefined) return refusal('document-busy', file);
  return 'stop' in outcome ? refusal(outcome.stop, file) : outcome;
}

/** What each sentence is filled with, besides the name. */
const figures: Partial<Record<DocumentCode, Record<string, number>>> = {
  'document-too-large': { limit: MAX_FILE_BYTES / MB },
  'document-too-long': { characters: MAX_CHARACTERS, pages: MAX_PAGES },
  'document-too-slow': { seconds: READING.deadlineMs / 1000 },
};

function refusal(code: DocumentCode, { name }: UploadedFile): Refusal {
  return refuse(code, { name, ...figures[code] });
}
