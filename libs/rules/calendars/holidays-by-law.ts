import { addDays, dayNumber, weekday, type CalendarDay, type LocalDate } from '#libs/domain';
import type { HolidayDays, HolidayLaw } from './holiday-laws.js';
import type { LunarDays } from './lunar/lunar-year.js';

/** A day off that the law alone gives; `holiday` is the holiday it belongs to, also for a make-up. */
export interface LawfulDay extends CalendarDay {
  holiday: string;
}

/**
 * Days off of a year by the law of their time, weekly rest included, in order of date: each holiday, and for each that falls on
 * weekly rest the next day that is neither rest nor a holiday nor another make-up.
 */
export function holidaysByLaw(year: number, laws: HolidayLaw[], lunar: LunarDays, weeklyRest: number[]): LawfulDay[] {
  const rests = (date: LocalDate) => weeklyRest.includes(weekday(date));
  const all = laws
    .flatMap(({ holidays, from, to }) =>
      holidays
        .flatMap(({ name, days }) => datesOf(days, year, lunar, rests).map((date) => ({ date, name, holiday: name })))
        .filter(({ date }) => from <= date && (to === null || date <= to)),
    )
    .sort(byDate);
  const taken = new Set(all.map(({ date }) => date));
  const makeUps = all
    .filter(({ date }) => rests(date))
    .map(({ date, holiday }) => {
      let free = addDays(date, 1);
      while (rests(free) || taken.has(free)) free = addDays(free, 1);
      taken.add(free);
      return { date: free, name: `Nghỉ bù ${holiday}`, holiday };
    });
  return [...all, ...makeUps].sort(byDate);
}

function datesOf(days: HolidayDays, year: number, lunar: LunarDays, rests: (date: LocalDate) => boolean): LocalDate[] {
  switch (days.kind) {
    case 'solar':
      return [solar(year, days)];
    case 'hung_kings':
      return [lunar.hungKings];
    case 'tet':
      return Array.from({ length: days.before + days.after }, (_, i) => addDays(lunar.tet, i - days.before));
    case 'neighbour':
      return [neighbour(solar(year, days), rests)];
  }
}

/**
 * Which neighbour the government will choose is not law. Our assumption until it decides: a working day, and of two the one that
 * lengthens a weekly rest, else the day before. It agrees with the decisions on 2/9 known for 2024 to 2027.
 */
function neighbour(date: LocalDate, rests: (date: LocalDate) => boolean): LocalDate {
  const [before, after] = [addDays(date, -1), addDays(date, 1)];
  if (rests(before)) return after;
  if (rests(after)) return before;
  return rests(addDays(after, 1)) ? after : before;
}

const solar = (year: number, { month, day }: { month: number; day: number }): LocalDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const byDate = (a: CalendarDay, b: CalendarDay): number => dayNumber(a.date) - dayNumber(b.date);
