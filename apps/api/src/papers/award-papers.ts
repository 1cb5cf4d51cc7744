import { proposedIn } from '#libs/commands';
import { organisationOn } from '#libs/store';
import { countsOf, sessionOfCampaign } from './council-papers.js';
import { candidates, confirmedRanking, type Asked, type PaperSources } from './paper-sources.js';

/** Who may be proposed: what the council passed; where there was none, who was ranked, else who takes part. */
export async function askedOfProposal(sources: PaperSources): Promise<Asked<'proposal'>> {
  const { store, campaign, plan } = sources;
  const session = await sessionOfCampaign(store, campaign);
  const items = await candidates(sources, session?.items ?? (await rankedOrTakingPart(sources)));
  const votes = session && countsOf(session);
  return {
    quota: plan.award.quota,
    items: items.map((one) => {
      const counted = votes?.get(one.item) ?? null;
      return { ...one, votes: counted, may: votes === null || counted?.passed === true };
    }),
  };
}

/** Who may be awarded: what was proposed. */
export async function askedOfDecision(sources: PaperSources): Promise<Asked<'decision'>> {
  const { store, campaign, plan } = sources;
  const proposed = await proposedIn(store, campaign);
  return {
    decidedBy: plan.award.decidedBy,
    proposal: proposed?.number ?? null,
    items: await candidates(sources, proposed?.items ?? (await rankedOrTakingPart(sources))),
  };
}

async function rankedOrTakingPart({ store, campaign, plan, today }: PaperSources): Promise<string[]> {
  const ranked = (await confirmedRanking(store, campaign)).map(({ unit }) => unit);
  if (ranked.length > 0) return ranked;
  const { tree } = await organisationOn(store, today);
  return tree.select(plan.participants, plan.launchingUnit);
}
