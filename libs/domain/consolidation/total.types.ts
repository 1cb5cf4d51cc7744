import type { ObligationState } from '../obligation/obligation.types.js';
import type { Figure, RollupMethod } from '../target/target.types.js';

/** One unit's report as the round's sheet holds it. */
export interface ReportRow {
  unit: string;
  state: ObligationState;
  figures: readonly Figure[];
  /** Reported that there is nothing to report. */
  nil: boolean;
}

/**
 * Why a unit's figure is not in a total. `no_parts`: a rate without numerator and denominator, or a mean without its weight, which cannot
 * be added.
 */
export type MissingReason = 'no_report' | 'no_figure' | 'no_parts' | 'returned' | 'lapsed' | 'excused';

/** How much of the whole stands behind a total: `expected - in` are missing, nil reports are among `in`. */
export interface CoverageCounts {
  expected: number;
  in: number;
  nil: number;
}

/** The same with the missing by name: `expected = in + missing.length`. */
export interface Coverage extends CoverageCounts {
  /** Unit ids, sorted. */
  missing: string[];
  reasons: Record<string, MissingReason>;
}

/** A total as a sheet's header keeps it: its size does not grow with the units. */
export interface SheetTotal {
  target: string;
  method: RollupMethod;
  /** In the target's unit; null where nobody has brought a figure. Exact to 15 significant digits. */
  value: number | null;
  /** `ratio`, `weighted_mean`: parts of the rate; `all_done`: units that are done, of the units that reported. */
  numerator?: number;
  denominator?: number;
  coverage: CoverageCounts;
  /** Units whose report is in, but not yet accepted by its reviewer. */
  unreviewed: number;
  /** Units whose figure is an estimate (ước thực hiện). */
  estimated: number;
}

/** A total with everybody who is missing by name. */
export interface Total extends SheetTotal {
  coverage: Coverage;
}
