import { workingDaysBetween } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import type { ObligationState } from '../obligation/obligation.types.js';
import { localDateOf } from '../time/local-date.js';

/** Groups of the personal list, most pressing first (reference: ecosystem 11.2). */
export const urgencies = ['overdue', 'today', 'soon', 'returned', 'later', 'waiting', 'done'] as const;
export type Urgency = (typeof urgencies)[number];

/** Working days within which work counts as soon due. */
export const SOON_WORKING_DAYS = 3;

export interface WorkInHand {
  state: ObligationState;
  dueAt: Date;
  /** Up to it lateness is not counted. */
  graceUntil?: Date | null | undefined;
}

export interface Urgent {
  group: Urgency;
  /** Working days left until the due day, today not counted; negative: passed since. Null where no day of the owner's matters any more. */
  workingDaysLeft: number | null;
}

const OF_THE_OWNER = new Set<ObligationState>(['scheduled', 'open', 'returned']);
const WITH_THE_REVIEWER = new Set<ObligationState>(['submitted', 'received']);

/**
 * Where a piece of work stands in its owner's day. Due today is not overdue: that begins at the due instant, or after grace.
 * @throws UnknownCalendarYear
 */
export function urgencyOf({ state, dueAt, graceUntil }: WorkInHand, now: Date, calendar: WorkCalendar): Urgent {
  if (WITH_THE_REVIEWER.has(state)) return { group: 'waiting', workingDaysLeft: null };
  if (!OF_THE_OWNER.has(state)) return { group: 'done', workingDaysLeft: null };
  const [today, due] = [localDateOf(now), localDateOf(dueAt)];
  if (dueAt < now && !(graceUntil && graceUntil >= now))
    return { group: 'overdue', workingDaysLeft: 0 - Math.max(0, workingDaysBetween(calendar, due, today)) };
  const workingDaysLeft = due <= today ? 0 : workingDaysBetween(calendar, today, due);
  if (due <= today) return { group: 'today', workingDaysLeft };
  if (state === 'returned') return { group: 'returned', workingDaysLeft };
  if (state === 'open' && workingDaysLeft <= SOON_WORKING_DAYS) return { group: 'soon', workingDaysLeft };
  return { group: 'later', workingDaysLeft };
}
