import type { MatrixView } from '../api/contracts';

export type Mark = MatrixView['rows'][number]['cells'][string]['mark'];

/** Sign and badge of each mark: a word, a sign and a colour, never colour alone. */
export const MARKS: Record<Mark, { sign: string; tone: string }> = {
  overdue: { sign: '▲', tone: 'overdue' },
  open: { sign: '◔', tone: 'soon' },
  returned: { sign: '↩', tone: 'returned' },
  waiting: { sign: '◐', tone: 'running' },
  on_time: { sign: '✓', tone: 'done' },
  late: { sign: '✓', tone: 'late' },
  never: { sign: '✕', tone: 'overdue' },
  later: { sign: '○', tone: 'quiet' },
  excused: { sign: '–', tone: 'quiet' },
  parked: { sign: '!', tone: 'soon' },
};
