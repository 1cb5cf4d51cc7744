import type { ObligationState } from '../obligation/obligation.types.js';
import type { Target } from '../target/target.types.js';
import { partOf, type Part } from './methods.js';
import type { MissingReason, ReportRow } from './total.types.js';

const UNREVIEWED: readonly ObligationState[] = ['submitted', 'received'];
/** States in which a report counts in its round's totals. */
export const COUNTED: readonly ObligationState[] = [...UNREVIEWED, 'accepted', 'done'];

/** What one unit that is asked for a target brings to its total, or why it is missing. */
export interface Entry {
  part: Part | null;
  /** 1 or 0, like the others: they are added up. */
  in: number;
  nil: number;
  unreviewed: number;
  estimated: number;
  missing: MissingReason | null;
}

/** @param row the unit's report; undefined where it has none */
export function entryOf(target: Target, row: Omit<ReportRow, 'unit'> | undefined): Entry {
  if (!row || !COUNTED.includes(row.state)) return missing(reasonOf(row?.state));
  const unreviewed = UNREVIEWED.includes(row.state) ? 1 : 0;
  if (row.nil) return { part: null, in: 1, nil: 1, unreviewed, estimated: 0, missing: null };
  const figure = row.figures.find((each) => each.target === target.id);
  const part = partOf(target, figure);
  if (typeof part === 'string') return missing(part);
  return { part, in: 1, nil: 0, unreviewed, estimated: figure?.status === 'estimated' ? 1 : 0, missing: null };
}

function reasonOf(state: ObligationState | undefined): MissingReason {
  return state === 'returned' || state === 'lapsed' || state === 'excused' ? state : 'no_report';
}

const missing = (reason: MissingReason): Entry => ({
  part: null,
  in: 0,
  nil: 0,
  unreviewed: 0,
  estimated: 0,
  missing: reason,
});
