import type { Comparator } from '../../target/target.types.js';
import type { TargetRole } from '../plan-reading.types.js';

/** A target as first read; offsets in the clean text of the document. */
export interface TargetDraft {
  name: string;
  comparator: Comparator;
  explicit: boolean;
  value: number | null;
  min?: number;
  max?: number;
  unit: string;
  per: string | null;
  /** Deadline the statement itself gives; inherited ones are filled in later. */
  deadline: string | null;
  baseline: string | null;
  band: string | null;
  condition: string | null;
  role: TargetRole;
  start: number;
  end: number;
  /** Paragraph it stands in. */
  paragraph: number;
  /** Offset in the paragraph where its sentence begins, and where the statement begins. */
  sentence: number;
  clause: number;
  clauseEnd: number;
  confidence: number;
}
