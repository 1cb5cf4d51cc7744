import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { addWorkingDays } from '../calendar/working-days.js';
import { resolveDeadline } from '../deadline/deadlines.js';
import { clockKey } from '../ladder/agenda.js';
import type { Clock } from '../ladder/ladder.types.js';
import type { Duty } from '../plan/plan.types.js';
import { endOfDay, localDateOf, type LocalDate } from '../time/local-date.js';
import { graceOf, lockInstant, nextInstant, pinned, type RuleBook } from './clocks.js';
import { isFinal } from './kinds.js';
import { calendarOfPhase } from './workplaces.js';
import type { DeadlineVersion, DomainEvent, Obligation } from './obligation.types.js';

/** What a changed calendar does to one obligation. */
export interface Recomputed {
  obligation: string;
  before: { dueAt: Date; lockAt: Date | null; nextAt: Date | null };
  after: { dueAt: Date; lockAt: Date | null; nextAt: Date | null };
  next: Partial<Obligation>;
  events: DomainEvent[];
}

export interface RecomputeContext {
  now: Date;
  before: RuleBook;
  after: RuleBook;
  /** Duty of the plan it was laid out from, and days its deadline may have been counted from, likeliest first. */
  duty: Duty | undefined;
  origins: LocalDate[];
  /** Who changed the calendar, and by which document. */
  by: string;
  source: string;
}

/**
 * An obligation under a changed calendar; null where nothing moves. A day that was written or granted stays; what was counted in days or
 * working days is counted again, but only where the old count gives exactly the old instant, so that nothing else is touched.
 * What has passed is not judged again: a due instant in the past stays, and none is moved into the past.
 */
export function recompute(o: Obligation, context: RecomputeContext): Recomputed | null {
  if (isFinal(o.state) || o.state === 'parked') return null;
  const { now, before, after } = context;
  // a unit that was closed, or works again, counts by another calendar from now on
  const calendar = calendarOfPhase(o, o.clock.phase, after);
  const calendars = { old: before.calendar(o.clock.calendar), next: after.calendar(calendar) };
  const dueAt = dueAfter(o, context, calendars);
  const lockAt = lockAfter(o, dueAt, calendars);
  const grace = graceAfter(o, dueAt, calendars);
  const moved = moves(o.clock, { dueAt, lockAt, ...grace });
  const version = o.clock.version + (moved ? 1 : 0);
  const clock = pinned({ ...o.clock, version, calendar, dueAt, lockAt, ...grace }, after);
  const waits = o.nextAt !== null && o.nextAt > now;
  const nextAt = waits ? nextInstant(clock, now, after) : o.nextAt;
  const sameNext = nextAt?.getTime() === o.nextAt?.getTime();
  if (!moved && sameNext && calendar === o.clock.calendar) return null;
  const { dueAt: oldDue, lockAt: oldLock } = o.clock;
  return {
    obligation: o._id,
    before: { dueAt: oldDue, lockAt: oldLock, nextAt: o.nextAt },
    after: { dueAt, lockAt, nextAt },
    next: { clock, nextAt, ...(moved && ledger(o, clock, context)) },
    events: [moved ? told(o, clock, context) : shifted(nextAt, context)],
  };
}

/** The calendar by which the clock was computed, and the one by which it counts now. */
interface Calendars {
  old: WorkCalendar;
  next: WorkCalendar;
}

const moves = (old: Clock, { dueAt, lockAt, graceUntil }: Pick<Clock, 'dueAt' | 'lockAt' | 'graceUntil'>): boolean =>
  dueAt.getTime() !== old.dueAt.getTime() ||
  lockAt?.getTime() !== old.lockAt?.getTime() ||
  (graceUntil ?? old.graceUntil)?.getTime() !== old.graceUntil?.getTime();

function dueAfter(o: Obligation, { now, duty, origins }: RecomputeContext, { old: before, next }: Calendars): Date {
  const old = o.clock.dueAt;
  if (old <= now) return old;
  const counts = (calendar: WorkCalendar): Date[] => {
    const extended = o.deadlines.at(-1)?.kind === 'extension';
    if (o.clock.phase !== 'submission' || (o.kind === 'answer' && !extended)) {
      const days = o.clock.phase === 'review' ? o.reviewWithin : o.resubmitWithin;
      return [endOfDay(addWorkingDays(calendar, localDateOf(o.clock.opensAt), days))];
    }
    const due = duty?.due;
    if (extended || (due?.kind !== 'within' && due?.kind !== 'within_working_days')) return [];
    return origins.map((origin) => resolveDeadline(due, origin, calendar).dueAt);
  };
  const at = counts(before).findIndex((found) => found.getTime() === old.getTime());
  const found = at < 0 ? old : counts(next)[at]!;
  return found <= now ? old : found;
}

function lockAfter(o: Obligation, dueAt: Date, { old, next }: Calendars): Date | null {
  const { lockAt, opensAt } = o.clock;
  if (lockAt === null) return null;
  const lock = (calendar: WorkCalendar, due: Date) => lockInstant(due < opensAt ? opensAt : due, o, calendar);
  return lock(old, o.clock.dueAt).getTime() === lockAt.getTime() ? lock(next, dueAt) : lockAt;
}

function graceAfter(o: Obligation, dueAt: Date, { old, next }: Calendars): Pick<Clock, 'graceUntil'> {
  const { graceUntil } = o.clock;
  if (!graceUntil) return {};
  const counted = graceOf(o.clock.dueAt, o, old).graceUntil?.getTime() === graceUntil.getTime();
  return counted ? graceOf(dueAt, o, next) : { graceUntil };
}

function ledger(
  o: Obligation,
  { version, dueAt, graceUntil }: Clock,
  { now, by, source }: RecomputeContext,
): Partial<Obligation> {
  if (o.clock.phase !== 'submission' || dueAt.getTime() === o.clock.dueAt.getTime()) return {};
  const entry: DeadlineVersion = {
    version,
    dueAt,
    ...(graceUntil && { graceUntil }),
    lastDay: localDateOf(dueAt),
    by,
    at: now,
    kind: 'calendar',
    ground: source,
  };
  return { deadlines: [...o.deadlines, entry] };
}

/** Only the next reminder moved; told all the same, so that its process wakes for it. */
const shifted = (nextAt: Date | null, { now, by, source }: RecomputeContext): DomainEvent => ({
  type: 'reminders_recomputed',
  at: now,
  actor: { post: by, person: null },
  data: { nextAt, source },
});

function told(o: Obligation, clock: Clock, { now, by, source }: RecomputeContext): DomainEvent {
  const data = {
    lastDay: localDateOf(clock.dueAt),
    before: localDateOf(o.clock.dueAt),
    dueAt: clock.dueAt,
    lockAt: clock.lockAt,
    clock: clock.version,
    key: clockKey(clock),
    source,
  };
  return { type: 'deadline_recomputed', at: now, actor: { post: by, person: null }, data };
}
