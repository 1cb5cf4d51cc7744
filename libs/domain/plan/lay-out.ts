import { resolveDeadline } from '../deadline/deadlines.js';
import type { Clock } from '../ladder/ladder.types.js';
import { kindFacts } from '../obligation/kinds.js';
import { graceOf, lockInstant, nextInstant, pinned, type RuleBook } from '../obligation/clocks.js';
import type { Obligation, Workplace } from '../obligation/obligation.types.js';
import { workplaceOf } from '../obligation/workplaces.js';
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
  /** Cut-off, end of grace and lock as the plan's own calendar gives them; null where there is none. */
  cutoff: LocalDate | null;
  graceUntil: Date | null;
  lockAt: Date | null;
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
  const entries: Entry[] = [];
  const workplaces = memo((unit: string) => workplaceOf(unit, input.tree, input.plan.calendar));
  for (const duty of input.duties) {
    const started = startedBy(duty, input);
    const general = started({ calendar: input.plan.calendar, area: [] }).clock;
    for (const subject of input.tree.select(duty.owes, input.plan.launchingUnit)) {
      const collector = duty.to === 'parent' ? input.tree.parentOf(subject) : duty.to.unit;
      if (collector === null) continue;
      const round = roundOf(rounds, duty, collector, general, input);
      const worksAt = { owner: workplaces(duty.answeredBy ?? subject), receiver: workplaces(collector) };
      const unit = input.tree.unit(subject);
      const targets = unit ? targetsOf(unit, input.plan.targets, duty.targets ?? []).map(({ id }) => id) : [];
      const covenant = jointCovenant(duty, subject, collector, input);
      for (const line of input.lines ?? [{ post: '', line: lineOf(duty, input) }]) {
        entries.push({ subject, ...line, duty, round, ...started(worksAt.owner), worksAt, targets, ...covenant });
        round.expected += 1;
      }
      if (duty.jointly !== 'superior') continue;
      // the superior owes a signature of its own for each, to whoever stands above it
      const above = input.tree.parentOf(collector) ?? collector;
      const cosigned = roundOf(rounds, { ...duty, level: `${duty.level}-superior` }, above, general, input);
      const theirs = { owner: workplaces(collector), receiver: workplaces(above) };
      entries.push({
        ...{ subject: collector, post: '', line: subject, duty: { ...duty, level: cosigned.level }, round: cosigned },
        ...{ ...started(theirs.owner), worksAt: theirs, targets: [], ...covenant },
      });
      cosigned.expected += 1;
    }
  }
  const below = consolidation(entries);
  return {
    rounds: [...rounds.values()],
    obligations: entries.map((entry) => obligationOf(entry, below(entry), input)),
  };
}

/** One obligation to be, before it knows what it consolidates. */
interface Entry {
  subject: string;
  post: string;
  line: string;
  duty: Duty;
  round: RoundSeed;
  clock: Clock;
  first: Date | null;
  worksAt: { owner: Workplace; receiver: Workplace };
  targets: string[];
  covenant?: string;
}

/** The clock of a duty and its first instant, computed once for all who work by the same calendar. */
function startedBy(duty: Duty, input: LayOutInput): (place: Workplace) => { clock: Clock; first: Date | null } {
  const started = memo((calendar: string) => {
    const clock = dutyClock(duty, calendar, input);
    return { clock, first: nextInstant(clock, new Date(clock.opensAt.getTime() - 1), input.rules) };
  });
  return (place) => started(input.rules.calendarOf(place).id);
}

function memo<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? compute(key);
    known.set(key, found);
    return found;
  };
}

interface Below {
  round: string | null;
  targets: string[];
}

/** For a consolidating entry: the round its unit collects in this step, and every target that comes up through it. */
function consolidation(entries: Entry[]): (entry: Entry) => Below {
  const collected = new Map<string, Entry[]>();
  for (const entry of entries)
    collected.set(entry.round.collector, [...(collected.get(entry.round.collector) ?? []), entry]);
  const below = (entry: Entry): Below => {
    if (!entry.duty.consolidates) return { round: null, targets: [] };
    const children = (collected.get(entry.duty.answeredBy ?? entry.subject) ?? []).filter(
      ({ round }) => round !== entry.round,
    );
    const targets = new Set(children.flatMap((child) => [...child.targets, ...below(child).targets]));
    return { round: children[0]?.round._id ?? null, targets: [...targets].sort() };
  };
  return below;
}

/** The document that is signed jointly: one for all who owe it to one collector, or one for each with its collector. */
function jointCovenant(
  { jointly, level }: Duty,
  subject: string,
  collector: string,
  { plan, step, ids }: LayOutInput,
): { covenant?: string } {
  if (!jointly) return {};
  return { covenant: ids.round(plan.code, step.id, `${level}-covenant`, jointly === 'cluster' ? collector : subject) };
}

/** Follow-ups owe one report per target; everything else has one line. */
const lineOf = (duty: Duty, { step }: LayOutInput): string => (step.kind === 'follow_up' ? duty.level : 'main');

function dutyClock(duty: Duty, calendarId: string, input: LayOutInput): Clock {
  const { step, rules, openedAt } = input;
  const origin = input.origin ?? localDateOf(openingInstant(step.opens, openedAt));
  const calendar = rules.calendar(calendarId);
  const opensAt = openingInstant(duty.opens ?? step.opens, openedAt);
  const dueAt =
    duty.due.kind === 'instant'
      ? new Date(openedAt.getTime() + duty.due.afterMs)
      : resolveDeadline(duty.due, origin, calendar).dueAt;
  const locks = !kindFacts[duty.kind].holdsUp;
  const grace = graceOf(dueAt, duty, calendar);
  const clock: Clock = {
    version: 1,
    phase: 'submission',
    ladder: duty.ladder,
    calendar: calendarId,
    opensAt,
    dueAt,
    // a step that opens after its own due date still leaves its time between due and lock
    lockAt: locks ? lockInstant(dueAt < opensAt ? opensAt : dueAt, duty, calendar) : null,
    ...grace,
  };
  return pinned(clock, rules);
}

/** When something with a fixed day begins that is made ready at `openedAt`: on its day, or at once when that has passed. */
export function openingInstant(day: LocalDate | undefined, openedAt: Date): Date {
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
  const { opensAt, dueAt, graceUntil = null, lockAt } = clock;
  const seed: RoundSeed = {
    _id: id,
    campaign: plan.code,
    step: step.id,
    level: duty.level,
    collector,
    title: step.title,
    opensAt,
    dueAt,
    cutoff: duty.cutoff ?? null,
    graceUntil,
    lockAt,
    expected: 0,
  };
  rounds.set(id, seed);
  return seed;
}

function obligationOf(
  { subject, post, line, duty, round, clock, first, worksAt, targets, covenant }: Entry,
  below: Below,
  { plan, step, tree, ids }: LayOutInput,
): Omit<Obligation, 'cohort'> {
  const ancestors = tree.ancestorsOf(subject);
  const { dueAt, graceUntil } = clock;
  return {
    _id: ids.obligation(plan.code, step.id, duty.kind, subject, line),
    campaign: plan.code,
    step: step.id,
    kind: duty.kind,
    subject,
    line,
    level: duty.level,
    round: round._id,
    answeringUnit: duty.answeredBy ?? subject,
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
      {
        version: 1,
        dueAt,
        ...(graceUntil ? { graceUntil } : {}),
        lastDay: localDateOf(dueAt),
        by: plan.issuer,
        at: clock.opensAt,
        kind: 'plan',
        ground: step.title,
      },
    ],
    extension: null,
    extensions: 0,
    reviewWithin: duty.reviewWithin,
    resubmitWithin: duty.resubmitWithin,
    lockAfter: duty.lockAfter,
    ...(duty.lockAfterMs === undefined ? {} : { lockAfterMs: duty.lockAfterMs }),
    ...(duty.graceAfter ? { graceAfter: duty.graceAfter } : {}),
    ...(duty.cutoff ? { cutoff: duty.cutoff } : {}),
    worksAt,
    ...(covenant === undefined ? {} : { covenant }),
    overdueAt: null,
    attempt: 0,
    submission: null,
    submittedAt: null,
    onTime: null,
    onTimeOriginal: null,
    consolidates: below.round,
    targets,
    consolidatedTargets: below.targets,
    nil: false,
    returns: 0,
    title: step.title,
  };
}
