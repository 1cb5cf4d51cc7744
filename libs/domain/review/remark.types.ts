import type { NoteRef } from '../obligation/commands.types.js';

export type RemarkState = 'unanswered' | 'answered' | 'resolved';

/**
 * What a reviewer finds wrong with one part of a report (F12): pinned to a figure or section, kept for ever, answered one by one.
 * Words stand apart as notes and can be erased.
 */
export interface Remark {
  /** `r2.1`: round (the attempt it speaks about) and number within it. */
  id: string;
  round: number;
  /** Part of the content: `figures.T1`, `narrative`, `sections.difficulties`. */
  path: string;
  /** Code of `libs/rules/return-reasons.ts`. */
  reason: string;
  note: string;
  by: string;
  at: Date;
  state: RemarkState;
  /** One for each time it was answered; the last one stands. */
  replies: { note: string; by: string; at: Date; attempt: number }[];
}

/** A remark as it is given with a return. */
export interface GivenRemark {
  path: string;
  reason: string;
  note: NoteRef;
}

/** An answer to a remark, given with the report that is handed in again. */
export interface GivenReply {
  remark: string;
  note: NoteRef;
}
