import { minutesOwed } from '../council/sitting.js';
import { attempt } from '../obligation/attempt.js';
import { layOutStep } from './lay-out-step.js';
import type { Session, World } from './world.js';

/** Ballots that close: counted without a vote, and the minutes asked for. */
export function sessionsDue(world: World): boolean {
  const due = world.sessions.filter(({ counted, closesAt }) => !counted && closesAt <= world.now);
  for (const session of due) count(world, session);
  return due.length > 0;
}

function count(world: World, session: Session): void {
  const { book, now } = world;
  const { step, calledAt, secretary } = session;
  session.counted = true;
  book.tell(now, 'session_counted', { step: step.id, owner: [secretary] });
  const { result, cause } = attempt(() => layOutStep(world, step, minutesOwed(step, calledAt)));
  if (result) return book.tell(now, 'minutes_asked', { step: step.id, ...result });
  book.tell(now, 'step_stuck', { step: step.id, warnings: [{ code: 'cannot-compute', data: {}, cause }] });
}
