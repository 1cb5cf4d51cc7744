import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { CohortActivityApi, Examination, ProcessAct } from '#libs/contracts';
import { shiftingSuspensions, type Suspension } from '#libs/domain';
import { Store, fallAsleep, wake, type CampaignDoc } from '#libs/store';
import { Activities, Activity, beating } from '#libs/temporal';
import { completeActs, cutActs } from './cohort/cut-acts.js';
import { actFacts, dueActs } from './cohort/due-acts.js';
import { finishAct, finishRounds, movingRounds, settledRounds } from './cohort/finish-rounds.js';
import { MassActs } from './cohort/mass-acts.js';
import { retryParked } from './cohort/retry-parked.js';
import { shiftClocks } from './cohort/shift-clocks.js';
import { shiftActs, unshifted } from './cohort/shift-groups.js';

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
      else if (act.kind === 'record') await completeActs(this.store, act);
      else if (act.kind === 'shift') await shiftClocks(this.store, id, act, await this.clock.now());
      else if (act.kind === 'retry') await retryParked(this.store, id, actFacts(act));
      else await this.massActs.perform(id, act);
      return last ? this.examine(id) : null;
    });
  }

  private async examine(id: string): Promise<Examination> {
    const turn = await wake(this.store, id);
    const now = await this.clock.now();
    const { acts, next, finished } = await this.due(id, turn.campaign!, now);
    if (acts.length) return { acts, finished: false, sleepMs: null };
    await fallAsleep(this.store, id, turn, next, finished);
    return { acts, finished, sleepMs: this.clock.sleep(next, now) };
  }

  /** What was cut and what is due first; whether rounds are over is asked only when nothing is. */
  private async due(cohort: string, campaign: string, now: Date): Promise<Due> {
    const [{ suspended, cancelled, suspensions }, next, rounds] = await Promise.all([
      this.flagsOf(campaign),
      this.nextInstant(cohort),
      movingRounds(this.store, cohort),
    ]);
    const underWay = rounds.filter(({ intents }) => intents?.length > 0);
    const cut = cutActs(cohort, underWay, []);
    if (suspended || cancelled) return { acts: cut, next: null, finished: cancelled && cut.length === 0 };
    const shifts = await this.shifts(cohort, campaign, suspensions);
    if (shifts.length) return { acts: [...cutActs(cohort, underWay, shifts), ...shifts], next: null, finished: false };
    if (next !== null && next <= now) {
      const due = await dueActs(this.store, cohort, now);
      const acts = due.length ? [...cutActs(cohort, underWay, due), ...due] : [];
      // nothing any more: somebody moved it between the two reads
      return acts.length ? { acts, next: null, finished: false } : this.due(cohort, campaign, now);
    }
    if (cut.length) return { acts: cut, next: null, finished: false };
    const settled = await settledRounds(this.store, cohort, rounds);
    if (settled.length) return { acts: finishAct(cohort, settled), next: null, finished: false };
    // what was reopened in a finished round still has a clock of its own
    return { acts: [], next, finished: rounds.length === 0 && next === null };
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

  /** The plan is large: it is read only where a suspension has still to be reckoned with. */
  private async shifts(cohort: string, campaign: string, ledger: Suspension[] | undefined): Promise<ProcessAct[]> {
    const last = shiftingSuspensions(ledger).at(-1);
    if (!last || !(await this.store.obligations.findOne(unshifted(cohort, last) as never, { projection: { _id: 1 } })))
      return [];
    const found = await this.store.campaigns.findOne({ _id: campaign }, { projection: { plan: 1, suspensions: 1 } });
    return shiftActs(this.store, cohort, found as unknown as CampaignDoc);
  }

  private async flagsOf(id: string) {
    const projection = { suspended: 1, state: 1, suspensions: 1 };
    const campaign = await this.store.campaigns.findOne({ _id: id }, { projection });
    return {
      suspended: campaign?.suspended ?? false,
      cancelled: campaign?.state === 'cancelled',
      suspensions: campaign?.suspensions,
    };
  }
}
