import { addWorkingDays } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { refuse, type Refusal } from '../lifecycle/refusal.js';
import { endOfDay, type LocalDate } from '../time/local-date.js';
import type { PeriodDates } from './period.types.js';

/** What an instant means for a report that arrives at it. */
export type Standing = 'on_time' | 'in_grace' | 'late' | 'locked';

/** The earliest due day a close leaves: at least one whole working day (Decree 09/2019/NĐ-CP art. 8(5) [S]). @throws UnknownCalendarYear */
export const earliestDue = (cutoff: LocalDate, calendar: WorkCalendar): LocalDate =>
  addWorkingDays(calendar, cutoff, 1);

/** Everything wrong with the days of a period, in words; empty when they can stand. @throws UnknownCalendarYear */
export function checkPeriodDates({ opens, cutoff, due, grace, lock }: PeriodDates, calendar: WorkCalendar): Refusal[] {
  const earliest = earliestDue(cutoff, calendar);
  const last = grace ?? due;
  return [
    ...(due < earliest ? [refuse('period.due-too-soon', { due, cutoff, earliest })] : []),
    ...(opens > due ? [refuse('period.opens-after-due', { opens, due })] : []),
    ...(grace !== null && grace < due ? [refuse('period.grace-before-due', { grace, due })] : []),
    ...(lock !== null && lock < last ? [refuse('period.lock-before-grace', { lock, last })] : []),
  ];
}

/** Each day counts to its last millisecond, local. */
export function standingAt({ due, grace, lock }: PeriodDates, instant: Date): Standing {
  const graceUntil = grace === null ? {} : { graceUntil: endOfDay(grace) };
  return standingOf({ dueAt: endOfDay(due), ...graceUntil, lockAt: lock === null ? null : endOfDay(lock) }, instant);
}

/** Grace keeps the lateness on record and takes its consequence away. */
export function standingOf(
  { dueAt, graceUntil, lockAt = null }: { dueAt: Date; graceUntil?: Date; lockAt?: Date | null },
  instant: Date,
): Standing {
  if (instant <= dueAt) return 'on_time';
  if (graceUntil !== undefined && instant <= graceUntil) return 'in_grace';
  return lockAt !== null && instant > lockAt ? 'locked' : 'late';
}
