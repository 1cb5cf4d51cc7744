import { Injectable } from '@nestjs/common';
import { seesAll, seesSubtree, type CampaignBodies, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import { COUNTED, doubleCounts, localDateOf, type Claim, type CampaignPlan, type DoubleCount } from '#libs/domain';
import { catalogueOf, organisationOn, standingOf, Store, type ObligationDoc } from '#libs/store';

/** Results that several units of a campaign report for the same place and period. */
@Injectable()
export class DoubleCountsQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Whoever does not look after the campaign sees what touches the own subtree. */
  async of(
    reader: Reader,
    { _id: campaign, bodies }: { _id: string; bodies: CampaignBodies },
    step?: string,
  ): Promise<{ items: DoubleCount[] }> {
    const found = await this.store.campaigns.findOne({ _id: campaign }, { projection: { 'plan.targets': 1 } });
    const { targets } = found!.plan;
    const { tree } = await organisationOn(this.store, localDateOf(await this.clock.now()));
    const filter = { campaign, ...(step && { step }), state: { $in: COUNTED }, 'targets.0': { $exists: true } };
    const projection = { subject: 1, step: 1, targets: 1, submission: 1 };
    const reports = (await this.store.obligations
      .find(filter as never, { projection })
      .toArray()) as unknown as ObligationDoc[];
    const standing = await standingOf(this.store, reports);
    const claims = reports.flatMap(({ subject, step: period, targets: own, submission }) => {
      const kind = tree.unit(subject)?.kind ?? '–';
      const figures = (standing.get(submission)?.figures ?? []).filter(({ target }) => own.includes(target));
      return figures.flatMap(({ target, value, places }): Claim[] => {
        const claim = { indicator: indicatorOf(targets, target), period, unit: subject, kind };
        if (places?.length) return places.map((one) => ({ ...claim, ...one }));
        return value === null ? [] : [{ ...claim, place: subject, value }];
      });
    });
    const owners = await this.owners();
    const all = doubleCounts(claims, (indicator) => owners.get(indicator) ?? []);
    if (reader === 'everyone' || seesAll(reader, bodies)) return { items: all };
    const mine = (unit: string): boolean => seesSubtree(reader, unit, tree.ancestorsOf(unit));
    return { items: all.filter((one) => one.claims.some(({ unit }) => mine(unit))) };
  }

  private async owners(): Promise<Map<string, string[]>> {
    const all = await catalogueOf(this.store);
    return new Map(all.map(({ indicator: { id, owner } }) => [id, owner?.kinds ?? []]));
  }
}

const indicatorOf = (targets: CampaignPlan['targets'], id: string): string =>
  targets.find((target) => target.id === id)?.indicator?.id ?? id;
