import { Injectable } from '@nestjs/common';
import { readableCampaigns, type Reader } from '#libs/access';
import type { CampaignView, Page, PageOf } from '#libs/contracts/http/index.js';
import { Store, type CampaignDoc } from '#libs/store';
import { paged } from '../http/paged.js';
import { campaignView, type Counts } from './campaign-view.js';

/** The plan is large: lists read only what they show. */
const SHOWN = {
  state: 1,
  suspended: 1,
  suspensions: 1,
  steps: 1,
  launchedAt: 1,
  concludedAt: 1,
  closedAt: 1,
  revision: 1,
  'plan.code': 1,
  'plan.name': 1,
  'plan.start': 1,
  'plan.end': 1,
  'plan.launchingUnit': 1,
  'plan.standingBody': 1,
  'plan.steps.id': 1,
  'plan.steps.title': 1,
  'plan.steps.opens': 1,
  'plan.steps.after': 1,
  'plan.steps.skip': 1,
} as const;

/** Campaigns as people see them. */
@Injectable()
export class CampaignQuery {
  constructor(private readonly store: Store) {}

  async list(reader: Reader, { limit, after }: Page): Promise<PageOf<CampaignView>> {
    const filter = { $and: [readableCampaigns(reader), after === undefined ? {} : { _id: { $gt: after } }] };
    const found = (await this.store.campaigns
      .find(filter as never, { projection: SHOWN })
      .sort({ _id: 1 })
      .limit(limit + 1)
      .toArray()) as unknown as CampaignDoc[];
    const counts = await this.countsOf(found.map(({ _id }) => _id));
    return paged(
      found,
      limit,
      ({ _id }) => _id,
      (campaign) => campaignView(campaign, counts.get(campaign._id)),
    );
  }

  async one(id: string): Promise<CampaignView | null> {
    const found = (await this.store.campaigns.findOne(
      { _id: id },
      { projection: SHOWN },
    )) as unknown as CampaignDoc | null;
    return found && campaignView(found, (await this.countsOf([id])).get(id));
  }

  /** The plan of a campaign that was not launched yet. */
  async draftPlan(id: string): Promise<CampaignDoc['plan'] | undefined> {
    return (await this.store.campaigns.findOne({ _id: id, state: 'draft' }, { projection: { plan: 1 } }))?.plan;
  }

  /** From the headers of sheets: cost O(rounds), not O(obligations). */
  private async countsOf(campaigns: string[]): Promise<Map<string, Counts>> {
    const sum = Object.fromEntries(
      ['expected', 'onTime', 'late', 'overdue', 'open'].map((name) => [name, { $sum: `$${name}` }]),
    );
    const groups = (await this.store.headers
      .aggregate([{ $match: { campaign: { $in: campaigns } } }, { $group: { _id: '$campaign', ...sum } }])
      .toArray()) as unknown as (Counts & { _id: string })[];
    return new Map(groups.map(({ _id, ...counts }) => [_id, counts]));
  }
}
