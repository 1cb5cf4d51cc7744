import { isFinal } from '../obligation/kinds.js';
import type { Target } from '../target/target.types.js';
import type { SheetCounts, SheetRow } from './sheet-row.types.js';
import { TargetTally } from './target-tally.js';

const FACTS = {
  onTime: (row) => row.onTime === true,
  late: (row) => row.onTime === false,
  nil: (row) => row.nil,
  returned: (row) => row.returns > 0,
  overdue: (row) => row.overdueAt !== null,
  open: (row) => !isFinal(row.state),
} as const satisfies Record<string, (row: SheetRow) => boolean>;
const NAMES = Object.keys(FACTS) as (keyof typeof FACTS)[];

/**
 * A sheet's header kept up to date row by row: one more report costs the targets of that row, however many rows there are. Gives
 * exactly what `sheetCounts` gives over the same rows. A memory, never a truth: whoever loses it reads the rows again.
 */
export class SheetFold<R extends SheetRow = SheetRow> {
  private readonly rows = new Map<string, R>();
  private readonly counts = new Map<string, number>();
  private readonly facts = Object.fromEntries(NAMES.map((name) => [name, 0])) as Record<keyof typeof FACTS, number>;
  private readonly tallies: Map<string, TargetTally>;
  private expected = 0;

  constructor(targets: readonly Target[], rows: Iterable<R> = []) {
    const kept = targets.filter(({ role }) => role === 'target');
    this.tallies = new Map(kept.map((target) => [target.id, new TargetTally(target)]));
    for (const row of rows) this.put(row);
  }

  get size(): number {
    return this.rows.size;
  }

  row(id: string): R | undefined {
    return this.rows.get(id);
  }

  /** Puts a row in the place of the one with its id. */
  put(row: R): void {
    const before = this.rows.get(row._id);
    if (before) this.count(before, -1);
    this.rows.set(row._id, row);
    this.count(row, 1);
  }

  header(): SheetCounts {
    const totals = [...this.tallies.values()].filter(({ reported }) => reported > 0).map(({ total }) => total);
    const counts = Object.fromEntries([...this.counts].filter(([, count]) => count > 0));
    return { expected: this.expected, counts, ...this.facts, totals };
  }

  private count(row: R, sign: 1 | -1): void {
    this.counts.set(row.state, (this.counts.get(row.state) ?? 0) + sign);
    const concerned = new Set([...row.targets, ...row.figures.map(({ target }) => target)]);
    for (const id of concerned) this.tallies.get(id)?.count(row, sign);
    if (row.state === 'excused') return;
    this.expected += sign;
    for (const name of NAMES) if (FACTS[name](row)) this.facts[name] += sign;
  }
}
