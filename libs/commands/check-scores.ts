import { refuse, scoreFaults, type Refusal, type SaidScore } from '#libs/domain';
import type { ObligationDoc, Store, SubmissionContent } from '#libs/store';
import { pointsBySubject } from './score-sources.js';

/** Points that could not be ranked are not taken: every criterion scored by hand, within its maximum, a change of the claim with its reason. */
export async function scoresRefused(
  store: Store,
  { campaign: id, kind, subject }: ObligationDoc,
  { scores = [] }: SubmissionContent,
): Promise<Refusal | null> {
  const campaign = await store.campaigns.findOne({ _id: id }, { projection: { 'plan.scoring': 1 } });
  const claims = kind === 'verification' ? await claimsOf(store, id, subject) : null;
  const faults = scoreFaults(campaign!.plan.scoring, scores as SaidScore[], claims);
  return faults.length ? { ...refuse('scores-faulty', { count: faults.length }), faults } : null;
}

/** What a unit claims, by criterion; empty where it handed in no score of its own. */
export async function claimsOf(store: Store, campaign: string, unit: string): Promise<Map<string, number>> {
  const claimed = (await pointsBySubject(store, campaign, 'self_score', unit)).get(unit) ?? [];
  return new Map(claimed.map(({ criterion, points }) => [criterion, points]));
}
