import { proxyActivities } from '@temporalio/workflow';
import type { DispatchActivityApi, ProcessAct, ProcessInput } from '#libs/contracts';
import { storeWork } from './shared/activity-options.js';
import { runProcess } from './shared/process.js';

const { examineDispatch, performDispatchAct } = proxyActivities<DispatchActivityApi>(storeWork);

/** One morning's mail (or the long-lived dispatch of instant mail): seal the slot, fold, check again, send, note the outcome. */
export async function dispatchWorkflow(input: ProcessInput): Promise<void> {
  await runProcess<typeof dispatchWorkflow>(input, {
    examine: examineDispatch,
    perform: (id: string, act: ProcessAct) => performDispatchAct.executeWithOptions({ summary: act.summary }, [id, act]),
  });
}
