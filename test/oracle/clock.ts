import { addWorkingDays } from './calendar.js';
import { dueInstant } from './deadline.js';
import { type Day, type Duty, type WorkCalendar } from './dump.types.js';
import { FIRST_CLOCK_VERSION, NEVER_LOCKED } from './readings.js';
import { dayOf, endOf, type Instant } from './time.js';

export interface Clock {
  version: number;
  phase: 'submission' | 'review' | 'resubmission';
  ladder: string;
  opensAt: Instant;
  dueAt: Instant;
  /** End of grace; null where there is none. */
  graceUntil: Instant | null;
  lockAt: Instant | null;
}

/** From when on work on it is late. */
export const lateAfter = ({ dueAt, graceUntil }: Pick<Clock, 'dueAt' | 'graceUntil'>): Instant => graceUntil ?? dueAt;
export const datesOf = ({ dueAt, graceUntil }: Clock) => ({ dueAt, graceUntil });

function graceFor(duty: Duty, dueAt: Instant, calendar: WorkCalendar): Instant | null {
  return duty.graceAfter ? endOf(addWorkingDays(calendar, dayOf(dueAt), duty.graceAfter)) : null;
}

function lockFor(duty: Duty, dueAt: Instant, calendar: WorkCalendar): Instant | null {
  if (NEVER_LOCKED.includes(duty.kind)) return null;
  if (duty.lockAfterMs !== undefined) return dueAt + duty.lockAfterMs;
  return endOf(addWorkingDays(calendar, dayOf(dueAt), duty.lockAfter));
}

/** @param opened local day on which the step opened */
export function firstClock(duty: Duty, opened: Day, opensAt: Instant, calendar: WorkCalendar): Clock {
  const dueAt = dueInstant(duty.due, opened, opensAt, calendar);
  const lockAt = lockFor(duty, dueAt, calendar);
  const graceUntil = graceFor(duty, dueAt, calendar);
  return { version: FIRST_CLOCK_VERSION, phase: 'submission', ladder: duty.ladder, opensAt, dueAt, graceUntil, lockAt };
}

export function reviewClock(before: Clock, duty: Duty, at: Instant, calendar: WorkCalendar): Clock {
  const dueAt = endOf(addWorkingDays(calendar, dayOf(at), duty.reviewWithin));
  return {
    version: before.version + 1,
    phase: 'review',
    ladder: 'review',
    opensAt: at,
    dueAt,
    graceUntil: null,
    lockAt: null,
  };
}

export function resubmissionClock(before: Clock, duty: Duty, at: Instant, calendar: WorkCalendar): Clock {
  const dueAt = endOf(addWorkingDays(calendar, dayOf(at), duty.resubmitWithin));
  const lockAt = lockFor(duty, dueAt, calendar);
  return {
    version: before.version + 1,
    phase: 'resubmission',
    ladder: 'return',
    opensAt: at,
    dueAt,
    graceUntil: null,
    lockAt,
  };
}

export function extendedClock(before: Clock, duty: Duty, day: Day, calendar: WorkCalendar): Clock {
  const dueAt = endOf(day);
  const lockAt = NEVER_LOCKED.includes(duty.kind) ? null : endOf(addWorkingDays(calendar, day, duty.lockAfter));
  const graceUntil = before.phase === 'submission' ? graceFor(duty, dueAt, calendar) : null;
  return { ...before, version: before.version + 1, dueAt, graceUntil, lockAt };
}
