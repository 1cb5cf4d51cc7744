import { Injectable } from '@nestjs/common';
import { campaignProcessId, sessionId, sessionProcessId } from '#libs/contracts';
import {
  Store,
  type ObligationDoc,
  type ProcessDoc,
  type Recorded,
  type RecordedName,
  type RoundDoc,
  type SessionDoc,
} from '#libs/store';

/** Which processes what happened to documents concerns: only those that would otherwise sleep past it. */
@Injectable()
export class Concerned {
  constructor(private readonly store: Store) {}

  /** @returns ids of processes to wake, for documents as they stand; some may not exist */
  async by(collection: RecordedName, documents: Recorded[]): Promise<string[]> {
    switch (collection) {
      case 'campaigns':
        return this.ofCampaigns(documents.map(({ _id }) => _id));
      case 'rounds':
        return ofRounds(documents as RoundDoc[]);
      case 'sessions':
        return (documents as SessionDoc[]).flatMap(({ _id, campaign }) => [
          sessionProcessId(_id),
          campaignProcessId(campaign),
        ]);
      case 'covenants':
        return []; // its signatories' obligations wake their cohorts
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
    const own = ids.map(campaignProcessId);
    if (touching.length === 0) return own;
    const running = { campaign: { $in: touching }, finished: false };
    return [...own, ...(await this.store.processes.distinct('_id', running as never))];
  }

  /** A cohort wakes when something is due before it would, or when its round owes nothing any more. */
  private async ofObligations(obligations: ObligationDoc[]): Promise<string[]> {
    const waiting = obligations.filter(({ nextAt }) => nextAt !== null);
    const settled = obligations.filter((one) => one.settled);
    const [sleeps, owing] = await Promise.all([
      this.sleepsOf(waiting.map(({ cohort }) => cohort)),
      this.owing([...new Set(settled.map(({ round }) => round))]),
    ]);
    const early = waiting.filter(({ cohort, nextAt }) => {
      const record = sleeps.get(cohort);
      if (!record) return false;
      return record.asleep !== record.turn || record.sleepsUntil === null || nextAt! < record.sleepsUntil;
    });
    const over = settled.filter(({ round }) => !owing.has(round));
    return [...new Set([...early, ...over].map(({ cohort }) => cohort))];
  }

  private async sleepsOf(cohorts: string[]): Promise<Map<string, ProcessDoc>> {
    if (cohorts.length === 0) return new Map();
    const records = await this.store.processes.find({ _id: { $in: [...new Set(cohorts)] } }).toArray();
    return new Map(records.map((record) => [record._id, record]));
  }

  /** Of these rounds those in which somebody still owes: one is enough, a count would grow with the round. */
  private async owing(rounds: string[]): Promise<Set<string>> {
    const projection = { round: 1, _id: 0 };
    const found = await Promise.all(
      rounds.map((round) => this.store.obligations.findOne({ round, settled: false } as never, { projection })),
    );
    return new Set(found.flatMap((one) => one?.round ?? []));
  }
}

/** Campaign and session wait for rounds that are over; ids of sessions that do not exist wake nobody. */
function ofRounds(rounds: RoundDoc[]): string[] {
  const finished = rounds.filter(({ state }) => state === 'finished');
  return finished.flatMap(({ campaign, step }) => [
    campaignProcessId(campaign),
    sessionProcessId(sessionId(campaign, step)),
  ]);
}

const FLAGS = new Set(['suspend', 'resume', 'cancel']);
