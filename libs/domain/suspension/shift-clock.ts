import { addWorkingDays, firstWorkingDayOnOrAfter, workingDaysBetween } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import type { Clock } from '../ladder/ladder.types.js';
import { plainClock } from '../obligation/clocks.js';
import { dayNumber, localDateOf, type LocalDate } from '../time/local-date.js';

const DAY_MS = 86_400_000;

/** A clock moved by a suspension. */
export interface ShiftedClock {
  clock: Clock;
  /** Working days that were lost, at least 1. */
  days: number;
  /** False where only the lock moves: the due instant had passed before the suspension. */
  dueMoves: boolean;
}

/**
 * A clock moved by the working days that it lost to a suspension (docs/rules.md, Suspension). What was due before the time was
 * lost stays due then, so nobody who was late becomes punctual; its lock moves, so nobody loses days to hand in.
 * @param since from when the clock's dates stand: its opening, or the decision that set them
 * @returns null where nothing moves  @throws UnknownCalendarYear
 */
export function shiftClock(
  clock: Clock,
  since: Date,
  { from, to }: { from: Date; to: Date },
  calendar: WorkCalendar,
): ShiftedClock | null {
  const begin = since > from ? since : from;
  if (begin >= to) return null;
  const days = workingDaysBetween(calendar, localDateOf(begin), localDateOf(to));
  if (days < 1) return null;
  const moved = (at: Date): Date => {
    if (at <= begin) return at;
    const shifted = later(at, days, calendar);
    // suspended on its last day and resumed on a day of rest: nobody finds the date passed on coming back
    return shifted < to ? onDay(shifted, firstWorkingDayOnOrAfter(calendar, localDateOf(to))) : shifted;
  };
  const dueAt = moved(clock.dueAt);
  const lockAt = clock.lockAt === null ? null : moved(clock.lockAt);
  const grace = clock.graceUntil && { graceUntil: moved(clock.graceUntil) };
  const dueMoves = dueAt > clock.dueAt;
  const graceMoves = grace?.graceUntil.getTime() !== clock.graceUntil?.getTime();
  if (!dueMoves && !graceMoves && lockAt?.getTime() === clock.lockAt?.getTime()) return null;
  const pins = clock.pins && { pins: { ...clock.pins, calendar: calendar.version } };
  return {
    clock: { ...plainClock(clock), version: clock.version + 1, dueAt, lockAt, ...grace, ...pins },
    days,
    dueMoves,
  };
}

/** The same local hour, so many working days later. */
const later = (at: Date, days: number, calendar: WorkCalendar): Date =>
  onDay(at, addWorkingDays(calendar, localDateOf(at), days));

/** The same local hour on another day. */
const onDay = (at: Date, day: LocalDate): Date =>
  new Date(at.getTime() + (dayNumber(day) - dayNumber(localDateOf(at))) * DAY_MS);
