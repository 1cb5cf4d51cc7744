import { Injectable } from '@nestjs/common';
import { failpoint } from '#libs/config/failpoints.js';
import type { ProcessAct } from '#libs/contracts';
import { localDateOf, say, TwoParents, UnitCycle, type LocalDate, type StepSpec } from '#libs/domain';
import { organisationOn, Store, type CampaignDoc } from '#libs/store';
import { RoundWriter } from '../rounds/round-writer.js';
import { OpenSession } from '../session/open-session.js';
import { CannotLayOut } from './stuck-step.js';
import { recordStep } from './record-step.js';

/**
 * Opens one step: lays out its rounds and obligations, makes sure that their cohorts run, then marks the step.
 * Rows first, processes second, mark last: whatever is cut short is found unmarked and done again to the same ids.
 */
@Injectable()
export class OpenStep {
  constructor(
    private readonly store: Store,
    private readonly rounds: RoundWriter,
    private readonly sessions: OpenSession,
  ) {}

  async open(campaign: CampaignDoc, stepId: string, now: Date): Promise<number> {
    const step = campaign.plan.steps.find(({ id }) => id === stepId)!;
    const obligations =
      step.kind === 'council' ? await this.sessions.call(campaign, step, now) : await this.layOut(campaign, step, now);
    failpoint('launch.started');
    await recordStep(this.store, campaign, openAct(campaign, step), now, { obligations });
    return obligations;
  }

  private async layOut(campaign: CampaignDoc, step: StepSpec, now: Date): Promise<number> {
    const { tree } = await treeOf(this.store, localDateOf(now));
    return this.rounds.write({ plan: campaign.plan, step, duties: step.duties, tree, openedAt: now });
  }
}

/** An organisation that is no tree on that day lays out nothing. @throws CannotLayOut */
async function treeOf(store: Store, day: LocalDate): ReturnType<typeof organisationOn> {
  try {
    return await organisationOn(store, day);
  } catch (error) {
    if (!(error instanceof UnitCycle || error instanceof TwoParents)) throw error;
    throw new CannotLayOut({ code: 'not_computable', data: { what: error.message } });
  }
}

function openAct(campaign: CampaignDoc, step: StepSpec): ProcessAct {
  const summary = say('step.open', { title: step.title, ground: '' });
  return { id: `${campaign._id}|open|${step.id}`, kind: 'open', summary, args: { step: step.id } };
}
