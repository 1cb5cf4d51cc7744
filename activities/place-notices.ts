import { DIGEST_TIME, localDateOf, slotOfNotice, type HoldReason, type RemindingRule } from '#libs/domain';
import { remindingRule } from '#libs/rules';
import { organisationOn, preferencesOf, someoneEarly, type Store } from '#libs/store';
import type { NoticeSeed } from './notice-seed.js';
import { readerCalendars, type ReaderCalendar } from './reader-calendar.js';

export interface Place {
  slotAt: Date | null;
  why: HoldReason | null;
  /** The calendar that its mail goes by: the clock's, for drills one without rest. */
  calendar: string;
}

interface Readers {
  calendar: ReaderCalendar;
  early: (post: string) => string | undefined;
}

/** How long a change of the organisation may go unnoticed here, wall clock: before the mail goes it is read again. */
const UNNOTICED_MS = 1_000;

/** The slot each notice is written for. Who holds a post is asked only where somebody chose an early hour. */
export async function placeNotices(store: Store, seeds: NoticeSeed[], now: Date): Promise<Place[]> {
  const rule: RemindingRule = remindingRule(localDateOf(now));
  const { calendar, early } = await readersOf(store, seeds, now, rule);
  return seeds.map(({ at, post, class: noticeClass, obligation: { clock }, examinedAt = now }) => {
    const drill = clock.ladder.split('@')[0] === rule.unbounded.ladder;
    const goesBy = drill ? rule.unbounded.calendar : clock.calendar;
    const notice = { at, class: noticeClass, calendar: calendar(goesBy, post), early: early(post) };
    return { ...slotOfNotice(notice, examinedAt, rule), calendar: goesBy };
  });
}

async function readersOf(store: Store, seeds: NoticeSeed[], now: Date, rule: RemindingRule): Promise<Readers> {
  const organisation = await organisationOn(store, localDateOf(now), UNNOTICED_MS);
  const calendar = readerCalendars(organisation, rule);
  if (!(await someoneEarly(store, DIGEST_TIME))) return { calendar, early: () => undefined };
  const holders = new Map(seeds.map(({ post }) => [post, organisation.holderOf(post)]));
  const chosen = await preferencesOf(
    store,
    [...holders.values()].filter((person) => person !== null),
  );
  const early = (post: string): string | undefined => {
    const hour = chosen.get(holders.get(post) ?? '')?.digestAt;
    return hour !== undefined && hour < DIGEST_TIME ? hour : undefined;
  };
  return { calendar, early };
}
