import { addWorkingDays, lastWorkingDayOnOrBefore } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { instantAt, localDateOf } from '../time/local-date.js';
import { delayed } from './delayed.js';
import type { AgendaEntry, Clock, Ladder, Rung } from './ladder.types.js';
import { lateAfter } from './late-after.js';
import { RUNG_TIME } from './rung-time.js';

export { RUNG_TIME } from './rung-time.js';

/** Rungs of escalations by hand begin so. */
export const BY_HAND = 'by-hand-';

/**
 * Everything the engine will do by itself on this clock if nobody acts, by instant; on one instant the opening comes first and the lock last.
 * @throws UnknownCalendarYear when a rung falls in a year without a table; RangeError on a rung that cannot be placed
 */
export function agenda(clock: Clock, ladder: Ladder, calendar: WorkCalendar): AgendaEntry[] {
  const { lockAt } = clock;
  const own = [...opening(clock, ladder), ...beforeAndAfterDue(clock, ladder, calendar), ...locking(clock)];
  return [...delayed(own, clock, calendar), ...byHand(clock)]
    .filter((entry) => lockAt === null || entry.at <= lockAt)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The first entry after an instant. */
export function nextEntryAfter(entries: AgendaEntry[], instant: Date): AgendaEntry | undefined {
  return entries.find((entry) => entry.at > instant);
}

/** Entries after `from` (null: from the beginning) up to and including `now`. */
export function entriesDue(entries: AgendaEntry[], from: Date | null, now: Date): AgendaEntry[] {
  return entries.filter((entry) => entry.at <= now && (from === null || entry.at > from));
}

/** Clocks with the same key have the same agenda: every fact of the clock but its version and pins. */
export function clockKey(clock: Clock): string {
  const { phase, ladder, calendar, opensAt, dueAt, lockAt, graceUntil, delay, byHand: hand } = clock;
  const facts: (string | number)[] = [
    phase,
    ladder,
    calendar,
    opensAt.getTime(),
    dueAt.getTime(),
    lockAt?.getTime() ?? '',
  ];
  if (graceUntil) facts.push(`grace-${graceUntil.getTime()}`);
  if (delay) facts.push(`delay-${delay.n}`, delay.at.getTime(), delay.lastDay);
  if (hand) facts.push(`by-hand-${hand.n}`, hand.at.getTime(), hand.to);
  return facts.join('|');
}

function opening(clock: Clock, ladder: Ladder): AgendaEntry[] {
  if (clock.phase !== 'submission') return [];
  const rung = ladder.rungs.find(({ act }) => act === 'open');
  return [rung ? entryOf(rung, clock.opensAt) : plainEntry('open', clock.opensAt)];
}

function beforeAndAfterDue(clock: Clock, ladder: Ladder, calendar: WorkCalendar): AgendaEntry[] {
  const rungs = ladder.rungs
    .filter(({ act }) => act !== 'open')
    .map((rung) => ({ rung, at: rungInstant(rung, clock, calendar) }))
    // A reminder ahead of its anchor says nothing new when the form opened after it.
    .filter(({ rung, at }) => !isAheadOfDue(rung) || at > clock.opensAt)
    .map(({ rung, at }) => entryOf(rung, at));
  return clock.phase === 'review' ? rungs : [...rungs, plainEntry('overdue', lateAfter(clock))];
}

/** What a supervisor asked for goes out at once, whatever the ladder says. */
function byHand({ byHand: hand }: Clock): AgendaEntry[] {
  if (!hand) return [];
  return [{ at: hand.at, act: 'escalate', rung: `${BY_HAND}${hand.n}`, audience: [hand.to], class: 'instant' }];
}

function locking({ lockAt }: Clock): AgendaEntry[] {
  return lockAt === null ? [] : [plainEntry('lock', lockAt)];
}

function rungInstant({ id, at }: Rung, clock: Clock, calendar: WorkCalendar): Date {
  const after = (at.workingDays ?? at.durationMs ?? 0) > 0;
  const anchor = at.anchor === 'opens' ? clock.opensAt : after ? lateAfter(clock) : clock.dueAt;
  if (at.durationMs !== undefined) return new Date(anchor.getTime() + at.durationMs);
  if (at.workingDays === undefined || at.anchor === 'opens') {
    throw new RangeError(`rung ${id}: only working days from the due day or a duration can be placed`);
  }
  const day = localDateOf(anchor);
  const from = after ? day : lastWorkingDayOnOrBefore(calendar, day);
  return instantAt(addWorkingDays(calendar, from, at.workingDays), RUNG_TIME);
}

const isAheadOfDue = ({ at }: Rung): boolean => at.anchor === 'due' && (at.durationMs ?? at.workingDays ?? 0) < 0;

const entryOf = ({ id, act, audience, class: noticeClass }: Rung, at: Date): AgendaEntry => ({
  at,
  act,
  rung: id,
  audience,
  class: noticeClass,
});

const plainEntry = (act: 'open' | 'overdue' | 'lock', at: Date): AgendaEntry => ({
  at,
  act,
  rung: act,
  audience: [],
  class: null,
});
