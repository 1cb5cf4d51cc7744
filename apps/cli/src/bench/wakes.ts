/** What an event of a history means for counting wakes. `command`: a marker or timer that a workflow task asked for. */
export type EventKind =
  'task-completed' | 'activity-scheduled' | 'activity-ended' | 'looked' | 'command' | 'closed' | 'other';

/** Events that a completed workflow task puts right behind itself. */
const COMMANDS: readonly EventKind[] = ['activity-scheduled', 'looked', 'command', 'closed'];

/**
 * Events of each wake of one run. A wake ends with the commands of a workflow task after which no activity is under way: there
 * the process sleeps, or the run ends. A task that looked at nothing (it only kept a long look alive) ends no wake.
 */
export function eventsPerWake(events: readonly EventKind[]): number[] {
  const wakes: number[] = [];
  let begun = 0;
  let running = 0;
  let looked = false;
  for (let at = 0; at < events.length; at += 1) {
    if (events[at] === 'activity-ended') running -= 1;
    looked ||= events[at] === 'activity-ended';
    if (events[at] !== 'task-completed') continue;
    while (at + 1 < events.length && COMMANDS.includes(events[at + 1]!)) {
      at += 1;
      if (events[at] === 'activity-scheduled') running += 1;
      looked ||= events[at] === 'looked';
    }
    if (running > 0 || !looked) continue;
    wakes.push(at + 1 - begun);
    begun = at + 1;
    looked = false;
  }
  if (begun < events.length) wakes.push(events.length - begun);
  return wakes;
}
