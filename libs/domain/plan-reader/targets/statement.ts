import type { Paragraph } from '../text/paragraphs.js';
import type { Zone } from '../text/zones.js';

/** A statement as the target rules see it. */
export interface Statement {
  paragraph: Paragraph;
  zone: Zone | null;
  /** Offsets in the paragraph's text. */
  start: number;
  end: number;
  sentence: number;
  bracket: boolean;
  /** Folded, brackets blanked; `masked` has the digits of dates and names hidden. All of one length. */
  low: string;
  masked: string;
  clean: string;
}
