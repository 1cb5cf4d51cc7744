import { targetsOn, type Target } from '#libs/domain';
import { planOf, type Store } from '#libs/store';

/** The targets of a campaign at the levels that hold on a day: the plan's own, and what was amended since. */
export async function targetsOfDay(store: Store, campaign: string, day: string): Promise<Target[]> {
  const [{ targets }, found] = await Promise.all([
    planOf(store, campaign),
    store.campaigns.findOne({ _id: campaign }, { projection: { targetAmendments: 1 } }),
  ]);
  return targetsOn(targets, found?.targetAmendments ?? [], day);
}
