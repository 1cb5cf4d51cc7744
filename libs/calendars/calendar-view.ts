import type { CalendarYearView } from '#libs/contracts/http/index.js';
import { say, UnknownCalendarYear, yearView, type Language, type WorkCalendar } from '#libs/domain';
import type { CalendarBook } from '#libs/rules';

/** The calendar of a kind, closures of an area laid over it. @param area the unit and the units above it; empty: nowhere closed */
export function calendarOf(book: CalendarBook, kind: string, area: string[] = []): WorkCalendar {
  return book.calendarOf({ calendar: kind, area });
}

/** A year as a screen shows it. @throws UnknownCalendarYear */
export function calendarYearView(calendar: WorkCalendar, year: number, language: Language = 'vi'): CalendarYearView {
  const table = calendar.years[year];
  if (!table) throw new UnknownCalendarYear(calendar.id, year);
  const months = yearView(calendar, year);
  return {
    year,
    kind: calendar.id,
    version: calendar.version,
    status: table.status,
    statusText: say(`calendar-status.${table.status}`, {}, language),
    source: table.source,
    workingDays: months.reduce((sum, month) => sum + month.workingDays, 0),
    months,
  };
}
