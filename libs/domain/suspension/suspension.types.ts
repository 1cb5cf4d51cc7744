import type { DocumentRef } from '../obligation/commands.types.js';

/** What becomes of the clocks that stood open while a campaign was suspended; decided by whoever resumes it. */
export type ShiftDecision = 'keep' | 'by_suspension';

/** One line of a campaign's ledger of suspensions; nothing in it is overwritten but its end. */
export interface Suspension {
  /** 1 for the first of the campaign. */
  n: number;
  from: Date;
  /** Post that suspended. */
  by: string;
  /** Null while it lasts. */
  to: Date | null;
  resumedBy: string | null;
  shift: ShiftDecision | null;
  /** Without it dates written in the plan stay as written. */
  document: DocumentRef | null;
}

/** A suspension that is over and moves clocks. */
export type ShiftingSuspension = Suspension & { to: Date; resumedBy: string; shift: 'by_suspension' };

/** Those that move clocks, earliest first. */
export function shiftingSuspensions(ledger: readonly Suspension[] | undefined): ShiftingSuspension[] {
  return (ledger ?? []).filter((one): one is ShiftingSuspension => one.to !== null && one.shift === 'by_suspension');
}
