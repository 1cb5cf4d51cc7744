import { addWorkingDays } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { agenda, nextEntryAfter } from '../ladder/agenda.js';
import type { Clock } from '../ladder/ladder.types.js';
import { endOfDay, localDateOf, type LocalDate } from '../time/local-date.js';
import type { Obligation } from './obligation.types.js';
import type { RuleBook } from './rule-book.types.js';
import { calendarOfPhase } from './workplaces.js';

export type { RuleBook } from './rule-book.types.js';

type Lock = Pick<Obligation, 'lockAfter' | 'lockAfterMs'>;
type Grace = Pick<Obligation, 'graceAfter'>;

/** End of the n-th working day after the due day, never before the due instant itself; in drills a plain duration after it. */
export function lockInstant(dueAt: Date, lock: Lock, calendar: WorkCalendar): Date {
  if (lock.lockAfterMs !== undefined) return new Date(dueAt.getTime() + lock.lockAfterMs);
  const end = endOfDay(addWorkingDays(calendar, localDateOf(dueAt), lock.lockAfter));
  return end < dueAt ? dueAt : end;
}

/** The end of grace as a field of a clock: of the n-th working day after the due day; nothing where there is no grace. */
export function graceOf(dueAt: Date, { graceAfter = 0 }: Grace, calendar: WorkCalendar): Pick<Clock, 'graceUntil'> {
  if (graceAfter === 0) return {};
  return { graceUntil: endOfDay(addWorkingDays(calendar, localDateOf(dueAt), graceAfter)) };
}

/** A clock with the versions of the rules that its instants come from. */
export function pinned(clock: Clock, rules: RuleBook): Clock {
  const { ladder, calendar } = clock;
  return { ...clock, pins: { ladder: rules.ladder(ladder).version, calendar: rules.calendar(calendar).version } };
}

/** The reviewer's clock: somebody waits for an answer, so it is owed by a date too (F7, row 41). */
export function reviewClock(obligation: Obligation, now: Date, rules: RuleBook): Clock {
  const { clock, reviewWithin } = obligation;
  const id = calendarOfPhase(obligation, 'review', rules);
  const calendar = rules.calendar(id);
  const review: Clock = {
    version: clock.version + 1,
    phase: 'review',
    ladder: 'review',
    calendar: id,
    opensAt: now,
    dueAt: endOfDay(addWorkingDays(calendar, localDateOf(now), reviewWithin)),
    lockAt: null,
  };
  return pinned(review, rules);
}

/** A returned report always gets a new due date (row 40). */
export function resubmissionClock(obligation: Obligation, now: Date, rules: RuleBook): Clock {
  const { clock, resubmitWithin } = obligation;
  const id = calendarOfPhase(obligation, 'resubmission', rules);
  const calendar = rules.calendar(id);
  const dueAt = endOfDay(addWorkingDays(calendar, localDateOf(now), resubmitWithin));
  const resubmission: Clock = {
    version: clock.version + 1,
    phase: 'resubmission',
    ladder: 'return',
    calendar: id,
    opensAt: now,
    dueAt,
    lockAt: lockInstant(dueAt, obligation, calendar),
  };
  return pinned(resubmission, rules);
}

/** The submission clock moved to another last day; `base` is the submission clock it replaces. */
export function extendedClock(obligation: Obligation, base: Clock, lastDay: LocalDate, rules: RuleBook): Clock {
  const dueAt = endOfDay(lastDay);
  const calendar = rules.calendar(base.calendar);
  const lockAt = base.lockAt === null ? null : lockInstant(dueAt, obligation, calendar);
  const { graceUntil: _, ...plain } = plainClock(base);
  const grace = base.phase === 'submission' ? graceOf(dueAt, obligation, calendar) : {};
  return pinned({ ...plain, version: obligation.clock.version + 1, dueAt, lockAt, ...grace }, rules);
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
