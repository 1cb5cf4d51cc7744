import {
  addDays,
  leftWords,
  localDateOf,
  rungWords,
  say,
  together,
  UnknownCalendarYear,
  type Language,
} from '#libs/domain';
import { renderLetter, signLink, tokenOf, type Letter, type LetterItem } from '#libs/mail';
import { remindingRule, ruleBook } from '#libs/rules';
import type { MessageDoc, NoticeDoc, ObligationDoc, OrganisationOfDay } from '#libs/store';

/** Days that the links of a mail work: from the first reminder of a report past its lock, by the ladders of the house. */
export const LINK_DAYS = 45;

/** Phases in which the owing unit has the work in hand. */
const OWING = new Set<NoticeDoc['phase']>(['submission', 'resubmission']);

export type LetterOwed = Pick<
  ObligationDoc,
  '_id' | 'state' | 'clock' | 'title' | 'subject' | 'answeringUnit' | 'overdueAt'
>;

/** One notice of a letter and what it speaks of. */
export interface LetterLine {
  notice: NoticeDoc;
  owed: LetterOwed;
  /** Name of the campaign. */
  campaign: string;
}

export interface LetterFacts {
  organisation: OrganisationOfDay;
  language: Language;
  /** Mailboxes of the standing bodies. */
  replyTo: string[];
  publicUrl: string;
  linkKey: Buffer;
  now: Date;
  /** Working days left in words, as far as they were counted. */
  left: Map<string, string | null>;
}

/** The letter of a message: its lines, each with links that are signed for this mail, and where answers and wishes go. */
export function writeLetter(message: MessageDoc, lines: LetterLine[], facts: LetterFacts): Letter {
  const { organisation, language, replyTo, publicUrl, linkKey } = facts;
  const until = addDays(localDateOf(message.at), LINK_DAYS);
  const query = `?thu=${signLink(linkKey, { mail: tokenOf(message.messageId), until })}`;
  const home = `${publicUrl}/viec`;
  const { linesTogether } = remindingRule(localDateOf(message.at));
  const preferences = `${publicUrl}/viec/tuy-chon`;
  const items = new Map<string, LetterItem>();
  for (const line of lines) items.set(`${line.owed._id}|${line.notice.act}`, itemOf(line, query, facts));
  const posts = [...new Set(lines.map(({ notice }) => titleOf(notice.post, organisation)))];
  const { name, address } = message.to!;
  const rendered = renderLetter({
    language,
    reader: name,
    posts,
    items: together([...items.values()], linesTogether, (many) => manyUnits(many, home, language)),
    home,
    preferences: `${preferences}${query}`,
    linksUntil: until,
    replies: replyTo.length > 0,
  });
  return { messageId: message.messageId, to: { name, address }, ...rendered, replyTo, preferences };
}

function itemOf({ notice, owed, campaign }: LetterLine, query: string, facts: LetterFacts): LetterItem {
  const { organisation, language, publicUrl } = facts;
  const { act, phase, post } = notice;
  const page = `${publicUrl}/viec/${encodeURIComponent(owed._id)}${query}`;
  const overdue = owed.overdueAt !== null;
  const why = { rung: rungWords(notice, language), post: titleOf(post, organisation) };
  const ours = OWING.has(phase) && post.startsWith(`${owed.answeringUnit}:`);
  return {
    act: phase === 'review' && act === 'remind' ? 'review' : act,
    title: owed.title,
    campaign,
    unit: organisation.tree.unit(owed.subject)?.name ?? owed.subject,
    dueAt: owed.clock.dueAt,
    overdue,
    left: leftOf(owed, facts),
    why: say('mail.why.item', why, language),
    link: page,
    received: `${page}#da-nhan`,
    late: ours ? `${page}#nop-muon` : null,
  };
}

/** One line for many pieces of work of a campaign: what they are, how many units, the earliest date. */
function manyUnits(many: LetterItem[], home: string, language: Language): LetterItem {
  const [first] = [...many].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const titles = new Set(many.map(({ title }) => title));
  const title = titles.size === 1 ? first!.title : say('mail.together', { count: many.length }, language);
  const unit = say('mail.units', { count: new Set(many.map((item) => item.unit)).size }, language);
  const about = new URLSearchParams({ campaign: first!.campaign, act: first!.act });
  return { ...first!, title, unit, link: `${home}?${about.toString()}`, received: null, late: null };
}

/** Counted once for all letters of a page that speak of the same day. */
function leftOf({ clock }: LetterOwed, { now, language, left }: LetterFacts): string | null {
  const key = `${clock.dueAt.getTime()} ${clock.calendar} ${language}`;
  const known = left.get(key);
  if (known !== undefined) return known;
  const words = countLeft(clock, now, language);
  left.set(key, words);
  return words;
}

/** Says nothing where the calendar ends: the date itself stands beside it. */
function countLeft({ dueAt, calendar }: LetterOwed['clock'], now: Date, language: Language): string | null {
  try {
    return leftWords(dueAt, now, ruleBook.calendar(calendar), language);
  } catch (error) {
    if (error instanceof UnknownCalendarYear) return null;
    throw error;
  }
}

const titleOf = (post: string, organisation: OrganisationOfDay): string => organisation.post(post)?.title ?? post;
