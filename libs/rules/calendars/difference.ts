import { yearView, type CalendarStatus, type DayView, type LocalDate } from '#libs/domain';
import { calendarKinds, type CalendarBook, type CalendarKind } from './calendar-book.js';

/** One day, or one year's status, that two books tell differently. */
export interface CalendarDifference {
  kind: CalendarKind;
  /** The day; null where only the status of the year changes. */
  date: LocalDate | null;
  year: number;
  before: { working: boolean; name: string | null; status: CalendarStatus };
  after: { working: boolean; name: string | null; status: CalendarStatus };
}

/** What an import or a confirmation changes, for people to look at before it is done. Drills are left out. */
export function calendarDifference(before: CalendarBook, after: CalendarBook, years: number[]): CalendarDifference[] {
  return calendarKinds
    .filter((kind) => kind !== 'vn-all')
    .flatMap((kind) => years.flatMap((year) => ofYear(kind, year, before, after)));
}

function ofYear(kind: CalendarKind, year: number, before: CalendarBook, after: CalendarBook): CalendarDifference[] {
  const [old, next] = [before.byId(kind), after.byId(kind)];
  const [was, is] = [old.years[year]!, next.years[year]!];
  const olds = yearView(old, year).flatMap(({ days }) => days);
  const days = yearView(next, year)
    .flatMap((month) => month.days)
    .flatMap((day, i): CalendarDifference[] =>
      day.working === olds[i]!.working
        ? []
        : [{ kind, date: day.date, year, before: facts(olds[i]!), after: facts(day) }],
    );
  const status = (table: typeof was) => ({ working: false, name: null, status: table.status });
  return was.status === is.status
    ? days
    : [{ kind, date: null, year, before: status(was), after: status(is) }, ...days];
}

const facts = ({ working, name, status }: DayView) => ({ working, name, status });
