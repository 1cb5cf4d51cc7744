import type { MessageCode } from '#libs/domain';

export interface UploadedFile {
  /** As the person named it: only for the sentence of a refusal, it decides nothing. */
  name: string;
  bytes: Uint8Array;
}

export type DocumentKind = 'txt' | 'docx' | 'pdf';

/** `text`: NFC, lines ended by `\n`; `pages`: known for a PDF only. */
export interface Extracted {
  text: string;
  kind: DocumentKind;
  pages: number | null;
}

/** Why a file gives no text; the sentences stand in `libs/domain/messages`. */
export type DocumentCode = Extract<MessageCode, `document-${string}`>;

/** What the reader answers: the text, or the code of a refusal. Plain data, it crosses processes. */
export type Outcome = Extracted | { stop: DocumentCode };
