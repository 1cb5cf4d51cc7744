import { eventsPerWake, type EventKind } from './wakes.js';

const task: EventKind[] = ['other', 'other', 'task-completed'];
const act: EventKind[] = ['activity-scheduled', 'other', 'activity-ended'];

describe('wakes of a process, counted in its history', () => {
  it('ends a wake where the process sleeps, its timer included', () => {
    const first: EventKind[] = ['other', ...task, 'looked', 'command'];
    const second: EventKind[] = ['other', ...task, 'looked', ...act, ...task, 'command'];
    expect(eventsPerWake([...first, ...second])).toEqual([6, 12]);
  });

  it('counts acts that follow each other as one wake', () => {
    expect(eventsPerWake(['other', ...task, 'looked', ...act, ...task, ...act, ...task])).toEqual([17]);
  });

  it('does not take a nudge during an act for a sleep', () => {
    const nudged: EventKind[] = ['activity-scheduled', 'other', 'other', ...task, 'activity-ended', ...task];
    expect(eventsPerWake(['other', ...task, 'looked', ...nudged])).toEqual([15]);
  });

  it('does not take a task that only kept a long look alive for a wake', () => {
    expect(eventsPerWake(['other', ...task, ...task, 'looked', 'command'])).toEqual([9]);
  });

  it('counts the wake in which the run ends, and one that is not over', () => {
    expect(eventsPerWake(['other', ...task, 'looked', 'closed'])).toEqual([6]);
    expect(eventsPerWake(['other', ...task, 'looked', 'activity-scheduled', 'other'])).toEqual([7]);
  });
});
