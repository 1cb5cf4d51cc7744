import type { CampaignPlan } from '#libs/domain';
import type { Store } from './store.js';

/** Plans held by one process: more than run at a time. */
const HELD = 100;

const memories = new WeakMap<Store, Map<string, Promise<CampaignPlan>>>();

/**
 * The plan a campaign was made with, held in memory: it is large, asked for with every letter and act, and never changed (another
 * plan under a taken code is refused). What changes about a campaign, its state and steps, is read each time.
 * @throws Error where there is no such campaign
 */
export function planOf(store: Store, campaign: string): Promise<CampaignPlan> {
  const held = memories.get(store) ?? new Map<string, Promise<CampaignPlan>>();
  memories.set(store, held);
  const known = held.get(campaign);
  if (known) return known;
  const [oldest] = held.keys();
  if (oldest !== undefined && held.size >= HELD) held.delete(oldest);
  const plan = read(store, campaign);
  held.set(campaign, plan);
  plan.catch(() => held.delete(campaign));
  return plan;
}

async function read(store: Store, campaign: string): Promise<CampaignPlan> {
  const found = await store.campaigns.findOne({ _id: campaign }, { projection: { plan: 1 } });
  if (!found) throw new Error(`No campaign ${campaign}`);
  return found.plan;
}
