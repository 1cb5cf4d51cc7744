import { Injectable } from '@nestjs/common';
import { campaignProcessId, sessionId, sessionProcessId } from '#libs/contracts';
import {
  RECORDED,
  Store,
  type ObligationDoc,
  type Recorded,
  type RecordedName,
  type RoundDoc,
  type SessionDoc,
} from '#libs/store';
import { Engine } from '#libs/temporal';
import { Notices } from '#activities';

/** Documents looked at in one turn. */
const PAGE = 2_000;

/** Second mark: wakes the processes that recorded events concern, and only those that would otherwise sleep past them. */
@Injectable()
export class NudgeEvents {
  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
    private readonly notices: Notices,
  ) {}

  async all(): Promise<number> {
    let done = 0;
    for (const collection of RECORDED) {
      const found = (await this.store
        .recorded(collection)
        .find({ toNudge: true } as never, { projection: NEEDED })
        .limit(PAGE)
        .toArray()) as unknown as Recorded[];
      if (found.length === 0) continue;
      if (collection === 'obligations') await this.notices.ensureInstant();
      await this.engine.nudgeAll(await this.concerned(collection, found));
      await this.clear(collection, found);
      done += found.length;
    }
    return done;
  }

  private async concerned(collection: RecordedName, documents: Recorded[]): Promise<string[]> {
    switch (collection) {
      case 'campaigns':
        return this.ofCampaigns(documents.map(({ _id }) => _id));
      case 'rounds':
        return this.ofRounds(documents as RoundDoc[]);
      case 'sessions':
        return this.existing(
          (documents as SessionDoc[]).flatMap(({ _id, campaign }) => [
            sessionProcessId(_id),
            campaignProcessId(campaign),
          ]),
        );
      case 'obligations':
        return this.ofObligations(documents as ObligationDoc[]);
    }
  }

  /** A campaign's own process, and its cohorts: suspension, resumption and cancelling touch all of them. */
  private async ofCampaigns(ids: string[]): Promise<string[]> {
    const flagged = await this.store.campaigns
      .find({ _id: { $in: ids } }, { projection: { state: 1, 'commands.receipt.command': 1 } })
      .toArray();
    const touching = flagged
      .filter(({ commands }) => FLAGS.has(String(commands.at(-1)?.receipt.command)))
      .map(({ _id }) => _id);
    const cohorts = await this.store.processes.distinct('_id', {
      campaign: { $in: touching },
      finished: false,
    } as never);
    return this.existing([...ids.map(campaignProcessId), ...cohorts]);
  }

  private async ofRounds(rounds: RoundDoc[]): Promise<string[]> {
    const finished = rounds.filter(({ state }) => state === 'finished');
    return this.existing([
      ...new Set(
        finished.flatMap(({ campaign, step }) => [
          campaignProcessId(campaign),
          sessionProcessId(sessionId(campaign, step)),
        ]),
      ),
    ]);
  }

  /** A cohort wakes when something is due before it would, or when its round owes nothing any more. */
  private async ofObligations(obligations: ObligationDoc[]): Promise<string[]> {
    const cohorts = [...new Set(obligations.map(({ cohort }) => cohort))];
    const records = await this.store.processes.find({ _id: { $in: cohorts } }).toArray();
    const sleeps = new Map(records.map((record) => [record._id, record]));
    const early = obligations.filter(({ cohort, nextAt }) => {
      const record = sleeps.get(cohort);
      if (!nextAt || !record) return false;
      return record.asleep !== record.turn || record.sleepsUntil === null || nextAt < record.sleepsUntil;
    });
    const rounds = [...new Set(obligations.filter(({ settled }) => settled).map(({ round }) => round))];
    const owing = new Set(
      await this.store.obligations.distinct('round', { round: { $in: rounds }, settled: false } as never),
    );
    const over = obligations.filter(({ settled, round }) => settled && !owing.has(round));
    return [...new Set([...early, ...over].map(({ cohort }) => cohort))];
  }

  private async existing(ids: string[]): Promise<string[]> {
    return this.store.processes.distinct('_id', { _id: { $in: ids } });
  }

  private async clear(collection: RecordedName, documents: Recorded[]): Promise<void> {
    const byVersion = new Map<number, string[]>();
    for (const { _id, version } of documents) byVersion.set(version, [...(byVersion.get(version) ?? []), _id]);
    for (const [version, ids] of byVersion) {
      await this.store.recorded(collection).updateMany({ _id: { $in: ids }, version }, { $unset: { toNudge: 1 } });
    }
  }
}

const FLAGS = new Set(['suspend', 'resume', 'cancel']);

const NEEDED = { version: 1, cohort: 1, round: 1, nextAt: 1, settled: 1, state: 1, campaign: 1, step: 1 } as const;
