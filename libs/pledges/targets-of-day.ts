import type { Target } from '#libs/domain';
import { planOf, type Store } from '#libs/store';

/** The targets of a campaign at the levels that hold on a day. */
export async function targetsOfDay(store: Store, campaign: string, _day: string): Promise<Target[]> {
  return (await planOf(store, campaign)).targets;
}
