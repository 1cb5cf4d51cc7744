import { addDays, dayNumber, weekday } from '../time/local-date.js';
import type { LocalClosure } from './calendar-data.types.js';
import type { CalendarDay, CalendarYear, WorkCalendar } from './work-calendar.types.js';

/**
 * The calendar of a unit whose area was closed: the closed days are days off, a swapped Saturday among them too.
 * @param area the unit and the units above it  @returns the same calendar where no closure concerns it
 */
export function withClosures(calendar: WorkCalendar, closures: LocalClosure[], area: string[]): WorkCalendar {
  const mine = closures.filter((closure) => area.includes(closure.area));
  if (mine.length === 0) return calendar;
  const years: Record<number, CalendarYear> = { ...calendar.years };
  for (const closure of mine) {
    for (let date = closure.from; date <= closure.to; date = addDays(date, 1)) {
      const year = years[Number(date.slice(0, 4))];
      if (year) years[year.year] = closed(year, { date, ...wordsOf(closure) }, calendar.weeklyRest);
    }
  }
  return { ...calendar, id: `${calendar.id}/${mine.map(({ id }) => id).join('+')}`, years };
}

const wordsOf = ({ name, source }: LocalClosure) => ({ name, source, reason: 'closure' as const });

function closed(year: CalendarYear, day: CalendarDay, weeklyRest: number[]): CalendarYear {
  const other = ({ date }: CalendarDay) => date !== day.date;
  const worked = year.makeUpWorkdays.some(({ date }) => date === day.date);
  const rests = weeklyRest.includes(weekday(day.date)) && !worked;
  if (rests || !year.daysOff.every(other)) return year;
  const daysOff = [...year.daysOff, day].sort((a, b) => dayNumber(a.date) - dayNumber(b.date));
  return { ...year, daysOff, makeUpWorkdays: year.makeUpWorkdays.filter(other) };
}
