import { SheetFold, type CampaignPlan, type SheetCounts } from '#libs/domain';
import { rowsOf, type SheetRowDoc, type Store } from '#libs/store';
import type { TouchedRows } from './touch-rows.js';

/** Rows remembered for one book; beyond them the sheets that were touched longest ago are forgotten. */
const REMEMBERED_ROWS = 100_000;

/**
 * The sheets of one book while it is ours: one more report changes its row and what follows from it, without reading the others. It is
 * dropped with the book, and a sheet that does not know a row is read again, so the rows in the store stay the truth.
 */
export class KeptSheets {
  private readonly folds = new Map<string, SheetFold<SheetRowDoc>>();
  /** Rows in all of them. */
  private size = 0;
  /** The plan they were folded by; a new one begins anew. */
  private plan: CampaignPlan | null = null;

  constructor(private readonly store: Store) {}

  /** @param touched rows as they were just written to the store */
  async headers(touched: TouchedRows, plan: CampaignPlan): Promise<Map<string, SheetCounts>> {
    if (plan !== this.plan) this.forgetAll();
    this.plan = plan;
    const ofRound = touchedByRound(touched);
    const unread = [...touched.rounds].filter((round) => !this.takes(round, ofRound.get(round)!));
    await this.read(unread, plan);
    const headers = new Map([...touched.rounds].map((round) => [round, this.folds.get(round)!.header()]));
    this.forgetOldest(touched.rounds);
    return headers;
  }

  /** Puts what was touched into the sheet that is known. @returns false when it has to be read */
  private takes(round: string, { rows, moved }: Touched): boolean {
    const fold = this.folds.get(round);
    if (!fold) return false;
    for (const row of rows) {
      const before = fold.row(row._id);
      if (!before) return false;
      if (row.version > before.version) fold.put(row);
    }
    for (const { pairs, patch } of moved) {
      for (const [id, version] of pairs) {
        const before = fold.row(id);
        if (!before) return false;
        if (version > before.version) fold.put({ ...before, ...patch, version });
      }
    }
    return true;
  }

  private async read(rounds: string[], { targets }: CampaignPlan): Promise<void> {
    if (rounds.length === 0) return;
    const rows = await rowsOf(this.store, rounds);
    for (const round of rounds) {
      this.size -= this.folds.get(round)?.size ?? 0;
      this.folds.set(round, new SheetFold(targets));
    }
    for (const row of rows) this.folds.get(row.round)!.put(row);
    this.size += rows.length;
  }

  private forgetOldest(touched: ReadonlySet<string>): void {
    // a map keeps the order in which keys were set: what is touched goes to its end
    for (const round of touched) {
      const fold = this.folds.get(round)!;
      this.folds.delete(round);
      this.folds.set(round, fold);
    }
    for (const [round, fold] of this.folds) {
      if (this.size <= REMEMBERED_ROWS) return;
      this.folds.delete(round);
      this.size -= fold.size;
    }
  }

  private forgetAll(): void {
    this.folds.clear();
    this.size = 0;
  }
}

type Touched = Pick<TouchedRows, 'rows' | 'moved'>;

function touchedByRound({ rounds, rows, moved }: TouchedRows): Map<string, Touched> {
  const byRound = new Map<string, Touched>([...rounds].map((round) => [round, { rows: [], moved: [] }]));
  for (const row of rows) byRound.get(row.round)!.rows.push(row);
  for (const one of moved) byRound.get(one.round)!.moved.push(one);
  return byRound;
}
