import { Injectable } from '@nestjs/common';
import { notAllowed, seesAll, seesSubtree, type CampaignBodies, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { PledgesQuery as Asked, PledgesView } from '#libs/contracts/http/index.js';
import { localDateOf, stretchText, type PledgeLine, type Target } from '#libs/domain';
import { pledgeBoard, pledgingUnits } from '#libs/pledges';
import { organisationOn, planOf, Store } from '#libs/store';
import { Names } from '../http/names.js';
import { ProblemError } from '../http/problem-error.js';

/** What each unit was assigned, pledged and reached. The bodies of the campaign see all units, others their own subtree. */
@Injectable()
export class PledgesQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  async of(reader: Reader, campaign: { _id: string; bodies: CampaignBodies }, asked: Asked): Promise<PledgesView> {
    const now = await this.clock.now();
    const day = localDateOf(now);
    const plan = await planOf(this.store, campaign._id);
    const inside = await this.inside(reader, campaign.bodies, asked.unit, day);
    const units = (await pledgingUnits(this.store, plan, day)).filter(inside);
    const after = asked.after ?? '';
    const page = units.filter((id) => id > after).slice(0, asked.limit);
    const more = units.some((id) => id > (page.at(-1) ?? after));
    const [board, names] = await Promise.all([pledgeBoard(this.store, plan, page, day), this.names.units(page)]);
    const targets = new Map(plan.targets.map((target) => [target.id, target]));
    const lines = board.lines.filter(({ target }) => asked.target === undefined || target === asked.target);
    return {
      campaign: campaign._id,
      now: now.toISOString(),
      items: lines.map((line) => lineView(line, targets.get(line.target)!, names)),
      untaken: board.untaken,
      parent: board.parent,
      next: more ? page.at(-1)! : null,
    };
  }

  /** Which units are shown. @throws ProblemError 403 for a subtree that is not the reader's */
  private async inside(reader: Reader, bodies: CampaignBodies, unit: string | undefined, day: string) {
    const { tree } = await organisationOn(this.store, day);
    const within = (top: string) => (id: string) => id === top || tree.ancestorsOf(id).includes(top);
    const all = reader === 'everyone' || seesAll(reader, bodies);
    if (unit !== undefined && !all && !seesSubtree(reader, unit, tree.ancestorsOf(unit)))
      throw ProblemError.refused(403, notAllowed(reader, 'read'));
    if (unit !== undefined) return within(unit);
    return all ? () => true : (id: string) => seesSubtree(reader, id, tree.ancestorsOf(id));
  }
}

const lineView = (
  { stretch, ...line }: PledgeLine,
  target: Target,
  names: ReadonlyMap<string, string>,
): PledgesView['items'][number] => ({
  ...line,
  unitName: names.get(line.unit) ?? line.unit,
  targetName: target.name,
  measure: target.unit,
  stretch: stretch && { ...stretch, text: stretchText(stretch) },
});
