import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { CohortActivityApi, Examination, ProcessAct } from '#libs/contracts';
import { Store, fallAsleep, wake } from '#libs/store';
import { Activities, Activity, beating } from '#libs/temporal';
import { dueActs, type DueAct } from './cohort/due-acts.js';
import { finishRounds, settledRounds } from './cohort/finish-rounds.js';
import { MassActs } from './cohort/mass-acts.js';

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
    return beating(async () => {
      const turn = await wake(this.store, id);
      const now = await this.clock.now();
      const { acts, next, finished } = await this.due(id, now);
      if (acts.length) return { acts, finished: false, sleepMs: null };
      await fallAsleep(this.store, id, turn, next, finished);
      return { acts, finished, sleepMs: this.clock.sleep(next, now) };
    });
  }

  @Activity()
  async performCohortAct(id: string, act: ProcessAct): Promise<number> {
    return beating(async () => {
      if (act.kind === 'finish') return finishRounds(this.store, act.args.rounds as string[], await this.clock.now());
      return this.massActs.perform(id, act);
    });
  }

  private async due(id: string, now: Date) {
    const cohort = id;
    const { suspended, cancelled } = await this.campaignFlags(id);
    if (suspended || cancelled) return { acts: [], next: null, finished: cancelled };
    const acts: DueAct[] = await dueActs(this.store, cohort, now);
    const rounds = await settledRounds(this.store, cohort);
    if (acts.length || rounds.length) return { acts: [...acts, ...rounds], next: null, finished: false };
    const [next] = await this.store.obligations
      .find({ cohort, nextAt: { $ne: null } }, { projection: { nextAt: 1 } })
      .sort({ nextAt: 1 })
      .limit(1)
      .toArray();
    const open = next ?? (await this.store.rounds.findOne({ cohort, state: { $ne: 'finished' } }, { projection: { _id: 1 } }));
    return { acts: [], next: next?.nextAt ?? null, finished: open === null };
  }

  private async campaignFlags(id: string): Promise<{ suspended: boolean; cancelled: boolean }> {
    const process = await this.store.processes.findOne({ _id: id }, { projection: { campaign: 1 } });
    const campaign = await this.store.campaigns.findOne({ _id: process!.campaign! }, { projection: { suspended: 1, state: 1 } });
    return { suspended: campaign?.suspended ?? false, cancelled: campaign?.state === 'cancelled' };
  }
}
