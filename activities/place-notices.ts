import {
  DIGEST_TIME,
  localDateOf,
  slotOfNotice,
  type HoldReason,
  type LocalClosure,
  type RemindingRule,
} from '#libs/domain';
import { calendarsInForce, remindingRule } from '#libs/rules';
import { organisationOn, preferencesOf, someoneEarly, type Store } from '#libs/store';
import type { NoticeSeed } from './notices.js';
import { readerCalendars, type ReaderCalendar } from './reader-calendar.js';

export interface Place {
  slotAt: Date | null;
  why: HoldReason | null;
}

interface Readers {
  calendar: ReaderCalendar;
  early: (post: string) => string | undefined;
}

/** The slot each notice is written for. Who reads is asked only where an area is closed or somebody chose an early hour. */
export async function placeNotices(store: Store, seeds: NoticeSeed[], now: Date): Promise<Place[]> {
  const rule: RemindingRule = remindingRule(localDateOf(now));
  const { calendar, early } = await readersOf(store, seeds, now);
  return seeds.map(({ at, post, class: noticeClass, obligation: { clock }, examinedAt = now }) => {
    const notice = { at, class: noticeClass, calendar: calendar(clock.calendar, post), early: early(post) };
    return slotOfNotice(notice, examinedAt, rule);
  });
}

async function readersOf(store: Store, seeds: NoticeSeed[], now: Date): Promise<Readers> {
  const closures: LocalClosure[] = calendarsInForce().data.closures;
  const anybody = await someoneEarly(store, DIGEST_TIME);
  if (closures.length === 0 && !anybody) return { calendar: readerCalendars([], null), early: () => undefined };
  const organisation = await organisationOn(store, localDateOf(now));
  const holders = new Map(seeds.map(({ post }) => [post, organisation.holderOf(post)]));
  const chosen = await preferencesOf(
    store,
    [...holders.values()].filter((person) => person !== null),
  );
  const early = (post: string): string | undefined => {
    const hour = chosen.get(holders.get(post) ?? '')?.digestAt;
    return hour !== undefined && hour < DIGEST_TIME ? hour : undefined;
  };
  return { calendar: readerCalendars(closures, organisation), early };
}
