import { isRefusal, refuse, type Refusal } from '../lifecycle/refusal.js';
import { sessionStates, type SessionState } from '../lifecycle/session.lifecycle.js';
import { endOfDay, instantAt, isLocalDate, localDateOf, localTimeOf, type LocalDate } from '../time/local-date.js';

/** One postponement, kept with the session. */
export interface Postponement {
  from: Date;
  to: Date;
  by: string;
  at: Date;
}

/** A session's place in time. */
interface Sitting {
  state: SessionState;
  meetsAt: Date;
  closesAt: Date;
}

/**
 * A session put off to a later day and called again in the same act, so that nobody waits for a session without a date. Votes that were cast
 * stand; who was present then is asked again.
 * @param time local `HH:mm`; the old hour where it is left out
 */
export function postpone(
  { state, meetsAt, closesAt }: Sitting,
  { day, time = localTimeOf(meetsAt) }: { day: LocalDate; time?: string | undefined },
  now: Date,
): { refused: false; next: Sitting } | Refusal {
  const put = sessionStates.next(state, 'postpone');
  if (isRefusal(put)) return put;
  const called = sessionStates.next(put, 'call');
  if (isRefusal(called)) return called;
  if (now >= closesAt) return refuse('session-over', { day: localDateOf(closesAt) });
  if (!isLocalDate(day)) return refuse('not-a-date', { day });
  const old = localDateOf(closesAt);
  if (day <= old) return refuse('session-not-later', { day, old });
  return { refused: false, next: { state: called, meetsAt: instantAt(day, time), closesAt: endOfDay(day) } };
}
