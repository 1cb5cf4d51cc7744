import type { WorkCalendar, Workplace } from '#libs/domain';
import { calendarBook, type CalendarBook } from './calendar-book.js';

const standard = calendarBook();
let inForce = standard;

/** State offices, by the built-in tables alone: Monday to Friday, public holidays, swapped days. */
export const vn5d: WorkCalendar = standard.byId('vn-5d');
/** For drills: every day is a working day. */
export const vnAll: WorkCalendar = standard.byId('vn-all');

/** The book this process works by. Built-in until the process has read what was imported (`libs/calendars`). */
export const calendarsInForce = (): CalendarBook => inForce;

/**
 * From now on every look-up of this process is answered by `book`. The one place where rules change while a process runs: who needs a
 * certain book (a preview, a test) builds it and hands it on instead.
 */
export function putInForce(book: CalendarBook): void {
  inForce = book;
}

/** @param id `id`, or `id@version` where it was pinned  @throws RangeError naming the known ones */
export const calendarById = (id: string): WorkCalendar => inForce.byId(id);

/** The calendar a unit works by, what was closed around it laid over. @throws RangeError on an unknown kind */
export const calendarOfPlace = (place: Workplace): WorkCalendar => inForce.calendarOf(place);
