import type { Figure } from '../target/target.types.js';

export type AmendmentState = 'proposed' | 'accepted_now' | 'next_period' | 'reopened' | 'healed';
/** What may be decided about a note: into the report as it stands, beside the next period's, or by a report made again. */
export type AmendmentDecision = 'accept_now' | 'next_period' | 'reopen';

/** A figure of a consolidated report that no longer is what its round's sheet says. */
export interface AmendedFigure {
  target: string;
  was: FigureParts | null;
  now: FigureParts | null;
}

export type FigureParts = Pick<Figure, 'value' | 'numerator' | 'denominator'>;

/**
 * Something changed below after a consolidated report went up (F11): the note climbs the same line, the old figure stays visible until
 * somebody decides. `n` counts the notes of one obligation.
 */
export interface Amendment {
  n: number;
  state: AmendmentState;
  /** The submission it speaks about. */
  submission: string;
  at: Date;
  /** By when the receiver decides; null where the calendar has no table of that year. */
  dueAt: Date | null;
  figures: AmendedFigure[];
  /** Units that the report named as missing and that have reported since. */
  arrived: string[];
  decision?: { by: string; at: Date; note: string };
}
