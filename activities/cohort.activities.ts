import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { CohortActivityApi, Examination, ProcessAct } from '#libs/contracts';
import { Store, fallAsleep, wake } from '#libs/store';
import { Activities, Activity, beating } from '#libs/temporal';
import { dueActs } from './cohort/due-acts.js';
import { finishAct, finishRounds, roundsOf } from './cohort/finish-rounds.js';
import { MassActs } from './cohort/mass-acts.js';

interface Due {
  acts: ProcessAct[];
  next: Date | null;
  finished: boolean;
}

/** What a cohort does by itself: the acts its open obligations' agendas name, all obligations of one instant at once. */
@Injectable()
@Activities()
export class CohortActivities implements CohortActivityApi {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly massActs: MassActs,
  ) {}

  @Activity()
  async examineCohort(id: string): Promise<Examination> {
    return this.examine(id);
  }

  @Activity()
  async performCohortAct(id: string, act: ProcessAct, last: boolean): Promise<Examination | null> {
    return beating(async () => {
      if (act.kind === 'finish') await finishRounds(this.store, act.args.rounds as string[], await this.clock.now());
      else await this.massActs.perform(id, act);
      return last ? this.examine(id) : null;
    });
  }

  private async examine(id: string): Promise<Examination> {
    const turn = await wake(this.store, id);
    const now = await this.clock.now();
    const { acts, next, finished } = await this.due(id, now);
    if (acts.length) return { acts, finished: false, sleepMs: null };
    await fallAsleep(this.store, id, turn, next, finished);
    return { acts, finished, sleepMs: this.clock.sleep(next, now) };
  }

  private async due(cohort: string, now: Date): Promise<Due> {
    const [{ suspended, cancelled }, acts, rounds, next] = await Promise.all([
      this.campaignFlags(cohort),
      dueActs(this.store, cohort, now),
      roundsOf(this.store, cohort),
      this.nextInstant(cohort),
    ]);
    if (suspended || cancelled) return { acts: [], next: null, finished: cancelled };
    if (acts.length || rounds.settled.length) {
      return { acts: [...acts, ...finishAct(cohort, rounds.settled)], next: null, finished: false };
    }
    return { acts: [], next, finished: rounds.open === 0 };
  }

  private async nextInstant(cohort: string): Promise<Date | null> {
    const filter = { cohort, nextAt: { $ne: null } };
    const [first] = await this.store.obligations
      .find(filter, { projection: { nextAt: 1 } })
      .sort({ nextAt: 1 })
      .limit(1)
      .toArray();
    return first?.nextAt ?? null;
  }

  private async campaignFlags(id: string): Promise<{ suspended: boolean; cancelled: boolean }> {
    const process = await this.store.processes.findOne({ _id: id }, { projection: { campaign: 1 } });
    const campaign = await this.store.campaigns.findOne(
      { _id: process!.campaign! },
      { projection: { suspended: 1, state: 1 } },
    );
    return { suspended: campaign?.suspended ?? false, cancelled: campaign?.state === 'cancelled' };
  }
}
