import type { ReadTarget, Witnessed } from '../plan-reading.types.js';

/** A target as first read; offsets in the clean text of the document. */
export interface TargetDraft extends Omit<ReadTarget, keyof Witnessed | 'deadline_inferred' | 'deadline'> {
  /** Deadline the statement itself gives; inherited ones are filled in later. */
  deadline: string | null;
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
