import { addWorkingDays } from '../calendar/working-days.js';
import type { Clock } from '../ladder/ladder.types.js';
import { pinned } from '../obligation/clocks.js';
import type { DeadlineVersion, Workplace } from '../obligation/obligation.types.js';
import type { RuleBook } from '../obligation/rule-book.types.js';
import { endOfDay, localDateOf } from '../time/local-date.js';

/**
 * The clock of an answer: so many working days of whoever owes it, from the instant it is owed. It never locks.
 * @throws UnknownCalendarYear
 */
export function answerClock(owner: Workplace, version: number, now: Date, within: number, rules: RuleBook): Clock {
  const calendar = rules.calendarOf(owner);
  const dueAt = endOfDay(addWorkingDays(calendar, localDateOf(now), within));
  const clock: Clock = {
    ...{ version, phase: 'submission', ladder: 'answer', calendar: calendar.id },
    ...{ opensAt: now, dueAt, lockAt: null },
  };
  return pinned(clock, rules);
}

/** A line of the deadline ledger: each owner and each time it is raised has its own date, the first stays in sight. */
export function answerDeadline(
  { dueAt }: Clock,
  version: number,
  { by, at, ground }: Pick<DeadlineVersion, 'by' | 'at' | 'ground'>,
): DeadlineVersion {
  return { version, dueAt, lastDay: localDateOf(dueAt), by, at, kind: 'answer', ground };
}
