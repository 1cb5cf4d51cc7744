import { namedTotals, shareOf, type CampaignPlan, type SheetTotal } from '#libs/domain';
import { rowsOf, type RoundDoc, type Store } from '#libs/store';

/**
 * A round's totals with everybody who is missing by name and share of the whole. Where nobody is missing the header says all.
 * @param totals as the round's header keeps them
 */
export async function totalsWithNames(
  store: Store,
  { _id, campaign }: Pick<RoundDoc, '_id' | 'campaign'>,
  totals: readonly SheetTotal[],
): Promise<object[]> {
  if (totals.every(({ coverage }) => coverage.in === coverage.expected)) return totals.map(complete);
  const [plan, rows] = await Promise.all([targetsOf(store, campaign), rowsOf(store, [_id])]);
  const live = rows.filter(({ state }) => state !== 'excused');
  return namedTotals(plan, rows).map((total) => {
    const target = plan.find(({ id }) => id === total.target)!;
    const asked = live.filter((row) => row.targets.includes(target.id)).map(({ unit }) => unit);
    const shares = total.coverage.missing.map((unit) => [unit, shareOf(target, unit, asked)]);
    return { ...total, coverage: { ...total.coverage, shares: Object.fromEntries(shares) as Record<string, number> } };
  });
}

const complete = (total: SheetTotal): object => ({
  ...total,
  coverage: { ...total.coverage, missing: [], reasons: {}, shares: {} },
});

export async function targetsOf(store: Store, campaign: string): Promise<CampaignPlan['targets']> {
  const found = await store.campaigns.findOne({ _id: campaign }, { projection: { 'plan.targets': 1 } });
  return found?.plan.targets ?? [];
}
