import { unitOfPost } from '#libs/contracts';
import { readerCalendar, type RemindingRule, type RuleBook, type WorkCalendar } from '#libs/domain';
import { ruleBook } from '#libs/rules';
import type { OrganisationOfDay } from '#libs/store';

/** Working days of who reads, by the calendar of a clock and the post. */
export type ReaderCalendar = (calendar: string, post: string) => WorkCalendar;

/** Each asked once: a morning's notices go to thousands of posts of a few calendars. */
export function readerCalendars(
  { tree }: Pick<OrganisationOfDay, 'tree'>,
  rule: RemindingRule,
  rules: RuleBook = ruleBook,
): ReaderCalendar {
  const made = new Map<string, WorkCalendar>();
  return (calendar, post) => {
    const unit = unitOfPost(post);
    const key = `${calendar} ${unit}`;
    const known = made.get(key) ?? readerCalendar(calendar, unit, tree, rules, rule);
    made.set(key, known);
    return known;
  };
}
