import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Examination, ProcessAct, ProcessInput } from '#libs/contracts';

/** "Look again": something changed in the record. Carries nothing, may come twice, is never lost. */
export const nudge = defineSignal('nudge');

/** Histories stay short enough to read and to replay in milliseconds (Temporal warns at 10,240 events). */
const LONG_HISTORY = 2_000;

interface ProcessSteps {
  /** What is due now. A local activity: short, and without a trip through the queue. */
  examine: (id: string) => Promise<Examination>;
  /** Performs one act; after the last one of a wake it looks again and says what is due then. */
  perform: (id: string, act: ProcessAct, last: boolean) => Promise<Examination | null>;
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
    let due = await examine(input.id);
    while (due.acts.length > 0) {
      nudged = false; // whatever came before the last act's own look is seen by it
      due = await performAll(input.id, due.acts, perform);
    }
    if (nudged) continue;
    if (due.finished) return;
    if (due.sleepMs === null) await condition(() => nudged);
    else await condition(() => nudged, Math.max(1, due.sleepMs));
  }
}

async function performAll(id: string, acts: ProcessAct[], perform: ProcessSteps['perform']): Promise<Examination> {
  const last = acts.length - 1;
  for (const act of acts.slice(0, last)) await perform(id, act, false);
  return (await perform(id, acts[last]!, true))!;
}
