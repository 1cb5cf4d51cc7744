import { Injectable } from '@nestjs/common';
import type { ProcessAct } from '#libs/contracts';
import { nextInstant, recipients, statesOfPhase, type AgendaEntry, type CampaignPlan } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { KEPT_ACTS, Store, type ObligationDoc } from '#libs/store';
import { Notices, type NoticeSeed } from '../notices.js';
import { actFacts, type ActFacts } from './due-acts.js';
import { recordAct } from './record-act.js';

/**
 * One act of the engine on many obligations (core protocol 2): intent on the rounds, notices under their keys, one conditional
 * `updateMany` whose filter is the condition, then one event per round with the pairs (obligation, version).
 * Every part may be repeated; the second time it changes nothing.
 */
@Injectable()
export class MassActs {
  constructor(
    private readonly store: Store,
    private readonly notices: Notices,
  ) {}

  /** @returns how many obligations the act changed, counted by act id so that a repetition gives the same figure */
  async perform(cohort: string, act: ProcessAct): Promise<number> {
    const facts = actFacts(act);
    const filter = { cohort, clockKey: facts.clockKey, nextAt: facts.at };
    const obligations = (await this.store.obligations
      .find(filter as never, { projection: NEEDED })
      .toArray()) as unknown as ObligationDoc[];
    if (obligations.length) {
      const rounds = [...new Set(obligations.map(({ round }) => round))];
      await this.store.rounds.updateMany({ _id: { $in: rounds }, 'acts.id': { $ne: act.id } }, {
        $push: { acts: { $each: [{ id: act.id, at: facts.at }], $slice: -KEPT_ACTS } },
      } as never);
      await this.notices.write(await this.noticesOf(obligations, facts.entries));
      await this.store.obligations.updateMany(
        { _id: { $in: obligations.map(({ _id }) => _id) }, ...filter },
        {
          $set: { lastAct: act.id, ...effects(facts) },
          $inc: { version: 1 },
        },
      );
    }
    return recordAct(this.store, act.id, facts);
  }

  /** Only the last rung due speaks; after an outage the earlier ones are recorded as skipped. */
  private async noticesOf(obligations: ObligationDoc[], entries: AgendaEntry[]): Promise<NoticeSeed[]> {
    const entry = entries.filter(({ audience }) => audience.length > 0).at(-1);
    if (!entry) return [];
    const { plan } = (await this.store.campaigns.findOne(
      { _id: obligations[0]!.campaign },
      { projection: { plan: 1 } },
    )) as { plan: CampaignPlan };
    const owed = obligations.filter(({ state, clock }) =>
      (statesOfPhase[clock.phase] as readonly string[]).includes(state),
    );
    return owed.flatMap((obligation) =>
      entry.audience.flatMap((audience) =>
        recipients(obligation, [audience], plan).map((post) => ({
          obligation,
          phase: obligation.clock.phase,
          rung: entry.rung,
          act: entry.act,
          audience,
          post,
          class: entry.class ?? 'digest',
          at: entry.at,
        })),
      ),
    );
  }
}

/** What the obligations become; overdue and locked are facts, the states only follow. */
function effects({ entries, until, clock }: ActFacts): Record<string, unknown> {
  const acts = new Set(entries.map(({ act }) => act));
  const locked = acts.has('lock');
  return {
    nextAt: locked ? null : nextInstant(clock, until, ruleBook),
    ...(acts.has('open') ? { state: 'open' } : {}),
    ...(acts.has('overdue') ? { overdueAt: clock.dueAt, overdueNotedAt: new Date() } : {}),
    ...(locked ? { state: 'lapsed', settled: true } : {}),
  };
}

const NEEDED = {
  campaign: 1,
  round: 1,
  state: 1,
  clock: 1,
  answeringUnit: 1,
  answeringPost: 1,
  receiver: 1,
} as const;
