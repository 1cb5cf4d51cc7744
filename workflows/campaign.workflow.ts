import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CampaignActivityApi, ProcessInput } from '#libs/contracts';
import { look, storeWork } from './shared/activity-options.js';
import { runProcess } from './shared/process.js';

const { examineCampaign } = proxyLocalActivities<CampaignActivityApi>(look);
const { performCampaignAct } = proxyActivities<CampaignActivityApi>(storeWork);

/** The life of one campaign: its steps open when their time or their condition has come; skipped ones are recorded with their ground. */
export async function campaignWorkflow(input: ProcessInput): Promise<void> {
  await runProcess<typeof campaignWorkflow>(input, {
    examine: examineCampaign,
    perform: (id, act, last) => performCampaignAct.executeWithOptions({ summary: act.summary }, [id, act, last]),
  });
}
