import { slotId } from '#libs/contracts';
import { addDays, instantAt, localDateOf, mondayOf } from '#libs/domain';
import type { MessageDoc } from './mail-documents.js';
import type { Store } from './store.js';

/** Mails one person had; what was withdrawn is no mail. */
export interface MailsSent {
  digestsToday: number;
  instantsToday: number;
  week: number;
}

/** More digests than a week has days. */
const DIGESTS_A_WEEK = 7;
/** Beyond this many persons all of a day are read at once. */
const NAMED = 2_000;

/**
 * Mails that persons had today and since Monday, local days. Digests of the week are counted only for who is near the cap: all others
 * are told by their instant mails alone, which suffices to be under it.
 * @param own messages that are being made and do not count  @param cap mails a week
 */
export async function mailsSent(
  store: Store,
  persons: string[],
  now: Date,
  own: (message: string) => boolean,
  cap: number,
): Promise<(person: string | null) => MailsSent> {
  const today = localDateOf(now);
  const [day, tomorrow, monday] = [today, addDays(today, 1), mondayOf(today)].map((one) => instantAt(one));
  const ofDay = { $gte: slotId(day!), $lt: slotId(tomorrow!) };
  const counted = { state: { $ne: 'withdrawn' } };
  const digest = { ...counted, kind: 'digest', slot: ofDay };
  const instant = { ...counted, kind: 'instant', at: { $gte: monday } };
  const few = persons.length <= NAMED;
  // of few persons all they had this week is read at once: no mail is older than the day of its slot
  const [digests, instants] = few ? await ofWeek() : await Promise.all([find(digest), find(instant)]);

  async function ofWeek(): Promise<[Mail[], Mail[]]> {
    const mails = await find({ ...counted, person: { $in: persons }, at: { $gte: monday } });
    const today = mails.filter(({ kind, slot }) => kind === 'digest' && slot >= ofDay.$gte && slot < ofDay.$lt);
    return [today, mails.filter(({ kind }) => kind === 'instant')];
  }
  async function find(filter: object): Promise<Mail[]> {
    const found = (await store.messages.find(filter as never, { projection: MAIL }).toArray()) as unknown as Mail[];
    return found.filter(({ _id }) => !own(_id));
  }

  const digestsToday = tally(digests);
  const instantsToday = tally(instants.filter(({ at }) => at >= day!));
  const week = tally(instants);
  const near = [...week].filter(([, count]) => count >= cap - DIGESTS_A_WEEK).map(([person]) => person);
  if (near.length) {
    const slots = { $gte: slotId(monday!), $lt: slotId(tomorrow!) };
    const more = tally(await find({ ...counted, kind: 'digest', person: { $in: near }, slot: slots }));
    for (const [person, count] of more) week.set(person, week.get(person)! + count);
  }
  const of = (counts: Map<string, number>, person: string | null): number => counts.get(person ?? '') ?? 0;
  return (person) => ({
    digestsToday: of(digestsToday, person),
    instantsToday: of(instantsToday, person),
    week: of(week, person),
  });
}

const MAIL = { person: 1, at: 1, kind: 1, slot: 1 } as const;
type Mail = Pick<MessageDoc, '_id' | 'person' | 'at' | 'kind' | 'slot'>;

function tally(messages: { person: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { person } of messages) if (person !== null) counts.set(person, (counts.get(person) ?? 0) + 1);
  return counts;
}
