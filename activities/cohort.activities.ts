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
  /** The instant it was judged at. */
  now: Date;
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
      const now = await this.clock.now();
      if (act.kind === 'finish') await finishRounds(this.store, act.args.rounds as string[], now);
      else if (act.kind === 'record') await completeActs(this.store, act);
      else if (act.kind === 'shift') await shiftClocks(this.store, id, act, now);
      else if (act.kind === 'retry') await retryParked(this.store, id, actFacts(act));
      else await this.massActs.perform(id, act, now);
      return last ? this.examine(id, now) : null;
    });
  }

  /** @param since when the work began that this look ends; absent for the look that begins a wake */
  private async examine(id: string, since?: Date): Promise<Examination> {
    const turn = await wake(this.store, id);
    const { acts, next, finished, now } = await this.due(id, turn.campaign!, since);
    if (acts.length) return { acts, finished: false, sleepMs: null };
    await fallAsleep(this.store, id, turn, next, finished);
    return { acts, finished, sleepMs: this.clock.sleep(next, now) };
  }

  /** What was cut and what is due first; whether rounds are over is asked only when nothing is. */
  private async due(cohort: string, campaign: string, since?: Date): Promise<Due> {
    const [now, { suspended, cancelled, suspensions }, next, rounds] = await Promise.all([
      since ? this.clock.after(since) : this.clock.now(),
      this.flagsOf(campaign),
      this.nextInstant(cohort),
      movingRounds(this.store, cohort),
    ]);
    const underWay = rounds.filter(({ intents }) => intents?.length > 0);
    const cut = cutActs(cohort, underWay, []);
    if (suspended || cancelled) return { now, acts: cut, next: null, finished: cancelled && cut.length === 0 };
    const shifts = await this.shifts(cohort, campaign, suspensions);
    if (shifts.length)
      return { now, acts: [...cutActs(cohort, underWay, shifts), ...shifts], next: null, finished: false };
    if (next !== null && next <= now) {
      const due = await dueActs(this.store, cohort, now);
      const acts = due.length ? [...cutActs(cohort, underWay, due), ...due] : [];
      // nothing any more: somebody moved it between the two reads
      return acts.length ? { now, acts, next: null, finished: false } : this.due(cohort, campaign, since);
    }
    if (cut.length) return { now, acts: cut, next: null, finished: false };
    const settled = await settledRounds(this.store, cohort, rounds);
    if (settled.length) return { now, acts: finishAct(cohort, settled), next: null, finished: false };
    // what was reopened in a finished round still has a clock of its own
    return { now, acts: [], next, finished: rounds.length === 0 && next === null };
  }

  /** Grouped, not sorted: a server that sorts what it found reads each obligation whole, one that groups its instant alone. */
  private async nextInstant(cohort: string): Promise<Date | null> {
    const [first] = await this.store.obligations
      .aggregate<{ at: Date }>([
        { $match: { cohort, nextAt: { $ne: null } } },
        { $group: { _id: null, at: { $min: '$nextAt' } } },
      ])
      .toArray();
    return first?.at ?? null;
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
