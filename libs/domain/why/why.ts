import { isWorkingDay } from '../calendar/working-days.js';
import { DIGEST_TIME } from '../deadline/slots.js';
import { agenda } from '../ladder/agenda.js';
import { noticeTitle, rungTitle } from '../ladder/rung-title.js';
import { say, type Language } from '../messages/say.js';
import { attempt } from '../obligation/attempt.js';
import { endOfDay, instantAt, localDateOf, localTimeOf } from '../time/local-date.js';
import { standingAt } from './course.js';
import type { RecordedMail, RecordedNotice, Why, WhyCode, WhyFacts } from './why.types.js';

/**
 * Why a post was or was not reminded of an obligation on a day: the first cause that the records show, in the order of
 * `docs/rules.md`. Nothing is guessed: what no record explains is that no rung stood on that day.
 */
export function whyReminded(facts: WhyFacts, language: Language = 'vi'): Why {
  const { day, now } = facts;
  if (day > localDateOf(now)) return answer('future');
  return mailed(facts) ?? noticed(facts, language) ?? silent(facts) ?? around(facts, language);
}

/** The answer as a sentence. */
export const sayWhy = ({ code, data }: Why, language: Language = 'vi'): string => say(`why.${code}`, data, language);

const answer = (code: WhyCode, data: Record<string, string> = {}, told = false): Why => ({ code, told, data });

/** A mail with a notice for the post left that day, or should have. */
function mailed({ day, post, notices, mails }: WhyFacts): Why | null {
  const mine = notices.filter((notice) => notice.post === post && notice.message !== null);
  const found = mine.flatMap((notice) => mails.get(notice.message!) ?? []);
  const ofDay = found.filter((mail) => localDateOf(leftAt(mail)) === day);
  for (const code of ['sent', 'reached', 'bounced', 'unconfirmed', 'failed']) {
    const mail = ofDay.find(({ state }) => state === code);
    if (mail)
      return ofMail(
        mail,
        mine.find(({ message }) => message === mail.id)!,
        post,
      );
  }
  return null;
}

const leftAt = ({ sentAt, at }: RecordedMail): Date => sentAt ?? at;

function ofMail(mail: RecordedMail, { reason }: RecordedNotice, post: string): Why {
  const { state, to } = mail;
  const data = { time: localTimeOf(leftAt(mail)), to: to ?? '–', cause: reason ?? '–' };
  if (state === 'failed') return answer('failed', data);
  if (state === 'bounced' || state === 'reached') return answer('bounced', data, true);
  if (state === 'unconfirmed') return answer('unconfirmed', data, true);
  return answer(mail.vacant.includes(post) ? 'sent-upwards' : 'sent', data, true);
}

/** There was a notice for the post, which did not leave that day. */
function noticed({ day, now, post, notices }: WhyFacts, language: Language): Why | null {
  const mine = notices.filter((notice) => notice.post === post);
  for (const notice of mine) {
    const hold = notice.holds?.findLast(({ at, until }) => localDateOf(at) <= day && day < localDateOf(until));
    if (hold) {
      const data = { why: say(`hold.${hold.why}`, {}, language), ...instant(hold.until) };
      return answer('held', data);
    }
  }
  for (const { at, slotAt, state, reason } of mine) {
    const leaves = slotAt ?? at;
    if (localDateOf(at) <= day && day < localDateOf(leaves)) return answer('waits', instant(leaves));
    if (localDateOf(leaves) !== day) continue;
    if (state === 'withdrawn') return answer('withdrawn', { cause: reason ?? '–' });
    if (state === 'waiting' || state === 'folded')
      return answer(leaves <= now ? 'stands-still' : 'waits', instant(leaves));
  }
  return null;
}

const instant = (at: Date): Record<string, string> => ({ time: localTimeOf(at), day: localDateOf(at) });

/** There was none, because the obligation or its campaign was not one to be reminded of. */
function silent({ day, events, suspensions, cancelledAt, clock }: WhyFacts): Why | null {
  const hour = instantAt(day, DIGEST_TIME);
  const { state, since } = standingAt(events, hour);
  if (state === 'none' || state === 'scheduled') {
    const opened = events.find(({ type, data }) => type === 'act' && opens(data))?.at ?? clock.opensAt;
    if (opened > hour) return answer('not-open', { day: localDateOf(opened) });
  }
  if (['accepted', 'done', 'excused', 'lapsed'].includes(state))
    return answer('settled', { state, day: localDateOf(since!) });
  if (cancelledAt !== null && cancelledAt <= hour) return answer('cancelled', { day: localDateOf(cancelledAt) });
  const paused = suspensions.find(({ from, to }) => from <= hour && (to === null || to > hour));
  if (paused) return answer('suspended', { day: localDateOf(paused.from) });
  if (state === 'parked') return answer('parked', { day: localDateOf(since!) });
  if (state === 'submitted') return answer('handed-in', { day: localDateOf(since!) });
  return null;
}

const opens = ({ acts }: Record<string, unknown>): boolean =>
  ((acts ?? []) as { act: string }[]).some(({ act }) => act === 'open');

/** It was one to be reminded of, but nothing was said to this post. */
function around(facts: WhyFacts, language: Language): Why {
  const { day, post, notices, calendar } = facts;
  const skipped = skippedOn(facts);
  if (skipped) return answer('skipped', { rung: rungTitle(skipped.rung, language), ...instant(skipped.at) });
  const declared = delayedOn(facts);
  if (declared) return answer('delayed', { day: declared });
  const other = notices.find((notice) => notice.post !== post && localDateOf(notice.at) === day);
  if (other) return answer('others', { act: noticeTitle(other, language), post: other.post });
  if (!isWorkingDay(calendar, day)) return answer('rest-day');
  return answer('no-rung', nearest(facts, language));
}

function skippedOn({ day, events }: WhyFacts): { rung: string; at: Date } | null {
  for (const { type, at, data } of events) {
    if (type !== 'act') continue;
    const acts = (data.acts ?? []) as { rung: string; at: Date | string }[];
    const skipped = (data.skipped ?? []) as string[];
    const found = acts.find(({ rung, at: when }) => skipped.includes(rung) && localDateOf(new Date(when)) === day);
    if (found) return { rung: found.rung, at };
  }
  return null;
}

/** Did the declared delay of its clock take away a rung of this day? @returns the day it was declared to */
function delayedOn({ day, clock, rules }: WhyFacts): string | null {
  const { delay, ...plain } = clock;
  if (!delay || localDateOf(delay.at) > day || endOfDay(delay.lastDay) < instantAt(day)) return null;
  const { result } = attempt(() => agenda(plain, rules.ladder(clock.ladder), rules.calendar(clock.calendar)));
  const nags = (result ?? []).some(
    ({ at, act }) => (act === 'remind' || act === 'urge') && at > delay.at && localDateOf(at) === day,
  );
  return nags ? delay.lastDay : null;
}

/** The words before and after, as far as there are any. */
function nearest({ day, post, notices, clock, rules, now }: WhyFacts, language: Language): Record<string, string> {
  const mine = notices.filter((notice) => notice.post === post).sort((a, b) => a.at.getTime() - b.at.getTime());
  const before = mine.findLast(({ at }) => localDateOf(at) < day);
  const after = mine.find(({ at }) => localDateOf(at) > day);
  const { result } = attempt(() => agenda(clock, rules.ladder(clock.ladder), rules.calendar(clock.calendar)));
  const coming = (result ?? []).find(({ at, audience }) => at > now && localDateOf(at) > day && audience.length > 0);
  const named = (one: { act: string; rung: string; at: Date } | undefined): string =>
    one
      ? say('why.one', { act: noticeTitle(one, language), day: localDateOf(one.at) }, language)
      : say('why.none', {}, language);
  return { before: named(before), after: named(after ?? coming) };
}
