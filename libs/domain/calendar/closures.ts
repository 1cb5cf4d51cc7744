import { addDays, dayNumber, weekday } from '../time/local-date.js';
import type { LocalClosure } from './calendar-data.types.js';
import type { CalendarDay, CalendarYear, WorkCalendar } from './work-calendar.types.js';

/**
 * A calendar with local closures laid over it: the closed days are days off, a swapped Saturday among them too; days that are worked instead
 * are make-up workdays. Its id names the closures, in their order.
 * @returns the same calendar where there are none
 */
export function withClosures(calendar: WorkCalendar, closures: LocalClosure[]): WorkCalendar {
  if (closures.length === 0) return calendar;
  const years: Record<number, CalendarYear> = { ...calendar.years };
  const change = (date: string, made: (year: CalendarYear) => CalendarYear): void => {
    const year = years[Number(date.slice(0, 4))];
    if (year) years[year.year] = made(year);
  };
  for (const closure of closures) {
    for (let date = closure.from; date <= closure.to; date = addDays(date, 1))
      change(date, (year) => closed(year, { date, ...wordsOf(closure) }, calendar.weeklyRest));
    for (const date of closure.workInstead ?? [])
      change(date, (year) => worked(year, { date, ...wordsOf(closure) }, calendar.weeklyRest));
  }
  return { ...calendar, id: `${calendar.id}/${closures.map(({ id }) => id).join('+')}`, years };
}

const wordsOf = ({ name, source }: LocalClosure) => ({ name, source, reason: 'closure' as const });
const inOrder = (days: CalendarDay[]): CalendarDay[] => days.sort((a, b) => dayNumber(a.date) - dayNumber(b.date));

function closed(year: CalendarYear, day: CalendarDay, weeklyRest: number[]): CalendarYear {
  const other = ({ date }: CalendarDay) => date !== day.date;
  const works = year.makeUpWorkdays.some(({ date }) => date === day.date);
  const rests = weeklyRest.includes(weekday(day.date)) && !works;
  if (rests || !year.daysOff.every(other)) return year;
  return { ...year, daysOff: inOrder([...year.daysOff, day]), makeUpWorkdays: year.makeUpWorkdays.filter(other) };
}

/** A day that this kind works anyway needs no making up. */
function worked(year: CalendarYear, day: CalendarDay, weeklyRest: number[]): CalendarYear {
  const known = year.makeUpWorkdays.some(({ date }) => date === day.date);
  const off = weeklyRest.includes(weekday(day.date)) || year.daysOff.some(({ date }) => date === day.date);
  return known || !off ? year : { ...year, makeUpWorkdays: inOrder([...year.makeUpWorkdays, day]) };
}

/** The kind a calendar id is of, what is laid over it left out: `vn-5d/bao-so-3` is `vn-5d`. */
export const kindOfCalendar = (id: string): string => id.split('/')[0]!;
