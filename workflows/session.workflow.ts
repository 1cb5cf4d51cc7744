import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { SessionActivityApi, ProcessInput } from '#libs/contracts';
import { look, storeWork } from './shared/activity-options.js';
import { runProcess } from './shared/process.js';

const { examineSession } = proxyLocalActivities<SessionActivityApi>(look);
const { performSessionAct } = proxyActivities<SessionActivityApi>(storeWork);

/** One council session: call the members, open the ballot, count when it closes, have the minutes signed. */
export async function sessionWorkflow(input: ProcessInput): Promise<void> {
  await runProcess<typeof sessionWorkflow>(input, {
    examine: examineSession,
    perform: (id, act, last) => performSessionAct.executeWithOptions({ summary: act.summary }, [id, act, last]),
  });
}
