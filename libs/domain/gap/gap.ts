import type { MissingReason, Total } from '../consolidation/total.types.js';
import { decimal, divide, sumExact, toNumber } from '../target/decimal.js';
import type { Target } from '../target/target.types.js';

/** A unit without which a consolidated report went up, and how much of the whole it stands for. */
export interface Gap {
  unit: string;
  /** The reporting unit in whose own gap statement it stands; null where it owes this very round. */
  under: string | null;
  missing: { target: string; reason: MissingReason; share: number }[];
}

const PLACES = 4;

/**
 * Who is missing from totals that are forwarded all the same (F10, row 58): never waiting for the last child, never hiding it.
 * @param below gap statements of the reports that are in, by the unit that made them: what is missing in them is missing here
 */
export function gapStatement(
  targets: readonly Target[],
  totals: readonly Total[],
  asked: (target: string) => readonly string[],
  below: ReadonlyMap<string, readonly Gap[]> = new Map(),
): Gap[] {
  const byUnit = new Map<string, Gap>();
  for (const { target, coverage } of totals) {
    const plan = targets.find(({ id }) => id === target)!;
    for (const unit of coverage.missing) {
      const gap = byUnit.get(unit) ?? { unit, under: null, missing: [] };
      byUnit.set(unit, gap);
      gap.missing.push({ target, reason: coverage.reasons[unit]!, share: shareOf(plan, unit, asked(target)) });
    }
  }
  const deeper = [...below].flatMap(([under, gaps]) => gaps.map((gap) => ({ ...gap, under: gap.under ?? under })));
  return [...byUnit.values(), ...deeper].sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
}

/**
 * A unit's share of what is asked: its part of the decided allocation, else one of so many. Rounded to 4 decimals, so shares of all
 * add up to 1 within the rounding.
 * @param asked every unit that is asked for the target, this one among them
 */
export function shareOf(target: Pick<Target, 'mode' | 'allocation'>, unit: string, asked: readonly string[]): number {
  const parts = target.mode === 'allocated' ? (target.allocation ?? {}) : null;
  const whole = parts ? sumExact(asked.map((one) => parts[one] ?? 0)) : asked.length;
  const share = divide(decimal(parts ? (parts[unit] ?? 0) : 1), decimal(whole), PLACES);
  return share ? toNumber(share) : 0;
}
