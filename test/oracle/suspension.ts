import { addWorkingDays, isWorkingDay } from './calendar.js';
import { type Clock } from './clock.js';
import { type Action, type WorkCalendar } from './dump.types.js';
import { addDays, dayOf, instant, sameHourOn, type Instant } from './time.js';
import { must } from './must.js';

/** One line of a campaign's ledger of suspensions. */
export interface Suspension {
  from: Instant;
  /** Infinity while it lasts. */
  to: Instant;
  shift: 'keep' | 'by_suspension';
  document: object | null;
}

/** The ledger that the commands on a campaign make, in their order. */
export function suspensionsOf(commands: Action[]): Suspension[] {
  const ledger: Suspension[] = [];
  for (const { type, at, shift, document } of commands) {
    const now = must(instant(at), 'an instant of a command');
    if (type === 'suspend') ledger.push({ from: now, to: Infinity, shift: 'keep', document: null });
    if (type === 'resume')
      Object.assign(ledger.at(-1)!, { to: now, shift: shift ?? 'keep', document: document ?? null });
  }
  return ledger;
}

const over = (ledger: Suspension[], at: Instant) => ledger.find(({ from, to }) => from <= at && at < to);

export const isSuspended = (ledger: Suspension[], at: Instant): boolean => over(ledger, at) !== undefined;

/** When the engine looks at what falls on an instant: then, or at the resumption. */
export const lookedAt = (ledger: Suspension[], at: Instant): Instant => over(ledger, at)?.to ?? at;

/** The clock as a suspension moves it; null where it stays. @param since instant from which its dates stand */
export function shiftedClock(clock: Clock, since: Instant, { from, to }: Suspension, calendar: WorkCalendar) {
  const begin = Math.max(from, since);
  const days = workingDaysAfter(calendar, begin, to);
  if (begin >= to || days < 1) return null;
  const moved = (at: Instant): Instant => {
    if (at <= begin) return at;
    const later = sameHourOn(addWorkingDays(calendar, dayOf(at), days), at);
    return later < to ? sameHourOn(workingDayFrom(calendar, to), at) : later;
  };
  const dueAt = moved(clock.dueAt);
  const graceUntil = clock.graceUntil === null ? null : moved(clock.graceUntil);
  const lockAt = clock.lockAt === null ? null : moved(clock.lockAt);
  if (dueAt === clock.dueAt && graceUntil === clock.graceUntil && lockAt === clock.lockAt) return null;
  return { ...clock, version: clock.version + 1, dueAt, graceUntil, lockAt };
}

/** Working days after the day of one instant, up to and including the day of another. */
function workingDaysAfter(calendar: WorkCalendar, from: Instant, to: Instant): number {
  let count = 0;
  for (let day = addDays(dayOf(from), 1); day <= dayOf(to); day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

function workingDayFrom(calendar: WorkCalendar, at: Instant): string {
  let day = dayOf(at);
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}
