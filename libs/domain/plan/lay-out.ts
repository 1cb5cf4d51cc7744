import type { WorkCalendar } from '../calendar/work-calendar.types.js';
import { resolveDeadline } from '../deadline/deadlines.js';
import type { Clock } from '../ladder/ladder.types.js';
import { kindFacts } from '../obligation/kinds.js';
import { lockInstant, nextInstant, type RuleBook } from '../obligation/clocks.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { targetsOf } from '../target/concern.js';
import { instantAt, localDateOf, type LocalDate } from '../time/local-date.js';
import type { UnitTree } from '../units/tree.js';
import type { CampaignPlan, Duty, StepSpec } from './plan.types.js';

/** Hour at which forms open and rungs are written; the morning mail follows at 08:00. */
export const OPENING_HOUR = '07:00';

/** Ids are the caller's business, so that the domain stays free of their form. */
export interface IdScheme {
  obligation(campaign: string, step: string, kind: string, subject: string, line: string): string;
  round(campaign: string, step: string, level: string, collector: string): string;
}

export interface RoundSeed {
  _id: string;
  campaign: string;
  step: string;
  level: string;
  collector: string;
  title: string;
  opensAt: Date;
  dueAt: Date;
  expected: number;
}

export interface LaidOut {
  rounds: RoundSeed[];
  /** Without their cohort: cutting rounds into cohorts is the engine's business. */
  obligations: Omit<Obligation, 'cohort'>[];
}

/** A duty may name its one subject and line itself (a council's members vote by post, on one line each). */
export interface LayOutInput {
  plan: CampaignPlan;
  step: StepSpec;
  duties: Duty[];
  tree: UnitTree;
  rules: RuleBook;
  ids: IdScheme;
  /** The instant at which the step opens; its local day is `opened` in deadline rules. */
  openedAt: Date;
  /** Day that deadlines count from where it is not the opening (minutes: the day the session was called). */
  origin?: LocalDate;
  /** Member posts for council duties: one line each. */
  lines?: { post: string; line: string }[];
}

/**
 * All rounds and obligations of a step, from the plan and the tree alone: the same input gives the same ids and clocks,
 * so laying out twice changes nothing.
 * @throws UnknownCalendarYear where a deadline falls in a year without a table
 */
export function layOut(input: LayOutInput): LaidOut {
  const rounds = new Map<string, RoundSeed>();
  const obligations: LaidOut['obligations'] = [];
  for (const duty of input.duties) {
    const clock = dutyClock(duty, input);
    const first = nextInstant(clock, new Date(clock.opensAt.getTime() - 1), input.rules);
    for (const subject of input.tree.select(duty.owes, input.plan.launchingUnit)) {
      const collector = duty.to === 'parent' ? input.tree.parentOf(subject) : duty.to.unit;
      if (collector === null) continue;
      const round = roundOf(rounds, duty, collector, clock, input);
      for (const line of input.lines ?? [{ post: '', line: lineOf(duty, input) }]) {
        obligations.push(obligationOf(subject, line, duty, round, { clock, first }, input));
        round.expected += 1;
      }
    }
  }
  return { rounds: [...rounds.values()], obligations };
}

/** Follow-ups owe one report per target; everything else has one line. */
const lineOf = (duty: Duty, { step }: LayOutInput): string => (step.kind === 'follow_up' ? duty.level : 'main');

function dutyClock(duty: Duty, { plan, step, rules, openedAt, origin = localDateOf(openedAt) }: LayOutInput): Clock {
  const calendar = rules.calendar(plan.calendar);
  const opensAt = openingInstant(duty.opens ?? step.opens, openedAt);
  const dueAt =
    duty.due.kind === 'instant'
      ? new Date(openedAt.getTime() + duty.due.afterMs)
      : resolveDeadline(duty.due, origin, calendar).dueAt;
  const locks = !kindFacts[duty.kind].holdsUp;
  return {
    version: 1,
    phase: 'submission',
    ladder: duty.ladder,
    calendar: plan.calendar,
    opensAt,
    dueAt,
    // a step that opens after its own due date still leaves its time between due and lock
    lockAt: locks ? lockInstant(dueAt < opensAt ? opensAt : dueAt, duty, calendar) : null,
  };
}

function openingInstant(day: LocalDate | undefined, openedAt: Date): Date {
  const fixed = day === undefined ? openedAt : instantAt(day, OPENING_HOUR);
  return fixed < openedAt ? openedAt : fixed;
}

function roundOf(
  rounds: Map<string, RoundSeed>,
  duty: Duty,
  collector: string,
  clock: Clock,
  { plan, step, ids }: LayOutInput,
): RoundSeed {
  const id = ids.round(plan.code, step.id, duty.level, collector);
  const known = rounds.get(id);
  if (known) return known;
  const { opensAt, dueAt } = clock;
  const seed: RoundSeed = {
    _id: id,
    campaign: plan.code,
    step: step.id,
    level: duty.level,
    collector,
    title: step.title,
    opensAt,
    dueAt,
    expected: 0,
  };
  rounds.set(id, seed);
  return seed;
}

function obligationOf(
  subject: string,
  { post, line }: { post: string; line: string },
  duty: Duty,
  round: RoundSeed,
  { clock, first }: { clock: Clock; first: Date | null },
  { plan, step, duties, tree, ids }: LayOutInput,
): Omit<Obligation, 'cohort'> {
  const answeringUnit = duty.answeredBy ?? subject;
  const ancestors = tree.ancestorsOf(subject);
  const unit = tree.unit(subject);
  const lower = duty.consolidates
    ? duties.find((d) => d !== duty && (d.to === 'parent' ? d.level !== duty.level : d.to.unit === answeringUnit))
    : undefined;
  const dueAt = clock.dueAt;
  return {
    _id: ids.obligation(plan.code, step.id, duty.kind, subject, line),
    campaign: plan.code,
    step: step.id,
    kind: duty.kind,
    subject,
    line,
    level: duty.level,
    round: round._id,
    answeringUnit,
    answeringRole: kindFacts[duty.kind].role,
    ...(post ? { answeringPost: post } : {}),
    receiver: round.collector,
    addressee: duty.addressee ?? null,
    copyTo: duty.copyTo ?? [],
    ancestors,
    ancestorsAtLaunch: ancestors,
    state: 'scheduled',
    version: 1,
    revision: 0,
    clock,
    stoppedClock: null,
    nextAt: first,
    deadlines: [
      { version: 1, dueAt, lastDay: localDateOf(dueAt), by: plan.issuer, at: clock.opensAt, kind: 'plan', ground: step.title },
    ],
    extension: null,
    reviewWithin: duty.reviewWithin,
    resubmitWithin: duty.resubmitWithin,
    lockAfter: duty.lockAfter,
    ...(duty.lockAfterMs === undefined ? {} : { lockAfterMs: duty.lockAfterMs }),
    overdueAt: null,
    attempt: 0,
    submission: null,
    submittedAt: null,
    onTime: null,
    onTimeOriginal: null,
    consolidates: lower ? ids.round(plan.code, step.id, lower.level, answeringUnit) : null,
    targets: unit ? targetsOf(unit, plan.targets, duty.targets ?? []).map((target) => target.id) : [],
    nil: false,
    returns: 0,
    title: step.title,
  };
}
