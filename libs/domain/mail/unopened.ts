import { addWorkingDays } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { endOfDay, localDateOf } from '../time/local-date.js';

/** Mails that nobody showed to have opened. */
export interface Unopened {
  /** When the first of them was sent. */
  since: Date;
  mails: number;
}

/**
 * Whether mail to a post goes unopened too long: `days` working days of the calendar have passed whole since the first mail after the
 * post's last sign of life. Opened is what a person did (a link used, a notice read), never what a mail program loaded.
 * @param sent instants of mails about work that still waits for the post  @param opened last sign of life, or null
 */
export function unopenedMail(
  sent: readonly Date[],
  opened: Date | null,
  now: Date,
  calendar: WorkCalendar,
  days: number,
): Unopened | null {
  const unseen = sent.filter((at) => opened === null || at > opened).sort((a, b) => a.getTime() - b.getTime());
  const since = unseen[0];
  if (since === undefined) return null;
  const patience = endOfDay(addWorkingDays(calendar, localDateOf(since), days));
  return now > patience ? { since, mails: unseen.length } : null;
}
