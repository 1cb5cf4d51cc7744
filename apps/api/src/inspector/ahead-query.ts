import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { AheadQuery as Asked, AheadView } from '#libs/contracts/http/index.js';
import { addDays, comingActs, endOfDay, levelWord, localDateOf, rungTitle, type StandingWork } from '#libs/domain';
import { sayTimeline } from '#libs/domain/timeline/sentence.js';
import { forecastCampaign } from '#libs/forecast';
import { ruleBook } from '#libs/rules';
import { Store, type CampaignDoc, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { comingOfCampaign } from '../timeline/coming.js';
import { HistoryScopes, type HistoryScope } from './history-scopes.js';

type Line = AheadView['days'][number]['items'][number];

/** What will happen to a campaign, or to one unit, round or obligation of it, if nobody acts: from its records as they stand, by day. */
@Injectable()
export class AheadQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly scopes: HistoryScopes,
  ) {}

  async of(id: string, { days, ...about }: Asked): Promise<AheadView> {
    const campaign = (await this.store.campaigns.findOne(
      { _id: id },
      { projection: { plan: 1, steps: 1, state: 1, suspended: 1 } },
    )) as unknown as CampaignDoc;
    const [now, scope] = await Promise.all([this.clock.now(), this.scopes.of(id, about)]);
    const until = endOfDay(addDays(localDateOf(now), days - 1));
    const silent = silence(campaign);
    const whole = scope.about === null;
    const steps = whole && silent === null ? comingOfCampaign(campaign) : [];
    const lines: Line[] = silent
      ? []
      : [
          ...(await this.acts(campaign, scope, now, until)),
          ...(await this.mails(id, scope, now, until)),
          ...steps.flatMap(({ at, text }) => (at ? [{ at, act: 'step', text, count: 0, unitName: null }] : [])),
          ...(whole ? await this.assumed(campaign, now, until) : []),
        ].filter(({ at }) => at > now.toISOString() && at <= until.toISOString());
    return {
      now: now.toISOString(),
      until: until.toISOString(),
      silent,
      days: byDay(lines),
      waiting: steps.flatMap(({ at, text }) => (at === null ? [text] : [])),
    };
  }

  private async acts({ _id, plan }: CampaignDoc, scope: HistoryScope, now: Date, until: Date): Promise<Line[]> {
    const groups = (await this.store.obligations
      .aggregate([
        { $match: { $and: [{ campaign: _id, settled: false }, scope.obligations] } },
        {
          $group: {
            _id: { step: '$step', level: '$level', state: '$state', clockKey: '$clockKey', until: '$parking.until' },
            clock: { $first: '$clock' },
            unit: { $first: '$subject' },
            count: { $sum: 1 },
          },
        },
      ])
      .toArray()) as unknown as Group[];
    const units = await this.names.units(groups.flatMap(({ unit, count }) => (count === 1 ? unit : [])));
    const alone = new Map(groups.filter(({ count }) => count === 1).map((group) => [keyOf(group._id), group.unit]));
    const work = groups.map(({ _id: { step, level, state, until: repairBy }, clock, count }): StandingWork => ({
      ...{ step, level, state, clock, count, repairBy: repairBy ?? null },
    }));
    return comingActs(work, now, until, ruleBook).map(({ at, step, level, act, rung, count }): Line => {
      const title = plan.steps.find((one) => one.id === step)?.title ?? step;
      const said = sayTimeline(`coming.${act}`, { rung: rungTitle(rung) });
      const unit = count === 1 ? alone.get(keyOf({ step, level })) : undefined;
      return {
        ...{ at: at.toISOString(), act, count },
        text: sayTimeline('coming.of', { act: said, title, level: levelWord(level), count }),
        unitName: unit === undefined ? null : (units.get(unit) ?? unit),
      };
    });
  }

  /** Notices that wait for their morning. */
  private async mails(campaign: string, scope: HistoryScope, now: Date, until: Date): Promise<Line[]> {
    const waiting = { campaign, state: 'waiting', slotAt: { $gt: now, $lte: until } };
    const slots = (await this.store.notices
      .aggregate([
        { $match: { $and: [waiting, scope.notices] } },
        { $group: { _id: '$slotAt', count: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ])
      .toArray()) as unknown as { _id: Date; count: number }[];
    return slots.map(({ _id, count }) => ({
      ...{ at: _id.toISOString(), act: 'mail', count, unitName: null },
      text: sayTimeline('coming.mails', { count }),
    }));
  }

  /** Steps that wait for others open at the latest when the forecast says, in which nobody acts. */
  private async assumed({ _id, steps, plan }: CampaignDoc, now: Date, until: Date): Promise<Line[]> {
    const waits = plan.steps.filter(({ id, skip, opens, after }) => {
      const waiting = steps.find((step) => step.id === id)?.state === 'waiting';
      return waiting && !skip && opens === undefined && after.length > 0;
    });
    if (waits.length === 0) return [];
    const { entries } = (await forecastCampaign(this.store, _id))!;
    return entries
      .filter(
        ({ kind, step, at }) =>
          kind === 'step_opened' && at > now && at <= until && waits.some((one) => one.id === step),
      )
      .map(({ at, step, obligations: count }) => ({
        ...{ at: at.toISOString(), act: 'step', count, unitName: null },
        text: sayTimeline('coming.assumed', { title: waits.find((one) => one.id === step)!.title, count }),
      }));
  }
}

interface Group {
  _id: Pick<ObligationDoc, 'step' | 'level' | 'state' | 'clockKey'> & { until?: Date | null };
  clock: ObligationDoc['clock'];
  unit: string;
  count: number;
}

const keyOf = ({ step, level }: Pick<ObligationDoc, 'step' | 'level'>): string => `${step}.${level}`;

function silence({ state, suspended }: CampaignDoc): string | null {
  if (state === 'draft') return sayTimeline('coming.not-launched');
  if (state !== 'launched' && state !== 'concluded') return sayTimeline('coming.over');
  return suspended ? sayTimeline('coming.suspended') : null;
}

function byDay(lines: Line[]): AheadView['days'] {
  const days = new Map<string, Line[]>();
  for (const line of lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const day = localDateOf(new Date(line.at));
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days].map(([day, items]) => ({ day, items }));
}
