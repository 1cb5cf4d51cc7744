import type { ObligationState } from '../obligation/obligation.types.js';
import { aTarget } from '../target/target.fixture.js';
import type { Figure } from '../target/target.types.js';
import { SheetFold } from './sheet-fold.js';
import type { SheetCounts, SheetRow } from './sheet-row.types.js';
import type { SheetTotal } from './total.types.js';

const METHODS = ['sum', 'ratio', 'weighted_mean', 'max', 'last', 'band', 'all_done', 'manual'] as const;
/** One target per way of consolidating, asked of everybody. */
export const TARGETS = METHODS.map((method) =>
  aTarget({ id: method, mode: 'each_unit', method, unit: method === 'ratio' ? '%' : 'tỷ đồng' }),
);
const IDS = TARGETS.map(({ id }) => id);

type Deed = 'submit' | 'receive' | 'accept' | 'return' | 'amend' | 'withdraw' | 'reopen' | 'nil';
const ALLOWED: Record<string, Deed[]> = {
  open: ['submit', 'submit', 'nil'],
  submitted: ['receive', 'receive', 'withdraw', 'amend'],
  received: ['accept', 'accept', 'return', 'amend'],
  returned: ['submit'],
  accepted: ['reopen', 'amend'],
};

/** Numbers that are the same on every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A province, its districts, communes and hamlets that report upward in any order: everybody but the province owes one report to the unit above. */
export class PaperTree {
  readonly done: Record<Deed, number> = {
    submit: 0,
    receive: 0,
    accept: 0,
    return: 0,
    amend: 0,
    withdraw: 0,
    reopen: 0,
    nil: 0,
  };
  /** All rows in one sheet, as if everybody reported to the province. */
  readonly flat: SheetFold;
  private readonly parents = new Map<string, string>();
  private readonly children = new Map<string, string[]>();
  private readonly rows = new Map<string, SheetRow>();
  private readonly sheets = new Map<string, SheetFold>();
  private readonly random: () => number;
  private readonly units: string[];
  private now = 0;

  constructor({
    districts,
    communes,
    hamlets,
    seed,
  }: {
    districts: number;
    communes: number;
    hamlets: number;
    seed: number;
  }) {
    this.random = randomFrom(seed);
    for (let d = 0; d < districts; d += 1) this.add(`d${d}`, 'p');
    for (let c = 0; c < communes; c += 1) this.add(`c${c}`, `d${c % districts}`);
    for (let h = 0; h < hamlets; h += 1) this.add(`h${h}`, `c${h % communes}`);
    this.units = [...this.rows.keys()];
    this.flat = new SheetFold(TARGETS, this.rows.values());
    for (const [unit, below] of this.children)
      this.sheets.set(
        unit,
        new SheetFold(
          TARGETS,
          below.map((one) => this.rows.get(one)!),
        ),
      );
  }

  get size(): number {
    return this.rows.size + 1;
  }

  sheet = (unit: string): SheetFold => this.sheets.get(unit)!;
  rowsOf = (unit: string): SheetRow[] => this.children.get(unit)!.map((one) => this.rows.get(one)!);
  allRows = (): SheetRow[] => [...this.rows.values()];

  /** Somebody does something that is allowed. @returns the unit whose sheet was touched */
  act(): string {
    for (;;) {
      const unit = this.pick(this.units);
      const deeds = ALLOWED[this.rows.get(unit)!.state];
      if (!deeds) continue;
      const deed = this.pick(deeds);
      this.done[deed] += 1;
      this.now += 1;
      const row = this.after(this.rows.get(unit)!, deed);
      this.rows.set(unit, row);
      this.flat.put(row);
      const above = this.parents.get(unit)!;
      this.sheet(above).put(row);
      return above;
    }
  }

  /** A header's totals in the form of `plainTotals`. */
  plainHeader({ totals }: SheetCounts): Record<string, unknown> {
    const of = (id: string): SheetTotal | undefined => totals.find(({ target }) => target === id);
    const thousandths = (value: number | null | undefined): bigint | null =>
      value === null || value === undefined ? null : BigInt(Math.round(value * 1000));
    return {
      sum: thousandths(of('sum')?.value),
      parts: [of('ratio')?.numerator ?? null, of('ratio')?.denominator ?? null],
      in: of('sum')?.coverage.in ?? 0,
    };
  }

  private add(unit: string, parent: string): void {
    this.parents.set(unit, parent);
    this.children.set(parent, [...(this.children.get(parent) ?? []), unit]);
    this.rows.set(unit, {
      _id: unit,
      unit,
      state: 'open',
      onTime: null,
      nil: false,
      returns: 0,
      overdueAt: null,
      targets: IDS,
      figures: [],
      handedInAt: null,
    });
  }

  private after(row: SheetRow, deed: Deed): SheetRow {
    const to = (state: ObligationState, more: Partial<SheetRow> = {}): SheetRow => ({ ...row, state, ...more });
    const handedIn = { handedInAt: new Date(this.now) };
    switch (deed) {
      case 'submit':
        return to('submitted', {
          ...handedIn,
          onTime: row.onTime ?? this.random() < 0.9,
          nil: false,
          figures: this.figures(row),
        });
      case 'nil':
        return to('submitted', { ...handedIn, onTime: row.onTime ?? true, nil: true, figures: [] });
      case 'receive':
        return to('received');
      case 'accept':
        return to('accepted');
      case 'return':
      case 'reopen':
        return to('returned', { returns: row.returns + 1 });
      case 'amend':
        return to(row.state, { ...handedIn, nil: false, figures: this.figures(row) });
      case 'withdraw':
        return row.returns > 0 ? to('returned') : to('open', { onTime: null, nil: false });
    }
  }

  /** A hamlet's own; a unit with others below brings what its sheet says now. */
  private figures(row: SheetRow): Figure[] {
    const own = this.sheets.get(row.unit)?.header().totals;
    const status = this.random() < 0.2 ? 'estimated' : 'final';
    if (own)
      return own.map(({ target, value, numerator, denominator }) => ({
        target,
        value,
        status,
        ...(numerator !== undefined && { numerator, denominator }),
      }));
    return TARGETS.filter(() => this.random() < 0.95).map(({ id, method }) => {
      const value = method === 'all_done' ? this.whole(2) : this.whole(1_000_000) / 1000;
      return {
        ...{ target: id, value, status },
        ...(method === 'ratio' && { numerator: this.whole(500), denominator: 500 }),
        ...(method === 'weighted_mean' && { weight: 1 + this.whole(90) }),
      };
    });
  }

  private whole = (below: number): number => Math.floor(this.random() * below);
  private pick = <T>(from: readonly T[]): T => from[this.whole(from.length)]!;
}

/** Sum, rate and coverage over rows, in whole thousandths, without a line of the engine's. */
export function plainTotals(rows: readonly SheetRow[]): Record<string, unknown> {
  let [sum, sums, top, bottom, rates, present] = [0n, 0, 0, 0, 0, 0];
  let named = false;
  for (const { state, nil, figures } of rows) {
    const of = (id: string): Figure | undefined => figures.find(({ target }) => target === id);
    named ||= of('sum') !== undefined;
    if (!['submitted', 'received', 'accepted'].includes(state)) continue;
    const [added, rate] = [of('sum'), of('ratio')];
    if (nil || typeof added?.value === 'number') present += 1;
    if (nil) continue;
    if (typeof added?.value === 'number') {
      sum += BigInt(Math.round(added.value * 1000));
      sums += 1;
    }
    if (rate?.numerator === undefined) continue;
    rates += 1;
    top += rate.numerator;
    bottom += rate.denominator!;
  }
  return { sum: sums ? sum : null, parts: rates ? [top, bottom] : [null, null], in: named ? present : 0 };
}
