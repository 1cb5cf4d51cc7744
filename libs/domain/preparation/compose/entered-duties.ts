import type { DeadlineOrigin } from '../../deadline/deadline.types.js';
import type { CouncilSpec, Duty } from '../../plan/plan.types.js';
import type { CouncilAnswer, DueAnswer } from '../answers.types.js';
import { limitsOf, NO_LIMITS, receiverOf, type DraftContext } from './draft-context.js';
import { dueRule } from './due-rules.js';

/** What the standing body enters itself: an outside event, a ranking, a proposal, a decision. */
export function standingDuty(
  { answers: { bodies } }: DraftContext,
  kind: Duty['kind'],
  due: DueAnswer,
  origin: DeadlineOrigin,
): Duty {
  return {
    level: 'standing',
    kind,
    owes: { units: [bodies.standing] },
    to: receiverOf(bodies.office),
    ...(kind === 'proposal' ? { addressee: bodies.launching } : {}),
    due: dueRule(due, origin),
    ...limitsOf(NO_LIMITS),
    ladder: 'entered',
  };
}

/** The standing body verifies every participant. */
export function verificationDuty(
  { answers: { bodies, participants } }: DraftContext,
  due: DueAnswer,
  origin: DeadlineOrigin,
): Duty {
  return {
    level: 'verification',
    kind: 'verification',
    owes: participants.select,
    answeredBy: bodies.standing,
    to: receiverOf(bodies.office),
    due: dueRule(due, origin),
    ...limitsOf(NO_LIMITS),
    ladder: 'entered',
  };
}

/** Each member votes on the day of the session; the standing body enters the minutes after it. */
export function councilDuties({ answers: { bodies } }: DraftContext, council: CouncilAnswer): Duty[] {
  const within = (days: number) => dueRule({ workingDays: days }, 'opened');
  const common = { ...limitsOf(NO_LIMITS), to: receiverOf(bodies.standing) };
  return [
    {
      ...common,
      level: 'vote',
      kind: 'vote',
      owes: { units: [council.unit] },
      due: within(council.meetsAfter),
      ladder: 'vote',
    },
    {
      ...common,
      level: 'minutes',
      kind: 'minutes',
      owes: { units: [bodies.standing] },
      to: receiverOf(bodies.office),
      due: within(council.meetsAfter + council.minutesWithin),
      ladder: 'entered',
    },
  ];
}

export function councilSpec({
  unit,
  members,
  secretary,
  meetsAfter,
  time,
  award,
  candidates,
  answer,
}: CouncilAnswer): CouncilSpec {
  return {
    unit,
    members: Array.from({ length: members }, (_, i) => `${unit}:member-${i + 1}`),
    secretary,
    meetsAfter,
    time,
    award,
    candidates,
    ...(answer ? { answer } : {}),
  };
}
