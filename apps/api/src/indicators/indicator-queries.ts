import { Injectable } from '@nestjs/common';
import { may, type SignedIn } from '#libs/access';
import type { IndicatorQuery, IndicatorView } from '#libs/contracts/http/index.js';
import { catalogueOf, Store, versionsOf, type CampaignDoc, type IndicatorVersionDoc } from '#libs/store';
import { plain } from '../http/plain.js';

/** Looks into the catalogue of indicators. */
@Injectable()
export class IndicatorQueries {
  constructor(private readonly store: Store) {}

  /** In the order of their ids. */
  async list({ q, state }: IndicatorQuery): Promise<{ items: IndicatorView[] }> {
    const all = (await catalogueOf(this.store)).map(viewOf);
    const words = plain(q ?? '');
    const found = all
      .filter(({ deprecated }) => state === 'all' || (deprecated !== null) === (state === 'deprecated'))
      .filter(({ id, name, definition }) => plain(`${id} ${name} ${definition}`).includes(words));
    return { items: found };
  }

  /** All versions, and where the indicator is used among the campaigns that the actor may read; null for an unknown one. */
  async history(actor: SignedIn, id: string) {
    const versions = await versionsOf(this.store, id);
    if (versions.length === 0) return null;
    const users = (await this.store.campaigns
      .find({ 'plan.targets.indicator.id': id } as never, {
        projection: { 'plan.name': 1, 'plan.launchingUnit': 1, 'plan.standingBody': 1, 'plan.targets': 1 },
      })
      .sort({ _id: 1 })
      .toArray()) as unknown as Pick<CampaignDoc, '_id' | 'plan'>[];
    const campaigns = users
      .filter(({ plan }) => may(actor, 'read', { kind: 'campaign', bodies: plan }) === null)
      .flatMap(({ _id, plan }) =>
        plan.targets
          .filter(({ indicator }) => indicator?.id === id)
          .map((target) => ({
            campaign: _id,
            name: plan.name,
            target: target.id,
            version: target.indicator!.version,
          })),
      );
    return { versions: versions.map(viewOf), campaigns };
  }
}

const viewOf = ({ indicator, by, at }: IndicatorVersionDoc): IndicatorView => ({
  ...indicator,
  by,
  at: at.toISOString(),
});
