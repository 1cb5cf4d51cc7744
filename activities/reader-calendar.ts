import { withClosures, type LocalClosure, type WorkCalendar } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { unitOfPost } from '#libs/contracts';
import type { OrganisationOfDay } from '#libs/store';

/** Working days of who reads: the calendar a clock counts by, with the closures of the area in which the post stands. */
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
    const area = [unit, ...organisation.tree.ancestorsOf(unit)];
    const closed = withClosures(ruleBook.calendar(calendar), closures, area);
    made.set(key, closed);
    return closed;
  };
}
