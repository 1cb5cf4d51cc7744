import { addDays, weekday, type LocalDate } from '../time/local-date.js';
import { UnknownCalendarYear } from './unknown-calendar-year.js';
import type { CalendarDay, CalendarStatus, CalendarYear, WorkCalendar } from './work-calendar.types.js';

/** Why a day is what it is. `work`: an ordinary working day; `worked_instead`: a day of weekly rest that is worked. */
export type DayReason = 'work' | 'worked_instead' | 'weekly_rest' | 'holiday' | 'closure';

/** One day as a screen shows it. */
export interface DayView {
  date: LocalDate;
  /** 0 = Sunday … 6 = Saturday. */
  weekday: number;
  working: boolean;
  reason: DayReason;
  /** Name of the holiday or the swap; null for ordinary days. */
  name: string | null;
  source: string;
  /** `computed` and `proposed` are shown as "dự kiến". */
  status: CalendarStatus;
}

export interface MonthView {
  month: number;
  workingDays: number;
  days: DayView[];
}

/** Every day of a month with its reason and source. @param month 1 to 12  @throws UnknownCalendarYear */
export function monthView(calendar: WorkCalendar, year: number, month: number): MonthView {
  const table = calendar.years[year];
  if (!table) throw new UnknownCalendarYear(calendar.id, year);
  const days: DayView[] = [];
  const prefix = `${year}-${String(month).padStart(2, '0')}-`;
  for (let date = `${prefix}01`; date.startsWith(prefix); date = addDays(date, 1)) {
    days.push(dayView(date, table, calendar.weeklyRest));
  }
  return { month, workingDays: days.filter(({ working }) => working).length, days };
}

/** The twelve months of a year. @throws UnknownCalendarYear */
export function yearView(calendar: WorkCalendar, year: number): MonthView[] {
  return Array.from({ length: 12 }, (_, i) => monthView(calendar, year, i + 1));
}

function dayView(date: LocalDate, table: CalendarYear, weeklyRest: number[]): DayView {
  const at = (list: CalendarDay[]) => list.find((day) => day.date === date);
  const [worked, off] = [at(table.makeUpWorkdays), at(table.daysOff)];
  const rests = weeklyRest.includes(weekday(date));
  const named = worked ?? off;
  const reason = worked ? 'worked_instead' : off ? (off.reason ?? 'holiday') : rests ? 'weekly_rest' : 'work';
  return {
    date,
    weekday: weekday(date),
    working: worked !== undefined || !(off !== undefined || rests),
    reason,
    name: named?.name ?? null,
    source: named?.source ?? table.source,
    status: named?.status ?? table.status,
  };
}
