import { namedTotals, shareOf, type LocalDate, type SheetTotal } from '#libs/domain';
import { targetsOfStep } from '#libs/pledges';
import { rowsOf, type RoundDoc, type Store } from '#libs/store';

/**
 * A round's totals with everybody who is missing by name and share of the whole. Where nobody is missing the header says all.
 * @param totals as the round's header keeps them  @param today whose levels give the shares where the step has no period
 */
export async function totalsWithNames(
  store: Store,
  { _id, campaign, step }: Pick<RoundDoc, '_id' | 'campaign' | 'step'>,
  totals: readonly SheetTotal[],
  today: LocalDate,
): Promise<object[]> {
  if (totals.every(({ coverage }) => coverage.in === coverage.expected)) return totals.map(complete);
  const [targets, rows] = await Promise.all([targetsOfStep(store, campaign, step, today), rowsOf(store, [_id])]);
  const live = rows.filter(({ state }) => state !== 'excused');
  return namedTotals(targets, rows).map((total) => {
    const target = targets.find(({ id }) => id === total.target)!;
    const asked = live.filter((row) => row.targets.includes(target.id)).map(({ unit }) => unit);
    const shares = total.coverage.missing.map((unit) => [unit, shareOf(target, unit, asked)]);
    return { ...total, coverage: { ...total.coverage, shares: Object.fromEntries(shares) as Record<string, number> } };
  });
}

const complete = (total: SheetTotal): object => ({
  ...total,
  coverage: { ...total.coverage, missing: [], reasons: {}, shares: {} },
});
