import type { ProcessDoc } from '#libs/store';
import type { WorkflowLook } from '#libs/temporal';

/** What Temporal says of a process's workflow. */
export interface Execution {
  /** `RUNNING`, a closed status, or `NOT_FOUND`. */
  status: string;
  /** An activity that fails again and again. */
  failing: { activity: string; attempt: number; failure: string } | null;
}

/** The activity that failed most often, if any did. */
export function executionOf({ status, pending }: WorkflowLook): Execution {
  const [worst] = pending.filter(({ failure }) => failure !== null).sort((a, b) => b.attempt - a.attempt);
  const failing = worst && { activity: worst.activity, attempt: worst.attempt, failure: worst.failure! };
  return { status, failing: failing ?? null };
}

export type ProcessVerdict = 'workflow-lost' | 'act-failing' | 'wake-missed' | null;

/** From this attempt on a failing activity is news; before it, it is a retry. */
const MANY_ATTEMPTS = 3;

/**
 * Does the record of a process agree with its workflow? A finished record needs no workflow, any other one does.
 * @param lateMs how far past its waking time a sleeper may be
 */
export function judgeProcess(record: ProcessDoc, execution: Execution, now: Date, lateMs: number): ProcessVerdict {
  if (record.finished) return null;
  if (execution.status !== 'RUNNING') return 'workflow-lost';
  if ((execution.failing?.attempt ?? 0) >= MANY_ATTEMPTS) return 'act-failing';
  if (record.asleep !== record.turn) return null;
  const unseen = record.seen !== record.nudge;
  const late = record.sleepsUntil !== null && record.sleepsUntil.getTime() + lateMs < now.getTime();
  return unseen || late ? 'wake-missed' : null;
}
