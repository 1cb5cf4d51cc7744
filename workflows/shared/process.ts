import { allHandlersFinished, condition, continueAsNew, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Examination, ProcessAct, ProcessInput } from '#libs/contracts';

/** "Look again": something changed in the record. Carries nothing, may come twice, is never lost. */
export const nudge = defineSignal('nudge');

/** Histories stay short enough to read and to replay in milliseconds (Temporal warns at 10,240 events). */
const LONG_HISTORY = 2_000;

interface ProcessSteps {
  examine(id: string): Promise<Examination>;
  perform(id: string, act: ProcessAct): Promise<number>;
}

/**
 * The loop every process of the house shares (docs/decisions/002): examine what is due, perform it, look again before
 * sleeping. The record in the store is the truth; this is the cursor, so it may be terminated and started again at any wait.
 */
export async function runProcess<F extends (input: ProcessInput) => Promise<void>>(
  input: ProcessInput,
  { examine, perform }: ProcessSteps,
): Promise<void> {
  let nudged = false;
  setHandler(nudge, () => {
    nudged = true;
  });
  for (;;) {
    if (workflowInfo().historyLength > LONG_HISTORY) {
      await condition(allHandlersFinished);
      return continueAsNew<F>(...([input] as unknown as Parameters<F>));
    }
    nudged = false;
    const due = await examine(input.id);
    for (const act of due.acts) await perform(input.id, act);
    if (due.acts.length > 0) continue;
    if (due.finished) {
      if (nudged) continue;
      return;
    }
    if (due.sleepMs === null) await condition(() => nudged);
    else await condition(() => nudged, Math.max(1, due.sleepMs));
  }
}
