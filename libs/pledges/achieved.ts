import { readObligationId } from '#libs/contracts';
import { COUNTED, type Achieved, type CampaignPlan } from '#libs/domain';
import type { SheetRowDoc, Store } from '#libs/store';

type Row = Pick<SheetRowDoc, '_id' | 'unit' | 'figures'>;

/** The last figure of each target that stands in a report of each unit, in the plan's order of steps; from the rows of the sheets. */
export async function achievedOf(
  store: Store,
  { code, steps }: CampaignPlan,
  units: string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Achieved>>> {
  const filter = { campaign: code, unit: { $in: units }, state: { $in: COUNTED }, nil: false };
  const rows = (await store.rows
    .find(filter as never, { projection: { unit: 1, figures: 1 } })
    .toArray()) as unknown as Row[];
  const place = (row: Row): number => steps.findIndex(({ id }) => id === readObligationId(row._id).step);
  const found = new Map<string, Map<string, Achieved>>();
  for (const row of [...rows].sort((a, b) => place(a) - place(b) || (a._id < b._id ? -1 : 1))) {
    const ofUnit = found.get(row.unit) ?? new Map<string, Achieved>();
    found.set(row.unit, ofUnit);
    for (const { target, value, status } of row.figures)
      if (value !== null) ofUnit.set(target, { value, status, step: readObligationId(row._id).step });
  }
  return found;
}
