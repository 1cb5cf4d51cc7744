import { obligationId, roundId } from '#libs/contracts';
import {
  forecast,
  instantAt,
  type CampaignPlan,
  type ForecastEntry,
  type Language,
  type ParentEdge,
  type PeriodRegime,
  type Post,
  type Unit,
  type WorkCalendar,
} from '#libs/domain';
import { gate, gatherAnswers, type Gate, type Preparation } from '#libs/domain/preparation/index.js';
import { LAUNCH_HOUR, organisationOf } from '#libs/forecast';
import { calendarById, ladderBook, periodRegimes, ruleBook } from '#libs/rules';
import { catalogueOf, type Store } from '#libs/store';
import { childrenOf, planOfCampaign } from './children-of.js';

export interface GateOptions {
  language?: Language;
  /** Also run the campaign ahead and tell what it warns of; left out where only what holds up the launch is asked. */
  forecast?: boolean;
}

/** The gate of a preparation against the organisation, calendars and campaigns as they are now. */
export async function gateOf(store: Store, preparation: Preparation, options: GateOptions = {}): Promise<Gate> {
  const { language = 'vi', forecast: ahead = false } = options;
  const { code } = gatherAnswers(preparation).answers;
  const { parent } = preparation;
  const [units, edges, posts, taken, above, children, organisation, catalogue] = await Promise.all([
    store.units.find().toArray(),
    store.edges.find().toArray(),
    store.posts.find().toArray(),
    code === undefined ? 0 : store.campaigns.countDocuments({ _id: code }, { limit: 1 }),
    parent && planOfCampaign(store, parent.campaign),
    parent ? childrenOf(store, parent.campaign) : [],
    ahead ? organisationOf(store) : null,
    catalogueOf(store),
  ]);
  const run = organisation && ((plan: CampaignPlan) => entriesOf(plan, organisation));
  const surroundings = {
    units: units.map(named) as unknown as Unit[],
    edges: edges.map(named) as unknown as ParentEdge[],
    posts: posts.map(named) as unknown as Post[],
    calendar: knownCalendar,
    ladders: ladderBook,
    indicators: catalogue.map(({ indicator }) => indicator),
    regime: knownRegime,
    codeTaken: taken > 0,
    parent: above && { plan: above, children },
    ...(run && { forecast: run }),
  };
  return gate(preparation, surroundings, language);
}

/** What a composed plan comes to, launched on its first day. */
export async function forecastOf(
  store: Store,
  plan: CampaignPlan,
): Promise<{ launchedAt: Date; entries: ForecastEntry[] }> {
  const organisation = await organisationOf(store);
  return { launchedAt: instantAt(plan.start, LAUNCH_HOUR), entries: entriesOf(plan, organisation) };
}

const entriesOf = (plan: CampaignPlan, organisation: Awaited<ReturnType<typeof organisationOf>>): ForecastEntry[] =>
  forecast({
    plan,
    launchedAt: instantAt(plan.start, LAUNCH_HOUR),
    organisation,
    rules: ruleBook,
    ids: { obligation: obligationId, round: roundId },
  });

function knownCalendar(id: string): WorkCalendar | null {
  try {
    return calendarById(id);
  } catch {
    return null;
  }
}

function knownRegime(id: string): PeriodRegime | null {
  return periodRegimes.find((regime) => regime.id === id) ?? null;
}

const named = ({ _id, ...rest }: { _id: string }) => ({ id: _id, ...rest });
