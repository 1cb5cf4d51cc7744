import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import type { CampaignActivityApi, Examination, ProcessAct } from '#libs/contracts';
import { dueSteps, say, type StepAct } from '#libs/domain';
import { fallAsleep, Store, wake, type CampaignDoc } from '#libs/store';
import { Activities, Activity, beating } from '#libs/temporal';
import { OpenStep } from './campaign/open-step.js';
import { recordStep } from './campaign/record-step.js';
import { CannotLayOut, markStuck } from './campaign/stuck-step.js';
import { settledSteps } from './campaign/settled-steps.js';

/** What a campaign does by itself: skip, open and finish its steps, conclude, close. */
@Injectable()
@Activities()
export class CampaignActivities implements CampaignActivityApi {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly openStep: OpenStep,
  ) {}

  @Activity()
  async examineCampaign(id: string): Promise<Examination> {
    return this.examine(id);
  }

  /** @param since when the work began that this look ends; absent for the look that begins a wake */
  private async examine(id: string, since?: Date): Promise<Examination> {
    const turn = await wake(this.store, id);
    const [campaign, now] = await Promise.all([
      this.campaign(turn.campaign),
      since ? this.clock.after(since) : this.clock.now(),
    ]);
    const settled = await settledSteps(this.store, campaign);
    const { acts, next } = dueSteps({
      plan: campaign.plan,
      state: campaign.state,
      steps: campaign.steps,
      settled,
      nudge: turn.nudge,
      now,
    });
    if (acts.length) return { acts: acts.map((act) => toProcessAct(act, campaign)), finished: false, sleepMs: null };
    const finished = campaign.state === 'closed' || campaign.state === 'cancelled';
    await fallAsleep(this.store, id, turn, next, finished);
    return { acts: [], finished, sleepMs: this.clock.sleep(next, now) };
  }

  @Activity()
  async performCampaignAct(id: string, act: ProcessAct, last: boolean): Promise<Examination | null> {
    return beating(async () => {
      const campaign = await this.campaignOf(id);
      const now = await this.clock.now();
      if (act.kind === 'open') await this.openOrStick(id, campaign, act.args.step as string, now);
      else await recordStep(this.store, campaign, act, now);
      return last ? this.examine(id, now) : null;
    });
  }

  /** What cannot be computed is not tried for ever: the step says so, and waits for a nudge. */
  private async openOrStick(process: string, campaign: CampaignDoc, step: string, now: Date): Promise<void> {
    // read before the try: who mends the cause meanwhile and nudges has it tried again
    const { nudge } = (await this.store.processes.findOne({ _id: process }, { projection: { nudge: 1 } }))!;
    try {
      await this.openStep.open(campaign, step, now);
    } catch (error) {
      if (!(error instanceof CannotLayOut)) throw error;
      await markStuck(this.store, campaign, step, error.what, { nudge, now });
    }
  }

  private async campaignOf(process: string): Promise<CampaignDoc> {
    const record = await this.store.processes.findOne({ _id: process }, { projection: { campaign: 1 } });
    return this.campaign(record?.campaign ?? null);
  }

  private async campaign(id: string | null): Promise<CampaignDoc> {
    const campaign = await this.store.campaigns.findOne({ _id: id ?? '' });
    if (!campaign) throw new Error(`No campaign ${id ?? 'named by this process'}`);
    return campaign;
  }
}

function toProcessAct(act: StepAct, campaign: CampaignDoc): ProcessAct {
  const step = 'step' in act ? act.step : '';
  const title = campaign.plan.steps.find(({ id }) => id === step)?.title ?? campaign.plan.name;
  const ground = act.do === 'skip' ? act.ground : '';
  const summary = say(`step.${act.do}`, { title, ground });
  return { id: `${campaign._id}|${act.do}|${step}`, kind: act.do, summary, args: { step, ground } };
}
