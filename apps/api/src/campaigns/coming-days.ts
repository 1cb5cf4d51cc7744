import { Injectable } from '@nestjs/common';
import type { LeaderView } from '#libs/contracts/http/index.js';
import { levelWord, localDateOf, say } from '#libs/domain';
import { Store, type CampaignDoc, type SessionDoc } from '#libs/store';

type Coming = LeaderView['coming'][number];
interface Group {
  _id: { step: string; level: string; at: Date };
  count: number;
}

/** What falls into the next days of a campaign, counted from what is owed now. */
@Injectable()
export class ComingDays {
  constructor(private readonly store: Store) {}

  async of({ _id: campaign, plan, steps, state, suspended }: CampaignDoc, now: Date, until: Date): Promise<Coming[]> {
    if (suspended || state === 'cancelled') return [];
    const titles = new Map(plan.steps.map(({ id, title }) => [id, title]));
    const day = (at: Date): string => localDateOf(at);
    const owed = async (kind: 'due' | 'lock', states: string[]): Promise<Coming[]> =>
      (await this.groups(campaign, kind === 'due' ? 'clock.dueAt' : 'clock.lockAt', states, now, until)).map(
        ({ _id, count }) => ({
          day: day(_id.at),
          kind,
          title: titles.get(_id.step) ?? _id.step,
          levelText: levelWord(_id.level),
          count,
        }),
      );
    const waiting = new Set(steps.filter((step) => step.state === 'waiting').map(({ id }) => id));
    const opening = plan.steps.flatMap(({ id, title, opens, skip }): Coming[] => {
      if (opens === undefined || skip || !waiting.has(id) || opens < day(now) || opens > day(until)) return [];
      return [{ day: opens, kind: 'step', title, levelText: null, count: 1 }];
    });
    const [due, locks, sessions] = await Promise.all([
      owed('due', ['scheduled', 'open', 'returned']),
      owed('lock', ['open', 'returned']),
      this.sessions(campaign, now, until),
    ]);
    const all = [...due, ...locks, ...opening, ...sessions];
    return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  }

  private async groups(campaign: string, field: string, states: string[], now: Date, until: Date): Promise<Group[]> {
    const match = { campaign, state: { $in: states }, [field]: { $gte: now, $lte: until } };
    const by = { step: '$step', level: '$level', at: `$${field}` };
    return (await this.store.obligations
      .aggregate([{ $match: match }, { $group: { _id: by, count: { $sum: 1 } } }])
      .toArray()) as unknown as Group[];
  }

  private async sessions(campaign: string, now: Date, until: Date): Promise<Coming[]> {
    const found = (await this.store.sessions
      .find({ campaign, meetsAt: { $gte: now, $lte: until } } as never)
      .toArray()) as unknown as SessionDoc[];
    return found.map(({ meetsAt, items }) => ({
      ...{ day: localDateOf(meetsAt), kind: 'session' as const, title: say('month.session'), levelText: null },
      count: items.length,
    }));
  }
}
