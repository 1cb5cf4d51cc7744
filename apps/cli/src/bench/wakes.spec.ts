import { eventsPerWake, type EventKind } from './wakes.js';

const start: EventKind[] = ['other', 'other', 'other', 'task-completed'];
const examine: EventKind[] = ['activity-scheduled', 'other', 'activity-ended', 'other', 'other', 'task-completed'];
const nudged: EventKind[] = ['other', 'other', 'other', 'task-completed'];

describe('wakes of a process, counted in its history', () => {
  it('ends a wake where the process sleeps', () => {
    const timer: EventKind[] = ['other'];
    expect(eventsPerWake([...start, ...examine, ...timer, ...nudged, ...examine])).toEqual([10, 11]);
  });

  it('does not take a nudge during an activity for a sleep', () => {
    const nudgedMeanwhile: EventKind[] = [
      'activity-scheduled',
      'other',
      ...nudged,
      'activity-ended',
      'other',
      'other',
      'task-completed',
    ];
    expect(eventsPerWake([...start, ...nudgedMeanwhile])).toEqual([14]);
  });

  it('counts the wake in which the run ends', () => {
    expect(eventsPerWake([...start, ...examine, 'closed'])).toEqual([11]);
  });
});
