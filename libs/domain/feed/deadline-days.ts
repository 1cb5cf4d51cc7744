import { isWorkingDay, lastWorkingDayOnOrBefore } from '../calendar/working-days.js';
import { UnknownCalendarYear } from '../calendar/unknown-calendar-year.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { endOfDay, localDateOf, type LocalDate } from '../time/local-date.js';

export type DeadlineDayKind = 'due' | 'last_working_day' | 'lock';

/** One entry of a post's calendar. */
export interface DeadlineDay {
  /** Stable: the same work gives the same id, however often its day moves. */
  id: string;
  kind: DeadlineDayKind;
  day: LocalDate;
  /** Set where the hour counts; null where the whole day does. */
  at: Date | null;
  /** Grows when the day moves: a calendar program then takes the newer one. */
  version: number;
  title: string;
  unit: string;
}

type Owed = Pick<Obligation, '_id' | 'title' | 'clock'>;

/**
 * The days that one obligation puts into a calendar: its due day, the last working day before a due day on which nobody works, and
 * the day it locks. Where the calendar does not know the year, the last working day is left out.
 */
export function deadlineDays({ _id, title, clock }: Owed, unit: string, calendar: WorkCalendar): DeadlineDay[] {
  const { dueAt, lockAt, version } = clock;
  const entry = (kind: DeadlineDayKind, day: LocalDate, at: Date | null): DeadlineDay => ({
    id: `${_id}|${clock.phase}|${kind}`,
    kind,
    day,
    at,
    version,
    title,
    unit,
  });
  const instant = (at: Date): Date | null => (at.getTime() === endOfDay(localDateOf(at)).getTime() ? null : at);
  const dueDay = localDateOf(dueAt);
  const before = workingDayBefore(calendar, dueDay);
  return [
    entry('due', dueDay, instant(dueAt)),
    ...(before === null ? [] : [entry('last_working_day', before, null)]),
    ...(lockAt === null ? [] : [entry('lock', localDateOf(lockAt), instant(lockAt))]),
  ];
}

/** Null where the day itself is worked on, or its year is not known. */
function workingDayBefore(calendar: WorkCalendar, day: LocalDate): LocalDate | null {
  try {
    return isWorkingDay(calendar, day) ? null : lastWorkingDayOnOrBefore(calendar, day);
  } catch (error) {
    if (error instanceof UnknownCalendarYear) return null;
    throw error;
  }
}
