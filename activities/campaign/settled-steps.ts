import type { CampaignDoc, Store } from '#libs/store';

/** Opened steps of which every round is finished; a council step also needs its minutes. */
export async function settledSteps(store: Store, campaign: CampaignDoc): Promise<Set<string>> {
  const opened = campaign.steps.filter(({ state }) => state === 'opened').map(({ id }) => id);
  if (opened.length === 0) return new Set();
  const [running, sitting] = await Promise.all([
    store.rounds.distinct('step', {
      campaign: campaign._id,
      step: { $in: opened },
      state: { $ne: 'finished' },
    } as never),
    store.sessions.distinct('step', { campaign: campaign._id, state: { $ne: 'recorded' } } as never),
  ]);
  const busy = new Set<string>([...running, ...sitting]);
  return new Set(opened.filter((step) => !busy.has(step)));
}
