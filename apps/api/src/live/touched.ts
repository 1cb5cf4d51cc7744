import type { RecordedName } from '#libs/store';

/** Ids of documents in which something happened, and posts that got a notice. */
export class Touched {
  readonly documents: Record<RecordedName, Set<string>> = {
    campaigns: new Set(),
    rounds: new Set(),
    obligations: new Set(),
    sessions: new Set(),
    covenants: new Set(),
  };
  readonly notified = new Set<string>();
  /** Something may have been missed. */
  unsure = false;

  get size(): number {
    return Object.values(this.documents).reduce((sum, ids) => sum + ids.size, this.notified.size);
  }
}
