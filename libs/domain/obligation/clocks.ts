import { addWorkingDays } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { agenda, nextEntryAfter } from '../ladder/agenda.js';
import type { Clock, Ladder } from '../ladder/ladder.types.js';
import { endOfDay, localDateOf, type LocalDate } from '../time/local-date.js';
import type { Obligation } from './obligation.types.js';

/** The dated rules a decision needs, looked up by the ids pinned on the obligation. */
export interface RuleBook {
  calendar(id: string): WorkCalendar;
  ladder(id: string): Ladder;
  /** Times a declared delay may be moved again on one clock, by the rule of a day. */
  delayMoves(day: LocalDate): number;
}

type Lock = Pick<Obligation, 'lockAfter' | 'lockAfterMs'>;

/** End of the n-th working day after the due day, never before the due instant itself; in drills a plain duration after it. */
export function lockInstant(dueAt: Date, lock: Lock, calendar: WorkCalendar): Date {
  if (lock.lockAfterMs !== undefined) return new Date(dueAt.getTime() + lock.lockAfterMs);
  const end = endOfDay(addWorkingDays(calendar, localDateOf(dueAt), lock.lockAfter));
  return end < dueAt ? dueAt : end;
}

/** The reviewer's clock: somebody waits for an answer, so it is owed by a date too (F7, row 41). */
export function reviewClock(obligation: Obligation, now: Date, rules: RuleBook): Clock {
  const { clock, reviewWithin } = obligation;
  const calendar = rules.calendar(clock.calendar);
  return {
    version: clock.version + 1,
    phase: 'review',
    ladder: 'review',
    calendar: clock.calendar,
    opensAt: now,
    dueAt: endOfDay(addWorkingDays(calendar, localDateOf(now), reviewWithin)),
    lockAt: null,
  };
}

/** A returned report always gets a new due date (row 40). */
export function resubmissionClock(obligation: Obligation, now: Date, rules: RuleBook): Clock {
  const { clock, resubmitWithin } = obligation;
  const calendar = rules.calendar(clock.calendar);
  const dueAt = endOfDay(addWorkingDays(calendar, localDateOf(now), resubmitWithin));
  return {
    version: clock.version + 1,
    phase: 'resubmission',
    ladder: 'return',
    calendar: clock.calendar,
    opensAt: now,
    dueAt,
    lockAt: lockInstant(dueAt, obligation, calendar),
  };
}

/** The submission clock moved to another last day; `base` is the submission clock it replaces. */
export function extendedClock(obligation: Obligation, base: Clock, lastDay: LocalDate, rules: RuleBook): Clock {
  const dueAt = endOfDay(lastDay);
  const lockAt = base.lockAt === null ? null : lockInstant(dueAt, obligation, rules.calendar(base.calendar));
  return { ...plainClock(base), version: obligation.clock.version + 1, dueAt, lockAt };
}

/** A clock without what was said on it: a new due date begins anew. */
export function plainClock({ delay: _, byHand: __, ...clock }: Clock): Clock {
  return clock;
}

/** First instant strictly after `after` at which the engine has something to do on this clock. */
export function nextInstant(clock: Clock, after: Date, rules: RuleBook): Date | null {
  const entries = agenda(clock, rules.ladder(clock.ladder), rules.calendar(clock.calendar));
  return nextEntryAfter(entries, after)?.at ?? null;
}
