import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { DispatchActivityApi, ProcessInput } from '#libs/contracts';
import { look, mailWork } from './shared/activity-options.js';
import { runProcess } from './shared/process.js';

const { examineDispatch } = proxyLocalActivities<DispatchActivityApi>(look);
const { performDispatchAct } = proxyActivities<DispatchActivityApi>(mailWork);

/** One morning's mail (or the long-lived dispatch of instant mail): seal the slot, fold, check again, send, note the outcome. */
export async function dispatchWorkflow(input: ProcessInput): Promise<void> {
  await runProcess<typeof dispatchWorkflow>(input, {
    examine: examineDispatch,
    perform: (id, act, last) => performDispatchAct.executeWithOptions({ summary: act.summary }, [id, act, last]),
  });
}
