import { AMENDABLE } from '#libs/domain';
import type { ObligationDoc, Store, SubmissionContent, SubmissionDoc } from '#libs/store';

/** Contents remembered: a report above a large round names everybody who was missing. */
const REMEMBERED = 200;

type Facts = Pick<ObligationDoc, '_id' | 'consolidates' | 'state' | 'submission'>;
const FACTS = { consolidates: 1, state: 1, submission: 1 } as const;

/**
 * Which reports stand above the rounds of one book while it is ours. Most sheets change before a report is made from them, and then nobody
 * is asked. Whether one stands follows from its own events, which pass by here; as it is it is read from the store.
 */
export class ReportsAbove {
  /** Reports that stand, by the round they were made from. */
  private standing: Map<string, Set<string>> | null = null;
  private readonly known = new Map<string, SubmissionContent>();

  constructor(
    private readonly store: Store,
    private readonly book: string,
  ) {}

  /**
   * Reports that stand above these rounds, and those that moved themselves, as they are now.
   * @param moved obligations whose events were just recorded
   */
  async above(rounds: readonly string[], moved: readonly ObligationDoc[]): Promise<ObligationDoc[]> {
    const standing = (this.standing ??= await this.read());
    const own = moved.filter(({ consolidates }) => consolidates !== null);
    for (const one of own) put(standing, one);
    const ids = new Set([...own.map(({ _id }) => _id), ...rounds.flatMap((round) => [...(standing.get(round) ?? [])])]);
    if (ids.size === 0) return [];
    const filter = { _id: { $in: [...ids] }, state: { $in: AMENDABLE }, submission: { $type: 'string' } };
    return await this.store.obligations.find(filter as never).toArray();
  }

  /** What was handed in, which never changes, by submission. */
  async contents(above: readonly ObligationDoc[]): Promise<ReadonlyMap<string, SubmissionContent>> {
    const ids = above.map(({ submission }) => submission!).filter((id) => !this.known.has(id));
    if (this.known.size + ids.length > REMEMBERED) this.known.clear();
    const unknown = above.map(({ submission }) => submission!).filter((id) => !this.known.has(id));
    if (unknown.length) {
      const found = await this.store.submissions.find({ _id: { $in: unknown } }).toArray();
      for (const { _id, content } of found as unknown as SubmissionDoc[]) this.known.set(_id, content);
    }
    return this.known;
  }

  private async read(): Promise<Map<string, Set<string>>> {
    const filter = { campaign: this.book, state: { $in: AMENDABLE }, consolidates: { $type: 'string' } };
    const found = await this.store.obligations.find(filter as never, { projection: FACTS }).toArray();
    const standing = new Map<string, Set<string>>();
    for (const one of found) put(standing, one);
    return standing;
  }
}

function put(standing: Map<string, Set<string>>, { _id, consolidates, state, submission }: Facts): void {
  const reports = standing.get(consolidates!) ?? new Set();
  if (submission !== null && (AMENDABLE as readonly string[]).includes(state)) reports.add(_id);
  else reports.delete(_id);
  if (reports.size) standing.set(consolidates!, reports);
  else standing.delete(consolidates!);
}
