import type { Clock } from './ladder.types.js';

/** The instant after which what is owed on a clock counts as late: the end of grace, or the due instant where there is none. */
export const lateAfter = ({ dueAt, graceUntil }: Pick<Clock, 'dueAt' | 'graceUntil'>): Date => graceUntil ?? dueAt;
