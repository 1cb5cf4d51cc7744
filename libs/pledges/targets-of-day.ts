import { levelDay, targetsOn, type Target } from '#libs/domain';
import { planOf, type Store } from '#libs/store';

/** The targets of a campaign at the levels that hold on a day: the plan's own, and what was amended since. */
export async function targetsOfDay(store: Store, campaign: string, day: string): Promise<Target[]> {
  const [{ targets }, found] = await Promise.all([
    planOf(store, campaign),
    store.campaigns.findOne({ _id: campaign }, { projection: { targetAmendments: 1 } }),
  ]);
  return targetsOn(targets, found?.targetAmendments ?? [], day);
}

/** The targets at the levels that the reports of a step are held against. @param today for a step without a period */
export async function targetsOfStep(store: Store, campaign: string, step: string, today: string): Promise<Target[]> {
  const { steps } = await planOf(store, campaign);
  return targetsOfDay(store, campaign, levelDay(steps.find(({ id }) => id === step)?.period, today));
}
