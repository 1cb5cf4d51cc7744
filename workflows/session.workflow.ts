import { proxyActivities } from '@temporalio/workflow';
import type { SessionActivityApi, ProcessAct, ProcessInput } from '#libs/contracts';
import { storeWork } from './shared/activity-options.js';
import { runProcess } from './shared/process.js';

const { examineSession, performSessionAct } = proxyActivities<SessionActivityApi>(storeWork);

/** One council session: call the members, open the ballot, count when it closes, have the minutes signed. */
export async function sessionWorkflow(input: ProcessInput): Promise<void> {
  await runProcess<typeof sessionWorkflow>(input, {
    examine: examineSession,
    perform: (id: string, act: ProcessAct) => performSessionAct.executeWithOptions({ summary: act.summary }, [id, act]),
  });
}
