import { kindOfCalendar, workplaceOf, type LocalClosure, type WorkCalendar } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { unitOfPost } from '#libs/contracts';
import type { OrganisationOfDay } from '#libs/store';

/** Working days of who reads: the calendar a clock counts by, of the post's own kind of week, with the closures of its area. */
export type ReaderCalendar = (calendar: string, post: string) => WorkCalendar;

/** @param organisation asked only where an area was closed */
export function readerCalendars(closures: LocalClosure[], organisation: OrganisationOfDay | null): ReaderCalendar {
  if (closures.length === 0 || organisation === null) return (calendar) => ruleBook.calendar(calendar);
  const made = new Map<string, WorkCalendar>();
  return (calendar, post) => {
    const unit = unitOfPost(post);
    const key = `${calendar} ${unit}`;
    const known = made.get(key);
    if (known) return known;
    const closed = ruleBook.calendarOf(workplaceOf(unit, organisation.tree, kindOfCalendar(calendar)));
    made.set(key, closed);
    return closed;
  };
}
