import { proxyActivities } from '@temporalio/workflow';
import type { CohortActivityApi, ProcessAct, ProcessInput } from '#libs/contracts';
import { storeWork } from './shared/activity-options.js';
import { runProcess } from './shared/process.js';

const { examineCohort, performCohortAct } = proxyActivities<CohortActivityApi>(storeWork);

/** The rounds of one step on one level: open, remind, note overdue, urge, escalate, lock, finish. Reads like the round in the history. */
export async function cohortWorkflow(input: ProcessInput): Promise<void> {
  await runProcess<typeof cohortWorkflow>(input, {
    examine: examineCohort,
    perform: (id: string, act: ProcessAct) => performCohortAct.executeWithOptions({ summary: act.summary }, [id, act]),
  });
}
