import { Injectable } from '@nestjs/common';
import type { ProcessAct } from '#libs/contracts';
import { attempt, engineAct, lateAfter, postsAddressed, type CampaignPlan, type EngineAct } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { planOf, Store, type ActIntent, type ObligationDoc } from '#libs/store';
import type { NoticeSeed } from '../notice-seed.js';
import { Notices } from '../notices.js';
import { beginAct } from './begin-act.js';
import { actFacts, type ActFacts } from './due-acts.js';
import { parkObligations, type Unable } from './park-obligations.js';
import { recordAct } from './record-act.js';

/**
 * One act of the engine on many obligations (core protocol 2): computed whole first, and what it cannot be computed for is
 * parked; then intent on the rounds, notices under their keys, one conditional `updateMany` whose filter is the condition, one
 * event per round with the pairs (obligation, version). Every part may be repeated; the second time it changes nothing.
 */
@Injectable()
export class MassActs {
  constructor(
    private readonly store: Store,
    private readonly notices: Notices,
  ) {}

  /**
   * @param now engine time of the performing, which may be later than that of the examination
   * @returns how many obligations the act changed, counted by act id so that a repetition gives the same figure
   */
  async perform(cohort: string, act: ProcessAct, now: Date): Promise<number> {
    const facts = actFacts(act);
    const { clockKey, at: nextAt, until, releasedAt } = facts;
    const filter = { cohort, clockKey, nextAt, releasedAt, state: { $ne: 'parked' } };
    const obligations = (await this.store.obligations
      .find(filter as never, { projection: NEEDED })
      .toArray()) as unknown as ObligationDoc[];
    const computed = attempt(() => engineAct(facts.clock, nextAt, until, ruleBook));
    if (computed.result === null) {
      const unable = obligations.map((obligation) => ({ obligation, cause: computed.cause }));
      if (unable.length) await this.park(unable, act.id, until, await planOf(this.store, obligations[0]!.campaign));
      return 0;
    }
    const intent = intentOf(act.id, until, computed.result);
    if (obligations.length === 0) return recordAct(this.store, intent);
    const { able, seeds } = await this.address(obligations, computed.result, intent);
    const begun = await beginAct(this.store, able, intent);
    await this.notices.write(seeds, now);
    const ids = able.map(({ _id }) => _id);
    const moved = await this.store.obligations.updateMany({ _id: { $in: ids }, ...filter } as never, {
      $set: { lastAct: act.id, ...effects(facts, computed.result) },
      $inc: { version: 1 },
    });
    const all = begun && moved.modifiedCount === able.length;
    return recordAct(this.store, intent, all ? able.map((one) => ({ ...one, version: one.version + 1 })) : undefined);
  }

  /** Whom the act speaks to; obligations for which that cannot be said are parked, the others go on. */
  private async address(
    obligations: ObligationDoc[],
    act: EngineAct,
    { id, until }: ActIntent,
  ): Promise<{ able: ObligationDoc[]; seeds: NoticeSeed[] }> {
    if (!act.speaking) return { able: obligations, seeds: [] };
    const plan = await planOf(this.store, obligations[0]!.campaign);
    const able: ObligationDoc[] = [];
    const unable: Unable = [];
    const seeds: NoticeSeed[] = [];
    for (const obligation of obligations) {
      const { result, cause } = attempt(() => seedsOf(obligation, act, plan, until));
      if (result === null) unable.push({ obligation, cause });
      else {
        able.push(obligation);
        seeds.push(...result);
      }
    }
    if (unable.length) await this.park(unable, id, until, plan);
    return { able, seeds };
  }

  private park(unable: Unable, act: string, now: Date, { calendar }: CampaignPlan): Promise<void> {
    return parkObligations(this.store, unable, act, now, calendar);
  }
}

/** All that the act's record needs, so that anybody can complete it (`cut-acts.ts`). */
function intentOf(id: string, until: Date, { entries }: EngineAct): ActIntent {
  const spoken = entries.filter(({ audience }) => audience.length > 0);
  return {
    id,
    until,
    acts: entries.map(({ act, rung, at }) => ({ act, rung, at })),
    skipped: spoken.slice(0, -1).map(({ rung }) => rung),
  };
}

function seedsOf(obligation: ObligationDoc, act: EngineAct, plan: CampaignPlan, examinedAt: Date): NoticeSeed[] {
  const { rung, act: name, class: noticeClass, at } = act.speaking!;
  const { phase } = obligation.clock;
  return postsAddressed(obligation, act, plan).map(({ audience, post }) => ({
    ...{ obligation, phase, rung, act: name, audience, post, at, examinedAt },
    class: noticeClass ?? 'digest',
  }));
}

/** What the obligations become; overdue and locked are facts, the states only follow. */
function effects({ clock, releasedAt }: ActFacts, { entries, nextAt }: EngineAct): Record<string, unknown> {
  const acts = new Set(entries.map(({ act }) => act));
  return {
    nextAt,
    ...(releasedAt ? { releasedAt: null } : {}),
    ...(acts.has('open') ? { state: 'open' } : {}),
    ...(acts.has('overdue') ? { overdueAt: lateAfter(clock), overdueNotedAt: new Date() } : {}),
    ...(acts.has('lock') ? { state: 'lapsed', settled: true } : {}),
  };
}

const NEEDED = {
  campaign: 1,
  round: 1,
  kind: 1,
  state: 1,
  version: 1,
  nextAt: 1,
  clock: 1,
  answeringUnit: 1,
  answeringPost: 1,
  receiver: 1,
} as const;
