import type { DocumentCode } from './document.types.js';

/**
 * Ends the reading from inside a parser's callback, which can be left only by throwing.
 * `readDocument` turns it into an outcome at once: outside the reader a refusal is a value.
 */
export class Stop extends Error {
  constructor(readonly code: DocumentCode) {
    super(code);
  }
}
