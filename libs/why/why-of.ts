import { unitOfPost } from '#libs/contracts';
import { kindOfCalendar, workplaceOf, type Language, type LocalDate } from '#libs/domain';
import { sayWhy, whyReminded, type RecordedMail, type Why, type WhyFacts } from '#libs/domain/why/index.js';
import { ruleBook } from '#libs/rules';
import {
  organisationOn,
  type CampaignDoc,
  type JournalDoc,
  type MessageDoc,
  type NoticeDoc,
  type ObligationDoc,
  type Store,
} from '#libs/store';

export interface WhyAnswer extends Why {
  obligation: string;
  day: LocalDate;
  post: string;
  text: string;
}

export interface WhyQuestion {
  day: LocalDate;
  /** Whom it asks about; else the post that answers for the obligation. */
  post?: string | undefined;
  language?: Language;
}

/** @returns null where there is no such obligation */
export async function whyOf(
  store: Store,
  now: Date,
  id: string,
  { day, post: asked, language = 'vi' }: WhyQuestion,
): Promise<WhyAnswer | null> {
  const obligation = (await store.obligations.findOne({ _id: id })) as unknown as ObligationDoc | null;
  if (!obligation) return null;
  const post = asked ?? obligation.answeringPost ?? `${obligation.answeringUnit}:focal`;
  const facts = await factsOf(store, now, obligation, day, post);
  const why = whyReminded(facts, language);
  return {
    obligation: id,
    day,
    post,
    ...why,
    text: sayWhy({ ...why, data: { ...why.data, day: why.data.day ?? day } }, language),
  };
}

async function factsOf(
  store: Store,
  now: Date,
  obligation: ObligationDoc,
  day: LocalDate,
  post: string,
): Promise<WhyFacts> {
  const { _id, campaign: code, round, clock, state } = obligation;
  const [campaign, notices, events, cancelled, organisation] = await Promise.all([
    store.campaigns.findOne({ _id: code }, { projection: { suspensions: 1 } }) as unknown as Promise<CampaignDoc>,
    store.notices
      .find({ obligation: _id } as never)
      .sort({ at: 1, _id: 1 })
      .toArray() as unknown as Promise<NoticeDoc[]>,
    eventsOf(store, code, _id, round),
    store.journal.findOne({ book: code, subject: code, type: 'cancelled' } as never),
    organisationOn(store, day),
  ]);
  const unit = unitOfPost(post);
  return {
    ...{ day, now, post, state, clock, notices, events },
    mails: await mailsOf(store, notices),
    suspensions: campaign.suspensions ?? [],
    cancelledAt: cancelled?.at ?? null,
    calendar: ruleBook.calendarOf(workplaceOf(unit, organisation.tree, kindOfCalendar(clock.calendar))),
    rules: ruleBook,
  };
}

/** What the journal says of it: its own entries, and the engine's acts on its round that name it. */
async function eventsOf(store: Store, book: string, id: string, round: string): Promise<JournalDoc[]> {
  const named = { subject: round, 'data.obligations': { $elemMatch: { $elemMatch: { $eq: id } } } };
  const filter = { book, $or: [{ subject: id }, named] };
  const found = (await store.journal.find(filter as never).toArray()) as unknown as JournalDoc[];
  return found.sort((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq);
}

async function mailsOf(store: Store, notices: NoticeDoc[]): Promise<Map<string, RecordedMail>> {
  const ids = [...new Set(notices.map(({ message }) => message))].filter((one) => one !== null);
  const found = (await store.messages.find({ _id: { $in: ids } }).toArray()) as unknown as MessageDoc[];
  return new Map(
    found.map(({ _id, state, at, sentAt, to, vacant }) => [
      _id,
      { id: _id, state, at, sentAt, to: to?.name ?? null, vacant },
    ]),
  );
}
