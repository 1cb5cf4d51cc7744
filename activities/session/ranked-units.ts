import type { CampaignDoc, Store } from '#libs/store';

/** Units in the order of the confirmed ranking; empty while nothing was ranked. */
export async function rankedUnits(store: Store, campaign: CampaignDoc): Promise<string[]> {
  const ranking = await store.obligations.findOne({ campaign: campaign._id, kind: 'ranking', state: 'done' } as never, {
    projection: { submission: 1 },
  });
  if (!ranking?.submission) return [];
  const submission = await store.submissions.findOne({ _id: ranking.submission });
  return ((submission?.content.ranking ?? []) as { unit: string }[]).map(({ unit }) => unit);
}
