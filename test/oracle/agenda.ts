import { addWorkingDays } from './calendar.js';
import { lateAfter, type Clock } from './clock.js';
import { type Audience, type Ladder, type Rung, type WorkCalendar } from './dump.types.js';
import { RUNG_TIME } from './readings.js';
import { dayOf, timeOn, type Instant } from './time.js';

export interface Entry {
  at: Instant;
  act: string;
  rung: string;
  audience: Audience[];
  class: 'digest' | 'instant' | null;
}

function rungInstant(rung: Rung, clock: Clock, calendar: WorkCalendar): Instant {
  const after = (rung.at.workingDays ?? rung.at.durationMs ?? 0) > 0;
  const due = after ? lateAfter(clock) : clock.dueAt;
  const anchor = rung.at.anchor === 'due' ? due : clock.opensAt;
  if (rung.at.durationMs !== undefined) return anchor + rung.at.durationMs;
  const n = rung.at.workingDays ?? 0;
  if (rung.at.anchor === 'opens' && n === 0) return clock.opensAt;
  // before the due day one counts from the last working day, after it from the day itself
  const origin = rung.at.anchor === 'due' && n < 0 ? addWorkingDays(calendar, dayOf(anchor), 0) : dayOf(anchor);
  return timeOn(addWorkingDays(calendar, origin, n), RUNG_TIME);
}

const isBefore = (rung: Rung) => (rung.at.workingDays ?? rung.at.durationMs ?? 0) < 0;

/** Everything the engine does by itself on this clock if nobody acts, by instant; at one instant rungs come before overdue and lock. */
export function agenda(clock: Clock, ladder: Ladder, calendar: WorkCalendar): Entry[] {
  const entries: Entry[] = [];
  if (clock.phase === 'submission') {
    const open = ladder.rungs.find((r) => r.act === 'open');
    entries.push({
      at: clock.opensAt,
      act: 'open',
      rung: open?.id ?? 'open',
      audience: open?.audience ?? [],
      class: open?.class ?? null,
    });
  }
  for (const rung of ladder.rungs.filter((r) => r.act !== 'open')) {
    const at = rungInstant(rung, clock, calendar);
    if (isBefore(rung) && at <= clock.opensAt) continue;
    entries.push({ at, act: rung.act, rung: rung.id, audience: rung.audience, class: rung.class });
  }
  if (clock.phase !== 'review') entries.push(silent(lateAfter(clock), 'overdue'));
  if (clock.lockAt !== null) entries.push(silent(clock.lockAt, 'lock'));
  const until = clock.lockAt ?? Infinity;
  return entries.filter((e) => e.at <= until).sort((a, b) => a.at - b.at);
}

const silent = (at: Instant, act: string): Entry => ({ at, act, rung: act, audience: [], class: null });
