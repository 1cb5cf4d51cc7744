import {
  amendedFigures,
  COUNTED,
  proposeAmendment,
  proposedFigures,
  type Figure,
  type SheetCounts,
} from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { recordUnmoved, type ConsolidatedFrom, type ObligationDoc, type RecordedChange, type Store } from '#libs/store';
import type { ReportsAbove } from './reports-above.js';

/**
 * Changes below a report that stands climb to it as a note (F11): when a round's header was written, and when a report that was made
 * from a round has itself moved, so that neither order of the two loses one.
 * @param reports those that stand above rounds of this book
 * @param headers of the rounds that were touched, as they now are
 * @param moved obligations whose events were just recorded
 */
export async function climb(
  store: Store,
  reports: ReportsAbove,
  headers: ReadonlyMap<string, SheetCounts>,
  moved: readonly ObligationDoc[],
  at: Date,
): Promise<void> {
  const above = await reports.above([...headers.keys()], moved);
  if (above.length === 0) return;
  const [known, contents] = await Promise.all([withStored(store, headers, above), reports.contents(above)]);
  const changes = new Map<string, RecordedChange>();
  for (const o of above) {
    const { figures = [], consolidated } = contents.get(o.submission!) ?? {};
    const header = known.get(o.consolidates!);
    if (!header || !consolidated) continue;
    const booked = (o.amendments ?? []).filter((one) => one.state === 'next_period' && one.submission === o.submission);
    const found = amendedFigures(
      targetsOf(o, consolidated),
      computedOf(figures, consolidated),
      figuresOf(header),
      booked,
    );
    const propose = (who: string[]) => proposeAmendment(o, found, who, { now: at, rules: ruleBook });
    if (!propose([])) continue; // the note says it already; who has arrived makes no other one
    const arrived = found.length ? await arrivedOf(store, consolidated) : [];
    const { next, type } = propose(arrived)!;
    const n = (next.amendment ?? next.amendments!.at(-1)!).n;
    const data = { obligation: o._id, amendment: n, figures: found.length, arrived };
    const event = { id: `${o._id}@${o.version + 1}#amendment`, type, at, actor: { post: null, person: null }, data };
    changes.set(o._id, { version: o.version, set: { ...next }, event });
  }
  if (changes.size) await recordUnmoved(store, 'obligations', changes);
}

async function withStored(
  store: Store,
  headers: ReadonlyMap<string, SheetCounts>,
  above: readonly ObligationDoc[],
): Promise<ReadonlyMap<string, Pick<SheetCounts, 'totals'>>> {
  const unknown = above.map(({ consolidates }) => consolidates!).filter((round) => !headers.has(round));
  if (unknown.length === 0) return headers;
  const stored = await store.headers.find({ _id: { $in: unknown } }, { projection: { totals: 1 } }).toArray();
  return new Map<string, Pick<SheetCounts, 'totals'>>([...headers, ...stored.map((one) => [one._id, one] as const)]);
}

/** Figures that come from below: those a report says itself stay what they are. */
const targetsOf = (o: ObligationDoc, { overrides = [] }: ConsolidatedFrom): string[] =>
  o.consolidatedTargets.filter(
    (target) => !o.targets.includes(target) || overrides.some((one) => one.target === target),
  );

/** As they were computed: where another figure was said by hand, what stood beside it. */
function computedOf(figures: readonly Figure[], { overrides = [] }: ConsolidatedFrom): Figure[] {
  const beside = new Map(overrides.map(({ target, computed }) => [target, computed]));
  return figures.flatMap((figure) => (beside.has(figure.target) ? (beside.get(figure.target) ?? []) : figure));
}

const figuresOf = ({ totals }: Pick<SheetCounts, 'totals'>): Figure[] =>
  proposedFigures(totals.map((total) => ({ ...total, coverage: { ...total.coverage, missing: [], reasons: {} } })));

/** Units that were missing when the report was made and are in now. */
async function arrivedOf(store: Store, { round, missing }: ConsolidatedFrom): Promise<string[]> {
  if (missing.length === 0) return [];
  const filter = { round, unit: { $in: missing }, state: { $in: COUNTED } } as never;
  const rows = await store.rows.find(filter, { projection: { unit: 1 } }).toArray();
  return [...new Set(rows.map(({ unit }) => unit))].sort();
}
