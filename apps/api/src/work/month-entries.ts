import type { MonthEntry } from '#libs/contracts/http/index.js';
import { deadlineDays, endOfDay, localDateOf, localTimeOf, type LocalDate, type WorkCalendar } from '#libs/domain';
import type { ObligationDoc, RoundDoc } from '#libs/store';

export type OwedOfMonth = Pick<
  ObligationDoc,
  '_id' | 'campaign' | 'step' | 'subject' | 'title' | 'state' | 'clock' | 'deadlines'
>;
export type RoundOfMonth = Pick<RoundDoc, 'campaign' | 'title' | 'dueAt' | 'lockAt' | 'expected' | 'state'>;

/** An entry with the day it stands on; names come later. */
export interface Dated extends Omit<MonthEntry, 'campaignName' | 'unitName'> {
  day: LocalDate;
  subject: string | null;
}

const OWING = ['scheduled', 'open', 'returned'];

const whole = (at: Date): boolean => at.getTime() === endOfDay(localDateOf(at)).getTime();
const timeOf = (at: Date | null): string | null => (at === null || whole(at) ? null : localTimeOf(at));

/** What one piece of work of the post puts into its calendar. Work that is done keeps its due day, marked as done. */
export function entriesOfOwed(owed: OwedOfMonth, calendar: WorkCalendar): Dated[] {
  const { _id: obligation, campaign, subject, title, state, clock, deadlines } = owed;
  const done = !OWING.includes(state);
  const base = { title, campaign, subject, obligation, count: 1, done };
  if (done) {
    const dueAt = deadlines.at(-1)?.dueAt;
    return dueAt ? [{ ...base, kind: 'due', day: localDateOf(dueAt), time: timeOf(dueAt) }] : [];
  }
  const opens = state === 'scheduled' ? [clock.opensAt] : [];
  return [
    ...opens.map((at): Dated => ({ ...base, kind: 'opens', day: localDateOf(at), time: null })),
    ...deadlineDays(owed, '', calendar).map(({ kind, day, at }): Dated => ({ ...base, kind, day, time: timeOf(at) })),
  ];
}

/** Answers that are due: many on one day are one entry, for a supervisor has hundreds. */
export function entriesOfReviews(waiting: readonly OwedOfMonth[]): Dated[] {
  const groups = new Map<string, Dated>();
  for (const { _id, campaign, step, subject, title, clock } of waiting) {
    const day = localDateOf(clock.dueAt);
    const key = `${day} ${campaign} ${step}`;
    const before = groups.get(key);
    const one: Dated = {
      ...{ kind: 'review', day, time: timeOf(clock.dueAt), title, campaign, done: false },
      ...{ subject: before ? null : subject, obligation: before ? null : _id, count: (before?.count ?? 0) + 1 },
    };
    groups.set(key, one);
  }
  return [...groups.values()];
}

/** When what is handed in to the unit is due and locks. */
export function entriesOfRound({ campaign, title, dueAt, lockAt, expected, state }: RoundOfMonth): Dated[] {
  const done = state === 'locked' || state === 'finished';
  const base = { title, campaign, subject: null, obligation: null, count: expected, done };
  return [
    { ...base, kind: 'collect', day: localDateOf(dueAt), time: timeOf(dueAt) },
    ...(lockAt ? [{ ...base, kind: 'collect_lock' as const, day: localDateOf(lockAt), time: timeOf(lockAt) }] : []),
  ];
}
