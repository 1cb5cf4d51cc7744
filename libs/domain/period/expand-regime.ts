import { addWorkingDays } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { isRefusal, type Refusal } from '../lifecycle/refusal.js';
import { addDays, type LocalDate } from '../time/local-date.js';
import { addMonths } from '../time/months.js';
import type { FinalReport, Period, PeriodRegime } from './period.types.js';
import { planBackwards, type LevelDate, type LevelWish } from './plan-backwards.js';
import { finalReport, regimePeriods } from './regime-periods.js';

/** Last day of the highest level: a written one, or counted from each close. */
export type TopDay = { by: LocalDate } | { workingDays: number } | { dayOfMonth: number };

/** What an officer says once for all periods of a regime. */
export interface RegimeSchedule {
  /** Working days before the close on which the form opens. */
  opensBefore: number;
  due: TopDay;
  /** Bottom level first. */
  wishes: LevelWish[];
}

/** A period with the day of every level planned backwards from the top's. */
export interface PlannedPeriod extends Period {
  opens: LocalDate;
  /** Bottom level first. */
  levels: LevelDate[];
  /** Working days beyond all wishes; negative: so many are missing. */
  slack: number;
}

export interface ExpandedRegime {
  refused: false;
  periods: PlannedPeriod[];
  final: FinalReport;
}

/**
 * The periods of a campaign by a regime, each with its days (rows 23, 26; F4): those that close within it make reports, those its
 * end cuts join the final one.
 * @returns the refusal of the first period that has fewer working days than levels  @throws UnknownCalendarYear, RangeError
 */
export function expandRegime(
  regime: PeriodRegime,
  { opensBefore, due, wishes }: RegimeSchedule,
  { start, end }: { start: LocalDate; end: LocalDate },
  calendar: WorkCalendar,
): ExpandedRegime | Refusal {
  const within = regimePeriods(regime, start, end);
  const periods: PlannedPeriod[] = [];
  for (const period of within.periods) {
    const planned = planBackwards(wishes, { cutoff: period.to, due: topDay(due, period.to, calendar) }, calendar);
    if (isRefusal(planned)) return planned;
    const { levels, slack } = planned;
    periods.push({ ...period, opens: addWorkingDays(calendar, period.to, -opensBefore), levels, slack });
  }
  return { refused: false, periods, final: finalReport(within, start, end) };
}

/** A day of the month is the first one after the close. */
function topDay(due: TopDay, close: LocalDate, calendar: WorkCalendar): LocalDate {
  if ('by' in due) return due.by;
  if ('workingDays' in due) return addWorkingDays(calendar, close, due.workingDays);
  const day = addDays(`${close.slice(0, 8)}01`, due.dayOfMonth - 1);
  return day > close ? day : addMonths(day, 1);
}
