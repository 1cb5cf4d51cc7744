import type { ObligationState } from '../obligation/obligation.types.js';
import type { Figure } from '../target/target.types.js';
import type { SheetTotal } from './total.types.js';

/** One obligation's line of a sheet, as far as the sheet's header depends on it. */
export interface SheetRow {
  _id: string;
  unit: string;
  state: ObligationState;
  onTime: boolean | null;
  nil: boolean;
  returns: number;
  overdueAt: Date | null;
  /** Targets it is asked for. */
  targets: readonly string[];
  figures: readonly Figure[];
  /** When the report that stands was handed in; rows from before this was kept have none. */
  handedInAt?: Date | null;
}

/** What a header says about its rows. Its size depends on the targets, not on the number of rows. */
export interface SheetCounts {
  /** Rows that are not excused. */
  expected: number;
  counts: Record<string, number>;
  onTime: number;
  late: number;
  nil: number;
  returned: number;
  overdue: number;
  /** Rows in a state that is not final. */
  open: number;
  /** Of targets that somebody has reported, in the plan's order. */
  totals: SheetTotal[];
}
