import type { WorkItem } from '../api/contracts';
import type { Tone } from '../parts/badge';

export const TONE_OF_GROUP: Record<WorkItem['group'], Tone> = {
  overdue: 'overdue',
  today: 'soon',
  soon: 'soon',
  returned: 'returned',
  later: 'quiet',
  waiting: 'running',
  done: 'done',
};
