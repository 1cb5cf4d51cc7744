import { Injectable } from '@nestjs/common';
import type { LeaderView } from '#libs/contracts/http/index.js';
import { localDateOf, plannedTotal, progress, withGoal, type SheetTotal } from '#libs/domain';
import { targetsOfDay } from '#libs/pledges';
import { organisationOn, Store, type CampaignDoc, type RoundDoc, type SheetHeaderDoc } from '#libs/store';

type Line = LeaderView['targets'][number];
/** Targets on the sheet: a leader reads the first. */
const SHOWN = 8;

interface Newest {
  step: string;
  total: SheetTotal;
}

/** Where the targets stand, by the newest sheet of the bodies of the campaign in which somebody has brought a figure. */
@Injectable()
export class TargetFigures {
  constructor(private readonly store: Store) {}

  async of({ _id: campaign, plan }: CampaignDoc, now: Date): Promise<Line[]> {
    const day = localDateOf(now);
    const [targets, { tree }, newest] = await Promise.all([
      targetsOfDay(this.store, campaign, day),
      organisationOn(this.store, day),
      this.newest(campaign, [plan.launchingUnit, plan.standingBody], now),
    ]);
    const units = tree.select({}, plan.launchingUnit).flatMap((id) => tree.unit(id) ?? []);
    return targets
      .filter(({ role }) => role === 'target')
      .slice(0, SHOWN)
      .map((target): Line => {
        const found = newest.get(target.id);
        const goal = plannedTotal(target, units);
        const value = found?.total.value ?? null;
        const { status, ratio } = progress(withGoal(target, goal), value);
        return {
          ...{ target: target.id, name: target.name, measure: target.unit, goal, value, status },
          percent: ratio === null ? null : Math.floor(ratio * 1_000) / 10,
          step: found ? (plan.steps.find(({ id }) => id === found.step)?.title ?? found.step) : null,
          in: found?.total.coverage.in ?? 0,
          asked: found?.total.coverage.expected ?? 0,
        };
      });
  }

  private async newest(campaign: string, bodies: string[], now: Date): Promise<Map<string, Newest>> {
    const filter = { campaign, collector: { $in: bodies }, opensAt: { $lte: now } };
    const rounds = (await this.store.rounds
      .find(filter as never, { projection: { step: 1, dueAt: 1 } })
      .sort({ dueAt: 1, _id: 1 })
      .toArray()) as unknown as Pick<RoundDoc, '_id' | 'step' | 'dueAt'>[];
    const headers = (await this.store.headers
      .find({ _id: { $in: rounds.map(({ _id }) => _id) } }, { projection: { totals: 1 } })
      .toArray()) as unknown as Pick<SheetHeaderDoc, '_id' | 'totals'>[];
    const totalsOf = new Map(headers.map(({ _id, totals }) => [_id, totals ?? []]));
    const newest = new Map<string, Newest>();
    for (const { _id, step } of rounds)
      for (const total of totalsOf.get(_id) ?? [])
        if (total.value !== null && !wider(newest.get(total.target), step, total))
          newest.set(total.target, { step, total });
    return newest;
  }
}

/** Of one step the sheet that covers more units counts: departments and districts hand in to the same body. */
const wider = (before: Newest | undefined, step: string, total: SheetTotal): boolean =>
  before?.step === step && before.total.coverage.expected > total.coverage.expected;
