import { Injectable } from '@nestjs/common';
import type { LeaderView } from '#libs/contracts/http/index.js';
import { levelWord } from '#libs/domain';
import { Store, type CampaignDoc, type RoundDoc, type SheetHeaderDoc } from '#libs/store';

type Line = LeaderView['steps'][number];
type Header = Pick<SheetHeaderDoc, '_id' | 'step' | 'level' | 'expected' | 'onTime' | 'late' | 'counts'>;
const HEADER = { step: 1, level: 1, expected: 1, onTime: 1, late: 1, counts: 1 } as const;

/** Handed in and not sent back, whether it was judged yet or not. */
const IN = ['submitted', 'received', 'accepted', 'done'];

/** How each step was answered on each level, added up from the headers of its sheets: as many documents as rounds. */
@Injectable()
export class StepFigures {
  constructor(private readonly store: Store) {}

  async of({ _id: campaign, plan }: CampaignDoc, now: Date): Promise<Line[]> {
    const [headers, rounds, overdue] = await Promise.all([
      this.store.headers.find({ campaign } as never, { projection: HEADER }).toArray() as unknown as Promise<Header[]>,
      this.store.rounds
        .find({ campaign } as never, { projection: { dueAt: 1, opensAt: 1 } })
        .toArray() as unknown as Promise<Pick<RoundDoc, '_id' | 'dueAt' | 'opensAt'>[]>,
      this.overdue(campaign, now),
    ]);
    const roundOf = new Map(rounds.map((round) => [round._id, round]));
    const lines = new Map<string, Line>();
    for (const header of headers) {
      const round = roundOf.get(header._id);
      if (!round || round.opensAt > now || header.expected === 0) continue; // laid out ahead of its day
      const key = `${header.step} ${header.level}`;
      const line = lines.get(key) ?? blank(header, plan, round.dueAt);
      line.expected += header.expected;
      line.onTime += header.onTime;
      line.late += header.late;
      line.returned += header.counts['returned'] ?? 0;
      line.actual += IN.reduce((sum, state) => sum + (header.counts[state] ?? 0), 0);
      line.overdue = overdue.get(key) ?? 0;
      lines.set(key, line);
    }
    const order = new Map(plan.steps.map(({ id }, n) => [id, n]));
    return [...lines.values()]
      .map((line) => ({ ...line, rate: StepFigures.rate(line.actual, line.expected) }))
      .sort((a, b) => order.get(a.step)! - order.get(b.step)! || (a.dueAt < b.dueAt ? -1 : 1));
  }

  /** In percent, one decimal, rounded down: 100 means all. */
  static rate(actual: number, expected: number): number | null {
    return expected === 0 ? null : Math.floor((actual / expected) * 1_000) / 10;
  }

  private async overdue(campaign: string, now: Date): Promise<Map<string, number>> {
    const late = {
      ...{ campaign, state: { $in: ['open', 'returned'] }, 'clock.dueAt': { $lt: now } },
      'clock.graceUntil': { $not: { $gte: now } },
    };
    const found = (await this.store.obligations
      .aggregate([{ $match: late }, { $group: { _id: { step: '$step', level: '$level' }, count: { $sum: 1 } } }])
      .toArray()) as unknown as { _id: { step: string; level: string }; count: number }[];
    return new Map(found.map(({ _id: { step, level }, count }) => [`${step} ${level}`, count]));
  }
}

function blank({ step, level }: Header, plan: CampaignDoc['plan'], dueAt: Date): Line {
  return {
    ...{ step, level, levelText: levelWord(level), dueAt: dueAt.toISOString() },
    title: plan.steps.find(({ id }) => id === step)?.title ?? step,
    ...{ expected: 0, actual: 0, rate: null, onTime: 0, late: 0, returned: 0, overdue: 0 },
  };
}
