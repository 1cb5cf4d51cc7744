import { obligationId, roundId } from '#libs/contracts';
import {
  forecast,
  instantAt,
  type CampaignPlan,
  type ForecastEntry,
  type ForecastOrganisation,
  type LocalDate,
} from '#libs/domain';
import { ruleBook } from '#libs/rules';
import type { CampaignDoc, EdgeDoc, HolderDoc, PersonDoc, PostDoc, Store, UnitDoc } from '#libs/store';

/** Hour at which a campaign that is not launched yet is taken to be. */
export const LAUNCH_HOUR = '09:00';

export interface CampaignForecast {
  plan: CampaignPlan;
  launchedAt: Date;
  entries: ForecastEntry[];
}

/**
 * What a campaign comes to where nobody acts, from its launch on: the real one, else the first day of its plan, at nine.
 * The organisation is that of each day, as it is known now.
 * @param launch another day of launch  @returns null where there is no such campaign
 */
export async function forecastCampaign(
  store: Store,
  code: string,
  launch?: LocalDate,
): Promise<CampaignForecast | null> {
  const projection = { plan: 1, launchedAt: 1 };
  const campaign = (await store.campaigns.findOne({ _id: code }, { projection })) as unknown as CampaignDoc | null;
  if (!campaign) return null;
  const { plan } = campaign;
  const planned = instantAt(launch ?? plan.start, LAUNCH_HOUR);
  const launchedAt = launch === undefined ? (campaign.launchedAt ?? planned) : planned;
  const organisation = await organisationOf(store);
  const ids = { obligation: obligationId, round: roundId };
  return { plan, launchedAt, entries: forecast({ plan, launchedAt, organisation, rules: ruleBook, ids }) };
}

type Found = [
  UnitDoc[],
  EdgeDoc[],
  Pick<PostDoc, '_id' | 'mailbox'>[],
  Pick<PersonDoc, '_id' | 'email'>[],
  HolderDoc[],
];

/** Names of persons stay in the store: whether one can be written to is all that is asked. */
export async function organisationOf(store: Store): Promise<ForecastOrganisation> {
  const [units, edges, posts, persons, holders]: Found = await Promise.all([
    store.units.find().toArray(),
    store.edges.find().toArray(),
    store.posts.find({}, { projection: { mailbox: 1 } }).toArray(),
    store.persons.find({}, { projection: { email: 1 } }).toArray(),
    store.holders.find().toArray(),
  ]);
  return {
    units: units.map(named),
    edges: edges.map(named),
    posts: posts.map(named),
    persons: persons.map(named),
    holders: holders.map(named),
  };
}

const named = <T extends { _id: string }>({ _id, ...rest }: T) => ({ id: _id, ...rest });
