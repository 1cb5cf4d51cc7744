import { Injectable } from '@nestjs/common';
import type { TryOutView } from '#libs/contracts/http/index.js';
import { Store } from '#libs/store';
import { Names } from '../http/names.js';

/** Campaigns of which posts are offered; more of them would show the same. */
const CAMPAIGNS = 3;

/** Development posts that are worth trying, so that nobody has to know an id: they show one campaign from different places. */
@Injectable()
export class TryOutQuery {
  constructor(
    private readonly store: Store,
    private readonly names: Names,
  ) {}

  /** For each campaign a unit that reports, the standing body and the head of who launched it; then an administrator. */
  async posts(): Promise<TryOutView> {
    const campaigns = await this.store.campaigns
      .find({}, { projection: { 'plan.launchingUnit': 1, 'plan.standingBody': 1 } })
      .sort({ _id: 1 })
      .limit(CAMPAIGNS)
      .toArray();
    const ofCampaigns = await Promise.all(
      campaigns.map(async ({ _id, plan: { launchingUnit, standingBody } }) => [
        await this.postOf(await this.reporting(_id), 'focal'),
        await this.postOf(standingBody, 'focal'),
        await this.postOf(launchingUnit, 'head'),
      ]),
    );
    const all = [...ofCampaigns.flat(), await this.postOf(undefined, 'administrator')];
    const found = [...new Map(all.flatMap((one) => (one ? [[one._id, one] as const] : []))).values()];
    const units = await this.names.units(found.map(({ unit }) => unit));
    return {
      items: found.map(({ _id: id, title, role, unit }) => ({
        ...{ id, title, role, unit },
        unitName: units.get(unit) ?? unit,
      })),
    };
  }

  private async reporting(campaign: string): Promise<string | undefined> {
    const filter = { campaign, kind: 'report' } as never;
    return (await this.store.obligations.findOne(filter, { projection: { answeringUnit: 1 }, sort: { _id: 1 } }))
      ?.answeringUnit;
  }

  /** @param unit absent: of any */
  private postOf(unit: string | undefined, role: string) {
    const filter = { ...(unit !== undefined && { unit }), role };
    return this.store.posts.findOne(filter as never, { projection: { title: 1, role: 1, unit: 1 }, sort: { _id: 1 } });
  }
}
