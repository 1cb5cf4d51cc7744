import type { CampaignPlan } from '#libs/domain';
import type { ChildPlan } from '#libs/domain/preparation/index.js';
import type { CampaignDoc, Store } from '#libs/store';

/** Campaigns, drafts among them, that carry out a plan; a cancelled one carries out nothing. */
export async function childrenOf(store: Store, campaign: string): Promise<ChildPlan[]> {
  const found = (await store.campaigns
    .find({ 'parent.campaign': campaign, state: { $ne: 'cancelled' } } as never, {
      projection: { 'plan.targets': 1, parent: 1 },
    })
    .sort({ _id: 1 })
    .toArray()) as unknown as Pick<CampaignDoc, '_id' | 'plan' | 'parent'>[];
  return found.map(({ _id, plan, parent }) => ({ code: _id, targets: plan.targets, links: parent?.targets ?? [] }));
}

/** The plan of a campaign; null where there is none. */
export async function planOfCampaign(store: Store, campaign: string): Promise<CampaignPlan | null> {
  return (await store.campaigns.findOne({ _id: campaign }, { projection: { plan: 1 } }))?.plan ?? null;
}
