import {
  concerns,
  pledgeLines,
  untakenTargets,
  type CampaignPlan,
  type PledgeLine,
  type UntakenTarget,
} from '#libs/domain';
import { coverageOf } from '#libs/domain/preparation/index.js';
import { childrenOf, planOfCampaign } from '#libs/preparation';
import { organisationOn, type Store } from '#libs/store';
import { achievedOf } from './achieved.js';
import { pledgesOfUnits } from './given-pledges.js';
import { targetsOfDay } from './targets-of-day.js';

/** Assigned, pledged and achieved of some units of a campaign, and what nobody took up. */
export interface PledgeBoard {
  lines: PledgeLine[];
  untaken: UntakenTarget[];
  /** What nobody took up of the plan that this campaign carries out; null where there is none in the system. */
  parent: { campaign: string; untaken: UntakenTarget[] } | null;
}

/** Units of a campaign that are asked for a target, participants or the one agency that brings it, in the order of their ids. */
export async function pledgingUnits(store: Store, plan: CampaignPlan, day: string): Promise<string[]> {
  const { tree } = await organisationOn(store, day);
  const asked = (id: string): boolean => {
    const unit = tree.unit(id);
    return unit !== undefined && plan.targets.some((target) => target.role === 'target' && concerns(target, unit));
  };
  return tree.select({}, plan.launchingUnit).filter(asked).sort();
}

/**
 * @param shown units whose lines are made; what nobody took up is told of the whole campaign
 * @param day local day whose organisation decides groups
 */
export async function pledgeBoard(
  store: Store,
  plan: CampaignPlan,
  shown: string[],
  day: string,
): Promise<PledgeBoard> {
  const { tree } = await organisationOn(store, day);
  const all = await pledgingUnits(store, plan, day);
  const [targets, pledges, achieved, children, parent] = await Promise.all([
    targetsOfDay(store, plan.code, day),
    pledgesOfUnits(store, plan.code, [...new Set([...all, ...shown])]),
    achievedOf(store, plan, shown),
    childrenOf(store, plan.code),
    untakenAbove(store, plan.code),
  ]);
  const units = all.flatMap((id) => tree.unit(id) ?? []);
  const pledged = new Set(
    [...pledges.values()].flatMap((ofUnit) => [...ofUnit].flatMap(([id, { value }]) => (value === null ? [] : [id]))),
  );
  const carried = new Set(coverageOf(plan, children).taken.map(({ target }) => target));
  const none = new Map<string, never>();
  return {
    lines: shown.flatMap((id) => {
      const unit = tree.unit(id);
      const known = { pledges: pledges.get(id) ?? none, achieved: achieved.get(id) ?? none };
      return unit ? pledgeLines(unit, targets, known) : [];
    }),
    untaken: untakenTargets(targets, units, pledged, carried),
    parent,
  };
}

async function untakenAbove(store: Store, code: string): Promise<PledgeBoard['parent']> {
  const campaign = (await store.campaigns.findOne({ _id: code }, { projection: { parent: 1 } }))?.parent?.campaign;
  const plan = campaign === undefined ? null : await planOfCampaign(store, campaign);
  if (campaign === undefined || !plan) return null;
  return { campaign, untaken: coverageOf(plan, await childrenOf(store, campaign)).untaken };
}
