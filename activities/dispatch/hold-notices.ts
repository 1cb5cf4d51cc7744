import { Injectable } from '@nestjs/common';
import { slotId } from '#libs/contracts';
import {
  holdDigest,
  instantsBeyond,
  inWindow,
  isWorkingDay,
  digestSlot,
  localDateOf,
  nextOpening,
  unbounded,
  USUAL,
  type Hold,
  type Preference,
  type RemindingRule,
  type WorkCalendar,
} from '#libs/domain';
import { remindingRule } from '#libs/rules';
import {
  mailsSent,
  preferencesOf,
  Store,
  type MailsSent,
  type NoticeDoc,
  type OrganisationOfDay,
  type Reach,
} from '#libs/store';
import { Notices } from '../notices.js';
import { readerCalendars } from '../reader-calendar.js';
import type { Slot } from './slots.js';

/** What is known of the readers of one fold. */
interface Readers {
  now: Date;
  slot: Slot;
  rule: RemindingRule;
  calendarOf: (notice: NoticeDoc) => WorkCalendar;
  preferenceOf: (person: string) => Preference;
  sentTo: (person: string) => MailsSent;
}

type Held = [NoticeDoc, Hold][];

/** Moves notices that may not go yet to the slot they wait for; who chose what, and what they had already, is asked right before folding. */
@Injectable()
export class HoldNotices {
  constructor(
    private readonly store: Store,
    private readonly notices: Notices,
  ) {}

  /** @param keyOf name of the message a notice would become part of  @returns the notices that go now */
  async sift(
    slot: Slot,
    notices: NoticeDoc[],
    reach: Map<string, Reach>,
    organisation: OrganisationOfDay,
    now: Date,
    keyOf: (notice: NoticeDoc, addressee: string) => string,
  ): Promise<NoticeDoc[]> {
    const byPerson = new Map<string, NoticeDoc[]>();
    const own = new Set<string>();
    for (const notice of notices) {
      const person = reach.get(notice.post)?.holder?.person;
      // a notice from before calendars were kept on it goes as it always did
      if (person === undefined || notice.calendar === undefined) continue;
      own.add(keyOf(notice, person));
      const mine = byPerson.get(person);
      if (mine) mine.push(notice);
      else byPerson.set(person, [notice]);
    }
    if (byPerson.size === 0) return notices;
    const readers = await this.readersOf(slot, [...byPerson.keys()], organisation, now, own);
    const held = [...byPerson].flatMap(([person, mine]) => [
      ...heldDigest(mine.filter(isDigest), person, readers),
      ...heldInstants(
        mine.filter((notice) => !isDigest(notice)),
        person,
        readers,
      ),
    ]);
    await this.move(slot, held, now);
    const gone = new Set(held.map(([{ _id }]) => _id));
    return gone.size ? notices.filter(({ _id }) => !gone.has(_id)) : notices;
  }

  private async readersOf(
    slot: Slot,
    persons: string[],
    organisation: OrganisationOfDay,
    now: Date,
    own: Set<string>,
  ): Promise<Readers> {
    const rule = remindingRule(localDateOf(now));
    const [chosen, sent] = await Promise.all([
      preferencesOf(this.store, persons),
      mailsSent(this.store, persons, now, (message) => own.has(message), rule.budget.mailsAWeek),
    ]);
    const calendars = readerCalendars(organisation, rule);
    return {
      ...{ now, slot, rule },
      calendarOf: ({ calendar, post }) => calendars(calendar!, post),
      preferenceOf: (person) => chosen.get(person) ?? USUAL,
      sentTo: sent,
    };
  }

  /** The slot's dispatch is made sure of before, so that a crash in between leaves nothing to wait for nobody, and after. */
  private async move(slot: Slot, held: Held, now: Date): Promise<void> {
    const groups = new Map<string, { hold: Hold; ids: string[] }>();
    for (const [{ _id }, hold] of held) {
      const key = `${hold.until.getTime()} ${hold.why}`;
      const group = groups.get(key) ?? { hold, ids: [] };
      group.ids.push(_id);
      groups.set(key, group);
    }
    for (const {
      hold: { until, why },
      ids,
    } of groups.values()) {
      const to = slotId(until);
      await this.notices.ensureDispatch(to, until, now);
      const digest = why.startsWith('budget') ? { class: 'digest' } : {};
      const set = { slot: to, slotAt: until, seal: null, ...digest };
      const hold = { at: now, from: slot.at ?? now, until, why };
      await this.store.notices.updateMany({ _id: { $in: ids }, state: 'waiting', message: null } as never, {
        $set: set as never,
        $push: { holds: hold } as never,
      });
      await this.notices.ensureDispatch(to, until, now);
    }
  }
}

const isDigest = (notice: NoticeDoc): boolean => notice.class === 'digest';

/** One answer for all that a person is to be told by one digest. */
function heldDigest(notices: NoticeDoc[], person: string, readers: Readers): Held {
  if (notices.length === 0) return [];
  const { now, slot, rule, calendarOf, preferenceOf, sentTo } = readers;
  const { digestsToday, week } = sentTo(person);
  const digest = {
    notices,
    slotAt: slot.at ?? now,
    calendar: workingOf(notices.map(calendarOf), now),
    preference: preferenceOf(person),
    sent: { today: digestsToday, week },
  };
  const hold = holdDigest(digest, now, rule);
  return hold ? notices.map((notice) => [notice, hold]) : [];
}

/** Where notices of several calendars meet in a digest, one on which today is worked decides. */
function workingOf(calendars: WorkCalendar[], now: Date): WorkCalendar {
  return calendars.find((calendar) => isWorkingDay(calendar, localDateOf(now))) ?? calendars[0]!;
}

function heldInstants(notices: NoticeDoc[], person: string, readers: Readers): Held {
  if (notices.length === 0) return [];
  const { now, rule, calendarOf, preferenceOf, sentTo } = readers;
  const shut = notices.filter((notice) => !inWindow(now, calendarOf(notice), rule));
  const waiting = shut.map((notice): Held[number] => {
    const until = nextOpening(now, calendarOf(notice), rule);
    return [notice, { until, why: 'window' }];
  });
  const { instantsToday, week } = sentTo(person);
  const open = notices.filter((notice) => !shut.includes(notice) && !unbounded(rule, calendarOf(notice)));
  const beyond = instantsBeyond(open, { today: instantsToday, week }, rule).map(({ notice, why }): Held[number] => {
    const after = new Date(now.getTime() + 1);
    return [notice, { until: digestSlot(after, calendarOf(notice), preferenceOf(person).digestAt), why }];
  });
  return [...waiting, ...beyond];
}
