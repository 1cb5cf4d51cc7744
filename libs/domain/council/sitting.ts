import { addWorkingDays } from '../calendar/working-days.js';
import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import type { CouncilSpec, Duty, StepSpec } from '../plan/plan.types.js';
import { endOfDay, instantAt, localDateOf, type LocalDate } from '../time/local-date.js';

/** When a council sits, and what its members owe from the call on. */
export interface Sitting {
  day: LocalDate;
  meetsAt: Date;
  /** End of the session's day: the ballot closes whether or not everybody voted. */
  closesAt: Date;
  /** One vote owed by each member, on a line of its own. */
  votes: { duties: Duty[]; lines: { post: string; line: string }[] };
}

/** The session of a council step that opens at `openedAt`. @throws UnknownCalendarYear */
export function callSitting(step: StepSpec, council: CouncilSpec, openedAt: Date, calendar: WorkCalendar): Sitting {
  const day = addWorkingDays(calendar, localDateOf(openedAt), council.meetsAfter);
  const lines = council.members.map((post) => ({ post, line: post.slice(post.indexOf(':') + 1) }));
  return {
    day,
    meetsAt: instantAt(day, council.time),
    closesAt: endOfDay(day),
    votes: { duties: step.duties.filter(({ kind }) => kind === 'vote'), lines },
  };
}

/** What the secretary owes from the count on; the deadline counts from the day on which the session was called. */
export function minutesOwed(step: StepSpec, stepOpenedAt: Date): { duties: Duty[]; origin: LocalDate } {
  return { duties: step.duties.filter(({ kind }) => kind === 'minutes'), origin: localDateOf(stepOpenedAt) };
}
