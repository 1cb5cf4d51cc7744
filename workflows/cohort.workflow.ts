import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CohortActivityApi, ProcessInput } from '#libs/contracts';
import { look, storeWork } from './shared/activity-options.js';
import { runProcess } from './shared/process.js';

const { examineCohort } = proxyLocalActivities<CohortActivityApi>(look);
const { performCohortAct } = proxyActivities<CohortActivityApi>(storeWork);

/** The rounds of one step on one level: open, remind, note overdue, urge, escalate, lock, finish. Reads like the round in the history. */
export async function cohortWorkflow(input: ProcessInput): Promise<void> {
  await runProcess<typeof cohortWorkflow>(input, {
    examine: examineCohort,
    perform: (id, act, last) => performCohortAct.executeWithOptions({ summary: act.summary }, [id, act, last]),
  });
}
