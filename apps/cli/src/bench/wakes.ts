/** What an event of a history means for counting wakes. */
export type EventKind = 'task-completed' | 'activity-scheduled' | 'activity-ended' | 'closed' | 'other';

/**
 * Events of each wake of one run: a wake ends where a workflow task was completed with no activity under way and none asked
 * for, which is where the process sleeps; the last one ends with the run.
 */
export function eventsPerWake(events: readonly EventKind[]): number[] {
  const wakes: number[] = [];
  let count = 0;
  let running = 0;
  events.forEach((kind, at) => {
    count += 1;
    if (kind === 'activity-scheduled') running += 1;
    if (kind === 'activity-ended') running -= 1;
    const next = events[at + 1];
    const sleeps = kind === 'task-completed' && running === 0 && next !== 'activity-scheduled' && next !== 'closed';
    if (!sleeps && next !== undefined) return;
    wakes.push(count);
    count = 0;
  });
  return wakes;
}
