import type { EvidenceRef } from '../evidence/evidence.types.js';
import type { Figure } from '../target/target.types.js';

/** A figure with the words beside it, as a report carries it. */
export interface ReportedFigure extends Figure {
  /** Why there is no figure. */
  reason?: string;
  /** Why it may stand although it is unlike what was expected. */
  explanation?: string;
  /** What shows a yes, in words; the file that shows it is evidence. */
  proof?: string;
}

/** Stored files by what they are bound to. */
export type EvidenceByPlace = Readonly<Record<string, readonly Omit<EvidenceRef, 'path'>[]>>;

/** The content of a report as it is judged. */
export interface Report {
  figures?: readonly ReportedFigure[];
  narrative?: string;
  sections?: Readonly<Record<string, string>>;
  /** Why a figure that comes up from below is said otherwise. */
  overrides?: readonly { target: string; reason: string }[];
  nil?: { reason: string };
  explanation?: string;
  /** Khó khăn, vướng mắc that the superior is to answer, by key: the same key in a later attempt is the same item. */
  difficulties?: Readonly<Record<string, string>>;
  evidence?: EvidenceByPlace;
}
