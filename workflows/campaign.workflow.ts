import { proxyActivities } from '@temporalio/workflow';
import type { CampaignActivityApi, ProcessAct, ProcessInput } from '#libs/contracts';
import { storeWork } from './shared/activity-options.js';
import { runProcess } from './shared/process.js';

const { examineCampaign, performCampaignAct } = proxyActivities<CampaignActivityApi>(storeWork);

/** The life of one campaign: its steps open when their time or their condition has come; skipped ones are recorded with their ground. */
export async function campaignWorkflow(input: ProcessInput): Promise<void> {
  await runProcess<typeof campaignWorkflow>(input, {
    examine: examineCampaign,
    perform: (id: string, act: ProcessAct) => performCampaignAct.executeWithOptions({ summary: act.summary }, [id, act]),
  });
}
