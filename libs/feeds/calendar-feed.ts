import { createHash } from 'node:crypto';
import { ICalCalendar, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, instantAt, say, type DeadlineDay } from '#libs/domain';

/** How long a calendar program may keep what it fetched, seconds. */
const REFRESH_S = 3600;
const PRODUCT = { company: 'Đôn Đốc', product: 'Deadlines', language: 'VI' };

/**
 * The deadlines of a post as iCalendar (RFC 5545). Whole days stand as days, hours as instants in UTC. Nothing but title and unit is
 * said; ids are hashed, so that a forwarded file names no record.
 * @param name title of the post  @param at instant written as the feed's time
 */
export function calendarFeed(name: string, days: DeadlineDay[], at: Date): string {
  const calendar = new ICalCalendar({ name: say('feed.name', { post: name }), prodId: PRODUCT, ttl: REFRESH_S });
  for (const { id, kind, day, at: instant, version, title, unit } of days) {
    const whole = { allDay: true, start: dayOf(day), end: dayOf(addDays(day, 1)) };
    calendar.createEvent({
      id: `${createHash('sha256').update(id).digest('hex').slice(0, 32)}@dondoc`,
      sequence: version,
      stamp: at,
      summary: say(`feed.${kind}`, { title, unit }),
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      ...(instant === null ? whole : { start: instant, end: instant }),
    });
  }
  return calendar.toString();
}

/** ical-generator writes the UTC day of a date: noon in Việt Nam lies on the same day in UTC. */
const dayOf = (day: string): Date => instantAt(day, '12:00');
