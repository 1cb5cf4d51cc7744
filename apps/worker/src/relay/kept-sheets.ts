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
  /** The plan they were folded by; a new one begins anew. */
  private plan: CampaignPlan | null = null;

  constructor(private readonly store: Store) {}

  /** @param touched rows as they were just written to the store */
  async headers(touched: TouchedRows, plan: CampaignPlan): Promise<Map<string, SheetCounts>> {
    if (plan !== this.plan) this.folds.clear();
    this.plan = plan;
    const unread = [...touched.rounds].filter((round) => !this.takes(round, touched));
    await this.read(unread, plan);
    const headers = new Map([...touched.rounds].map((round) => [round, this.folds.get(round)!.header()]));
    this.forgetOldest(touched.rounds);
    return headers;
  }

  /** Puts what was touched into the sheet that is known. @returns false when it has to be read */
  private takes(round: string, { rows, moved }: TouchedRows): boolean {
    const fold = this.folds.get(round);
    if (!fold) return false;
    for (const row of rows) {
      if (row.round !== round) continue;
      const before = fold.row(row._id);
      if (!before) return false;
      if (row.version > before.version) fold.put(row);
    }
    for (const { round: of, pairs, patch } of moved) {
      if (of !== round) continue;
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
    for (const round of rounds) this.folds.set(round, new SheetFold(targets));
    for (const row of await rowsOf(this.store, rounds)) this.folds.get(row.round)!.put(row);
  }

  private forgetOldest(touched: ReadonlySet<string>): void {
    // a map keeps the order in which keys were set: what is touched goes to its end
    for (const round of touched) {
      const fold = this.folds.get(round)!;
      this.folds.delete(round);
      this.folds.set(round, fold);
    }
    let rows = 0;
    for (const fold of this.folds.values()) rows += fold.size;
    for (const [round, fold] of this.folds) {
      if (rows <= REMEMBERED_ROWS) return;
      this.folds.delete(round);
      rows -= fold.size;
    }
  }
}
