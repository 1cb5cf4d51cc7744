import { campaignProcessId } from '#libs/contracts';
import { sayCause, type StuckStep } from '#libs/domain';
import type { CampaignDoc, JournalDoc } from '#libs/store';
import type { CheckContext } from '../check.js';
import { finding, spoken, type Found, type Look } from '../finding.js';

/** A step holds at least the obligations that the journal says it was opened with (minutes come later); one that is stuck is named. */
export async function checkSteps({ store, engine }: CheckContext): Promise<Look> {
  const running = { state: { $in: ['launched', 'concluded'] } } as const;
  const campaigns = (await store.campaigns
    .find(running as never, { projection: { steps: 1 } })
    .toArray()) as unknown as Pick<CampaignDoc, '_id' | 'steps'>[];
  const look: Look = { checked: 0, found: [] };
  for (const { _id: campaign, steps } of campaigns) {
    const opened = (await store.journal
      .find({ book: campaign, type: 'step_opened' } as never)
      .toArray()) as unknown as JournalDoc[];
    const expectedOf = new Map(opened.map(({ data }) => [data.step as string, Number(data.obligations ?? 0)]));
    for (const [at, step] of steps.entries()) {
      if (step.state === 'waiting' && step.stuck) look.found.push(stuckStep(campaign, step.id, step.stuck, engine));
      if (step.state !== 'opened') continue;
      look.checked += 1;
      const expected = expectedOf.get(step.id) ?? 0;
      const actual = await store.obligations.countDocuments({ campaign, step: step.id });
      if (actual >= expected) continue;
      const subject = `${campaign}.${step.id}`;
      const path = `steps.${at}.state`;
      const mend = async (): Promise<void> => {
        const set = { $set: { [path]: 'waiting' }, $inc: { version: 1 } };
        await store.campaigns.updateOne({ _id: campaign, [path]: 'opened' }, set);
        await engine.nudge(campaignProcessId(campaign));
      };
      look.found.push(finding('step-without-rounds', { subject, campaign, mend, data: { expected, actual } }));
    }
  }
  return look;
}

/** Tried once more when it is repaired; where its cause still stands it is found again. */
function stuckStep(campaign: string, step: string, { cause, since }: StuckStep, engine: CheckContext['engine']): Found {
  return finding('step-stuck', {
    subject: `${campaign}.${step}`,
    campaign,
    mark: since.toISOString(),
    mend: () => engine.nudge(campaignProcessId(campaign)),
    data: { since: since.toISOString(), cause: sayCause(cause, spoken()) },
  });
}
