import { WorkflowNotFoundError, type Client } from '@temporalio/client';

/** An activity that a workflow waits for. */
export interface WaitingActivity {
  id: string;
  activity: string;
  /** `STARTED`, `SCHEDULED` and so on. */
  state: string;
  attempt: number;
  lastStarted: Date | null;
  nextAttempt: Date | null;
  failure: string | null;
}

/** What Temporal says of a workflow. */
export interface WorkflowLook {
  /** `RUNNING`, a closed status, or `NOT_FOUND`. */
  status: string;
  run: string | null;
  historyLength: number | null;
  startedAt: Date | null;
  pending: WaitingActivity[];
}

const GONE: WorkflowLook = { status: 'NOT_FOUND', run: null, historyLength: null, startedAt: null, pending: [] };

/** @throws ServiceError while Temporal is away */
export async function lookAtWorkflow(client: Client, id: string): Promise<WorkflowLook> {
  try {
    const { status, runId, historyLength, startTime, raw } = await client.workflow.getHandle(id).describe();
    const pending = (raw.pendingActivities ?? []).map((one): WaitingActivity => ({
      id: one.activityId ?? '',
      activity: one.activityType?.name ?? '?',
      state: STATES[one.state ?? 0] ?? '?',
      attempt: one.attempt ?? 0,
      lastStarted: dateOf(one.lastStartedTime),
      nextAttempt: dateOf(one.nextAttemptScheduleTime),
      failure: one.lastFailure?.message ?? null,
    }));
    return { status: status.name, run: runId, historyLength, startedAt: startTime, pending };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return GONE;
    throw error;
  }
}

/** `PendingActivityState` by number. */
const STATES = ['?', 'SCHEDULED', 'STARTED', 'CANCEL_REQUESTED', 'PAUSED', 'PAUSE_REQUESTED'];

interface Timestamp {
  seconds?: { toString(): string } | number | null;
  nanos?: number | null;
}

/** Of a protobuf timestamp; Temporal writes the zero instant where there is none. */
function dateOf(at: Timestamp | null | undefined): Date | null {
  const seconds = Number(at?.seconds?.toString() ?? 0);
  return seconds > 0 ? new Date(seconds * 1_000 + Math.floor((at?.nanos ?? 0) / 1e6)) : null;
}
