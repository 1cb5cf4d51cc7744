import type { Witnessed } from '../plan-reading.types.js';
import { evidenceAt, type Page } from './page.js';

/** The evidence members of an object of the reading. */
export function witness(page: Page, start: number, end: number, confidence: number): Witnessed {
  const { text, ...place } = evidenceAt(page, start, end, confidence);
  return { evidence: text, ...place };
}
