import type { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;

/** A history worth keeping: of which workflow, and what happens in it. */
export interface Story {
  workflow: string;
  story: string;
  /** Is it told by this one? `returned`: cohorts in which a report was sent back. */
  tells(history: History, id: string, returned: Set<string>): boolean;
}

export const stories: Story[] = [
  { workflow: 'campaignWorkflow', story: 'launch-to-close', tells: (h) => closed(h) && performs(h, 'close') },
  {
    workflow: 'cohortWorkflow',
    story: 'returned',
    tells: (h, id, returned) => returned.has(id) && performs(h, 'finish'),
  },
  { workflow: 'cohortWorkflow', story: 'escalation', tells: (h) => performs(h, 'escalate') },
  { workflow: 'sessionWorkflow', story: 'council', tells: (h) => closed(h) && performs(h, 'record') },
  { workflow: 'dispatchWorkflow', story: 'morning', tells: (h) => closed(h) && performs(h, 'send') },
  {
    workflow: 'dispatchWorkflow',
    story: 'instant',
    tells: (h, id) => id === 'dispatch.instant' && performs(h, 'send'),
  },
];

/** Has an act of this kind been performed? The act is the second argument of every activity that performs one. */
function performs({ events }: History, kind: string): boolean {
  return (events ?? []).some(({ activityTaskScheduledEventAttributes: scheduled }) => {
    const data = scheduled?.input?.payloads?.[1]?.data;
    if (!data) return false;
    const act = JSON.parse(new TextDecoder().decode(data)) as { kind: string };
    return act.kind.split('+').includes(kind);
  });
}

const closed = ({ events }: History): boolean =>
  (events ?? []).some(({ workflowExecutionCompletedEventAttributes: end }) => end);
