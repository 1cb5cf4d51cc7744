import { amend } from '../amendment/amend.js';
import { lateAfter } from '../ladder/late-after.js';
import type { Clock } from '../ladder/ladder.types.js';
import { refuse, type Refusal } from '../lifecycle/refusal.js';
import { standingOf } from '../period/period-dates.js';
import { isLocalDate, localDateOf } from '../time/local-date.js';
import { answersTakenBack, withReplies } from '../review/remarks.js';
import { change, changeOr } from './change.js';
import { extendedClock, nextInstant, plainClock, reviewClock } from './clocks.js';
import type { ObligationCommand } from './commands.types.js';
import type { DecideContext, Decision, Ruled } from './decision.types.js';
import { declareDelay } from './declare-delay.js';
import { escalateByHand } from './escalate-by-hand.js';
import { kindFacts } from './kinds.js';
import { decideParked, releaseByHand } from './parked-command.js';
import type { DeadlineVersion, Obligation, ObligationState } from './obligation.types.js';
import { ownWork, review, sendBack } from './review.js';
import { stepAllowed } from './transitions.js';

export type { DecideContext, Decision } from './decision.types.js';

type Of<T extends ObligationCommand['type']> = Extract<ObligationCommand, { type: T }>;

/**
 * The one place where a person's command on an obligation is judged. Pure: the acceptance instant is `context.now`,
 * so a retry after a version clash judges the same instant again (docs/decisions/001).
 * @returns the change, its events and the receipt, or a refusal in words
 */
export function decide(obligation: Obligation, command: ObligationCommand, context: DecideContext): Decision | Refusal {
  if (context.campaign.cancelled) return refuse('campaign-cancelled');
  if (command.type === 'release')
    return changeOr(releaseOf(obligation, command, context), obligation, command, context);
  return obligation.state === 'parked'
    ? decideParked(obligation, command, context, judge)
    : judge(obligation, command, context);
}

function releaseOf(o: Obligation, { note }: Of<'release'>, context: DecideContext): Ruled | Refusal {
  const ruled = releaseByHand(o, context);
  return 'refused' in ruled ? ruled : { ...ruled, data: { ...ruled.data, note } };
}

function judge(obligation: Obligation, command: ObligationCommand, context: DecideContext): Decision | Refusal {
  const allowed = stepAllowed(obligation, command.type);
  if (allowed.refused) return command.type === 'submit' && obligation.state === 'lapsed' ? refuse('locked') : allowed;
  switch (command.type) {
    case 'submit':
      return submit(obligation, command, allowed.to, context);
    case 'withdraw':
      return withdraw(obligation, command, context);
    case 'receive':
    case 'accept':
      return changeOr(review(obligation, command, allowed.to, context), obligation, command, context);
    case 'return':
    case 'reopen':
      return changeOr(sendBack(obligation, command, allowed.to, context), obligation, command, context);
    case 'excuse':
      return change(
        obligation,
        { state: allowed.to, nextAt: null },
        'excused',
        { note: command.note },
        command,
        context,
      );
    case 'request_extension':
      return requestExtension(obligation, command, context);
    case 'decide_extension':
      return decideExtension(obligation, command, context);
    case 'extend':
      return extend(obligation, command, context);
    case 'release':
      return refuse('illegal-step', { command: command.type, state: obligation.state });
    case 'declare_delay':
      return changeOr(declareDelay(obligation, command, context), obligation, command, context);
    case 'amend':
      return changeOr(amend(obligation, command, context), obligation, command, context);
    case 'escalate':
      return changeOr(escalateByHand(obligation, command, context), obligation, command, context);
  }
}

function submit(o: Obligation, command: Of<'submit'>, to: ObligationState, context: DecideContext): Decision | Refusal {
  if (o.clock.phase !== 'review' && o.clock.lockAt !== null && context.now > o.clock.lockAt) return refuse('locked');
  const { now, rules, actor } = context;
  const remarks = withReplies(o, command.replies ?? [], actor, now);
  if ('refused' in remarks) return remarks;
  const first = o.submittedAt === null;
  const granted = o.deadlines[o.deadlines.length - 1]!;
  const standing = standingOf(granted, now);
  const onTime = first ? standing !== 'late' : o.onTime;
  const onTimeOriginal = first ? standingOf(o.deadlines[0]!, now) !== 'late' : o.onTimeOriginal;
  const inGrace = first ? standing === 'in_grace' : o.inGrace === true;
  const clock = kindFacts[o.kind].settlement === 'reviewed' ? reviewClock(o, now, rules) : o.clock;
  return change(
    o,
    {
      state: to,
      attempt: o.attempt + 1,
      submission: command.submission,
      contentHash: command.contentHash,
      // who typed from a unit's paper is `enteredBy`: receives it, but does not accept it
      submittedBy: command.onBehalf ? null : { post: actor.post, person: actor.person },
      chain: [o.receiver, ...o.ancestors.slice(o.ancestors.indexOf(o.receiver) + 1)],
      ...(remarks.length && { remarks }),
      submittedAt: first ? now : o.submittedAt,
      onTime,
      onTimeOriginal,
      ...(inGrace === (o.inGrace ?? false) ? {} : { inGrace }),
      overdueAt: overdueAtSubmission(o, now),
      nil: command.nil,
      ...enteredBy(o, command, context.actor),
      clock,
      stoppedClock: o.clock.delay ? plainClock(o.clock) : o.clock,
      nextAt: clock === o.clock ? null : nextInstant(clock, now, rules),
    },
    to === 'done' ? 'entered' : 'submitted',
    {
      submission: command.submission,
      hash: command.contentHash,
      attempt: o.attempt + 1,
      onTime,
      nil: command.nil,
      ...(inGrace && { inGrace }),
      note: command.note,
      onBehalf: command.onBehalf,
      difficulties: command.difficulties,
    },
    command,
    context,
    {
      contentHash: command.contentHash,
      onTime: onTime ?? undefined,
      ...(inGrace && { inGrace }),
      dueAt: granted.dueAt,
    },
  );
}

/** Kept only where it says something: most units hand in themselves. */
const enteredBy = (
  o: Obligation,
  { onBehalf }: Of<'submit'>,
  { post, person }: DecideContext['actor'],
): Partial<Obligation> => (onBehalf ? { enteredBy: { post, person } } : o.enteredBy ? { enteredBy: null } : {});

/** A fact of the deadline, whoever comes first after it: the one who owes, or the engine's own look. */
function overdueAtSubmission(o: Obligation, now: Date): Date | null {
  const late = lateAfter(o.clock);
  return o.clock.phase !== 'review' && now > late ? late : overdueStanding(o, now);
}

/** What is taken back was never handed in: a deadline that has passed passed without it, until a suspension moves it. */
function overdueAtWithdrawal({ overdueAt }: Obligation, clock: Clock, { now }: DecideContext): Date | null {
  const late = lateAfter(clock);
  return now > late ? late : overdueAt;
}

/** What was let in by the deadline is not overdue, though the engine's look at that deadline was written first. */
function overdueStanding({ clock, overdueAt }: Obligation, now: Date): Date | null {
  const late = lateAfter(clock);
  const ofThisClock = clock.phase !== 'review' && overdueAt?.getTime() === late.getTime();
  return ofThisClock && now <= late ? null : overdueAt;
}

/**
 * Taking back what nobody received yet; the clock that the submission stopped runs on as if it had never been stopped. From its
 * lock on there is nothing to run on to, and nothing could be handed in again.
 */
function withdraw(o: Obligation, command: Of<'withdraw'>, context: DecideContext): Decision | Refusal {
  if (o.stoppedClock === null) return refuse('nothing-to-withdraw');
  const { lockAt } = o.stoppedClock;
  if (lockAt !== null && context.now >= lockAt) return refuse('locked');
  const clock = { ...o.stoppedClock, version: o.clock.version + 1 };
  const first = o.attempt === 1;
  return change(
    o,
    {
      state: clock.phase === 'resubmission' ? 'returned' : 'open',
      clock,
      stoppedClock: null,
      nextAt: nextInstant(clock, context.now, context.rules),
      overdueAt: overdueAtWithdrawal(o, clock, context),
      ...(o.remarks && { remarks: answersTakenBack(o.remarks, o.attempt) }),
      ...(first ? { submittedAt: null, onTime: null, onTimeOriginal: null, nil: false } : {}),
      ...(first && o.inGrace ? { inGrace: false } : {}),
    },
    'withdrawn',
    { note: command.note },
    command,
    context,
  );
}

function requestExtension(o: Obligation, command: Of<'request_extension'>, context: DecideContext): Decision | Refusal {
  if (o.extension && !o.extension.decision) return refuse('extension-pending');
  const late = dayRefused(o, command.proposedDay, context.now);
  if (late) return late;
  const { proposedDay, reason } = command;
  const extension = { proposedDay, reason, by: context.actor.post, at: context.now };
  return change(
    o,
    { extension, extensions: o.extensions + 1 },
    'extension_requested',
    { proposedDay, request: o.extensions + 1, clock: o.clock.version, note: command.note },
    command,
    context,
  );
}

function decideExtension(o: Obligation, command: Of<'decide_extension'>, context: DecideContext): Decision | Refusal {
  if (!o.extension || o.extension.decision) return refuse('no-extension-pending');
  if (ownWork(o, context.actor)) return refuse('own-work');
  const { granted, reason } = command;
  const extension = { ...o.extension, decision: { granted, reason, by: context.actor.post, at: context.now } };
  const base = { granted, request: o.extensions, note: command.note };
  if (!granted) return change(o, { extension }, 'extension_decided', base, command, context);
  const lastDay = command.lastDay ?? o.extension.proposedDay;
  const late = dayRefused(o, lastDay, context.now);
  if (late) return late;
  const moved = moveDeadline(o, lastDay, command.reason, context);
  return change(o, { extension, ...moved }, 'extension_decided', { ...base, lastDay }, command, context, {
    dueAt: moved.clock.dueAt,
  });
}

function extend(o: Obligation, command: Of<'extend'>, context: DecideContext): Decision | Refusal {
  if (ownWork(o, context.actor)) return refuse('own-work');
  const late = dayRefused(o, command.lastDay, context.now);
  if (late) return late;
  const moved = moveDeadline(o, command.lastDay, groundOf(command), context);
  const { lastDay, note, document } = command;
  return change(o, moved, 'extended', { lastDay, note, document }, command, context, {
    dueAt: moved.clock.dueAt,
  });
}

/** The ground in the ledger: the reason, and the paper it stands in. */
const groundOf = ({ reason, document }: Of<'extend'>): string =>
  document ? `${reason} (${document.number}, ${document.date})` : reason;

/** A new version in the deadline ledger; rungs at or before the decision are not repeated. */
function moveDeadline(o: Obligation, lastDay: string, ground: string, { now, actor, rules }: DecideContext) {
  const clock = extendedClock(o, o.clock, lastDay, rules);
  const version: DeadlineVersion = {
    version: o.deadlines.length + 1,
    dueAt: clock.dueAt,
    ...(clock.graceUntil && { graceUntil: clock.graceUntil }),
    lastDay,
    by: actor.post,
    at: now,
    kind: 'extension',
    ground,
  };
  // a form that is not open yet still opens at its own hour
  const after = o.state === 'scheduled' ? new Date(Math.min(now.getTime(), clock.opensAt.getTime() - 1)) : now;
  const overdueAt = overdueStanding(o, now);
  return { clock, deadlines: [...o.deadlines, version], nextAt: nextInstant(clock, after, rules), overdueAt };
}

/** More time ends later than the present date, and not in the past: nobody could meet that, and no lock would be left to come. */
function dayRefused(o: Obligation, day: string, now: Date): Refusal | null {
  if (!isLocalDate(day)) return refuse('not-a-date', { day });
  const [dueDay, today] = [localDateOf(o.clock.dueAt), localDateOf(now)];
  if (day <= dueDay) return refuse('not-later', { day, dueDay });
  return day < today ? refuse('extension-past', { day, today }) : null;
}
