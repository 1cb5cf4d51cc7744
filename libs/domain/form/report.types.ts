import type { Figure } from '../target/target.types.js';

/** A figure with the words beside it, as a report carries it. */
export interface ReportedFigure extends Figure {
  /** Why there is no figure. */
  reason?: string;
  /** Why it may stand although it is unlike what was expected. */
  explanation?: string;
  /** What shows a yes. */
  proof?: string;
}

/** The content of a report as it is judged. */
export interface Report {
  figures?: readonly ReportedFigure[];
  narrative?: string;
  sections?: Readonly<Record<string, string>>;
  /** Why a figure that comes up from below is said otherwise. */
  overrides?: readonly { target: string; reason: string }[];
  nil?: { reason: string };
  explanation?: string;
}
