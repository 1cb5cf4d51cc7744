import { addWorkingDays, lastWorkingDayOnOrBefore, workingDaysBetween } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { refuse, type Refusal } from '../lifecycle/refusal.js';
import type { LocalDate } from '../time/local-date.js';

/** A level of the way up and the working days it would like for its part. */
export interface LevelWish {
  level: string;
  /** At least 1. */
  wants: number;
}

export interface LevelDate {
  level: string;
  /** Last day for what this level hands up. */
  due: LocalDate;
  /** Working days from the close, or from the due day below, to its own. */
  has: number;
  wants: number;
  /** True where it has less than it would like: shown to the officer. */
  starved: boolean;
}

/** The days of all levels, bottom first; a wording for each has to stand in the plan (Decree 09/2019 art. 8(5)). */
export interface LevelPlan {
  refused: false;
  levels: LevelDate[];
  /** Working days beyond all wishes; they are left to the bottom level. Negative: so many are missing. */
  slack: number;
}

/**
 * Due days of every level planned backwards from the day the top must hand over. The top day stays as written; where it is no working day, the
 * counting begins on the last one before it. Too little for all wishes: the longest gives first, nobody gets less than one day.
 * @param wishes bottom level first, the last is the one that hands over on `due`
 * @returns a refusal with the earliest possible day where a level would have less than one working day  @throws UnknownCalendarYear
 */
export function planBackwards(
  wishes: LevelWish[],
  { cutoff, due }: { cutoff: LocalDate; due: LocalDate },
  calendar: WorkCalendar,
): LevelPlan | Refusal {
  const last = lastWorkingDayOnOrBefore(calendar, due);
  const available = last > cutoff ? workingDaysBetween(calendar, cutoff, last) : 0;
  if (available < wishes.length) {
    const earliest = addWorkingDays(calendar, cutoff, wishes.length);
    return refuse('periods-too-tight', { cutoff, due, available, levels: wishes.length, earliest });
  }
  const has = shares(
    wishes.map(({ wants }) => wants),
    available,
  );
  const levels: LevelDate[] = [];
  let day = last;
  for (let i = wishes.length - 1; i >= 0; i -= 1) {
    const { level, wants } = wishes[i]!;
    const own = i === wishes.length - 1 ? due : day;
    levels.unshift({ level, due: own, has: has[i]!, wants, starved: has[i]! < wants });
    day = addWorkingDays(calendar, day, -has[i]!);
  }
  return { refused: false, levels, slack: available - wishes.reduce((sum, { wants }) => sum + wants, 0) };
}

/** Working days per level: the wishes, what is left over to the first; what is missing taken one by one from the longest. */
function shares(wants: number[], available: number): number[] {
  const has = [...wants];
  let missing = has.reduce((sum, n) => sum + n, 0) - available;
  for (; missing > 0; missing -= 1) has[has.indexOf(Math.max(...has))]! -= 1;
  has[0]! -= missing;
  return has;
}
