import type { viInspector } from './vi-inspector.js';

/** English: workflows as administrators see them, and what they are refused. */
export const enInspector: Record<keyof typeof viInspector, string> = {
  'workflow.campaignWorkflow': 'Campaign “{name}”',
  'workflow.cohortWorkflow': '“{step}” – {level}, group {n}',
  'workflow.sessionWorkflow': 'Council session “{step}”',
  'workflow.dispatchWorkflow': 'Mail of {slot}',
  'workflow.instant': 'at once',
  'engine-away':
    'The workflow server (Temporal) does not answer, so this cannot be done now. Reports are taken as usual.',
  'workflow-over': 'Workflow {workflow} is over, there is nothing to do again.',
  'nothing-waits': 'No notice waits for workflow {workflow}, so there is nothing to do again.',
  'nothing-to-retry': 'Workflow {workflow} has no activity that waits for a new try after a failure.',
  'retry-unsupported':
    'The Temporal server in use cannot retry an activity at once; it is tried again by its own schedule.',
  'finding-gone': 'A second look does not find this any more: it was mended, or the system has moved on by itself.',
  'finding-by-hand': 'The system cannot mend this by itself: {repair}.',
};
