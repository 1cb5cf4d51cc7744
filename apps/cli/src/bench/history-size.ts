import type { Client } from '@temporalio/client';
import { eventsPerWake, type EventKind } from './wakes.js';

export interface HistorySize {
  /** Events of all runs of all workflows. */
  events: number;
  /** Events of the longest run. */
  longest: number;
  byType: Record<string, { runs: number; events: number }>;
  /** Events of every wake of every cohort. */
  cohortWakes: number[];
}

type HistoryEvent = NonNullable<
  NonNullable<Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']>[number]
>;

/** Adds up what the server keeps of every workflow it knows, continued runs included. */
export async function historySize(client: Client): Promise<HistorySize> {
  const size: HistorySize = { events: 0, longest: 0, byType: {}, cohortWakes: [] };
  for await (const { workflowId, runId, type } of client.workflow.list()) {
    const handle = client.workflow.getHandle(workflowId, runId);
    const { historyLength } = await handle.describe();
    const entry = (size.byType[type] ??= { runs: 0, events: 0 });
    entry.runs += 1;
    entry.events += historyLength;
    size.events += historyLength;
    size.longest = Math.max(size.longest, historyLength);
    if (type !== 'cohortWorkflow') continue;
    const { events } = await handle.fetchHistory();
    size.cohortWakes.push(...eventsPerWake((events ?? []).map(kindOf)));
  }
  return size;
}

function kindOf(event: HistoryEvent): EventKind {
  if (event.workflowTaskCompletedEventAttributes) return 'task-completed';
  if (event.activityTaskScheduledEventAttributes) return 'activity-scheduled';
  if (event.activityTaskCompletedEventAttributes || event.activityTaskFailedEventAttributes) return 'activity-ended';
  if (event.activityTaskTimedOutEventAttributes || event.activityTaskCanceledEventAttributes) return 'activity-ended';
  if (event.markerRecordedEventAttributes) return 'looked';
  if (event.timerStartedEventAttributes || event.timerCanceledEventAttributes) return 'command';
  if (event.workflowExecutionCompletedEventAttributes || event.workflowExecutionContinuedAsNewEventAttributes)
    return 'closed';
  return 'other';
}
