import type { CampaignState } from '../lifecycle/campaign.lifecycle.js';
import type { ParkCause } from '../obligation/parking.types.js';
import { instantAt } from '../time/local-date.js';
import { OPENING_HOUR } from './lay-out.js';
import type { CampaignPlan, StepCondition, StepSpec } from './plan.types.js';

export type StepState = 'waiting' | 'opened' | 'finished' | 'skipped';

/** Where one step of a running campaign stands. */
export interface StepRecord {
  id: string;
  kind: StepSpec['kind'];
  title: string;
  state: StepState;
  at: Date | null;
  finishedAt: Date | null;
  ground: string | null;
  /** Set while it was due and could not be laid out. */
  stuck?: StuckStep | null;
}

/** A step that was due and whose days or owners cannot be computed: it waits for somebody to mend the cause and nudge. */
export interface StuckStep {
  cause: ParkCause;
  since: Date;
  /** Nudges of the campaign's process when it was tried last; a later one has it tried again. */
  nudge: number;
}

/** The steps of a plan nobody has begun. */
export function waitingSteps(plan: CampaignPlan): StepRecord[] {
  const fresh = { state: 'waiting', at: null, finishedAt: null, ground: null } as const;
  return plan.steps.map(({ id, kind, title }) => ({ id, kind, title, ...fresh }));
}

export type StepAct =
  | { do: 'skip'; step: string; ground: string }
  | { do: 'open'; step: string }
  | { do: 'finish'; step: string }
  | { do: 'conclude' }
  | { do: 'close' };

export interface StepsInput {
  plan: CampaignPlan;
  state: CampaignState;
  steps: StepRecord[];
  /** Steps of which every round is finished (a step without rounds counts). */
  settled: ReadonlySet<string>;
  /** Nudges of the campaign's process so far. */
  nudge?: number;
  now: Date;
}

/**
 * What the campaign does next: skip, open, finish, conclude, close. One call gives everything due now; the caller acts and
 * asks again, so chains of skipped steps resolve by themselves.
 * @returns acts due, and the next instant at which one may fall due by time alone
 */
export function dueSteps({ plan, state, steps, settled, nudge = 0, now }: StepsInput): {
  acts: StepAct[];
  next: Date | null;
} {
  if (state !== 'launched' && state !== 'concluded') return { acts: [], next: null };
  const byId = new Map(steps.map((record) => [record.id, record]));
  const acts: StepAct[] = [];
  const instants: Date[] = [];
  for (const spec of plan.steps) {
    const record = byId.get(spec.id)!;
    if (record.state === 'waiting') {
      if (spec.skip) acts.push({ do: 'skip', step: spec.id, ground: spec.skip.ground });
      else {
        const when = opening(spec, byId, state, now);
        const stuck = record.stuck && record.stuck.nudge >= nudge;
        if (when === 'now' && !stuck) acts.push({ do: 'open', step: spec.id });
        else if (when instanceof Date) instants.push(when);
      }
    } else if (record.state === 'opened' && settled.has(spec.id)) {
      acts.push({ do: 'finish', step: spec.id });
    }
  }
  const over = (followUps: boolean): boolean =>
    plan.steps.every((spec) => (spec.kind === 'follow_up') !== followUps || isOver(byId.get(spec.id)!));
  if (acts.length === 0 && state === 'launched' && over(false)) acts.push({ do: 'conclude' });
  if (acts.length === 0 && state === 'concluded' && over(true)) acts.push({ do: 'close' });
  instants.sort((a, b) => a.getTime() - b.getTime());
  return { acts, next: instants[0] ?? null };
}

const isOver = (record: StepRecord): boolean => record.state === 'finished' || record.state === 'skipped';

/** `now`, the instant at which time alone opens it, or `waits` for somebody. */
function opening(
  spec: StepSpec,
  byId: Map<string, StepRecord>,
  state: CampaignState,
  now: Date,
): 'now' | 'waits' | Date {
  if (spec.kind === 'follow_up') return state === 'concluded' ? 'now' : 'waits';
  const unmet = spec.after.filter((condition) => !holds(condition, byId));
  if (unmet.length === 0) {
    if (spec.after.length === 0 || spec.opens === undefined) return 'now';
    return reached(spec.opens, now);
  }
  if (unmet.some((condition) => condition.atLatest === undefined)) return 'waits';
  const latest = unmet
    .map((condition) => condition.atLatest!)
    .sort()
    .at(-1)!;
  return reached(spec.opens !== undefined && spec.opens > latest ? spec.opens : latest, now);
}

function reached(day: string, now: Date): 'now' | Date {
  const at = instantAt(day, OPENING_HOUR);
  return at <= now ? 'now' : at;
}

function holds({ step, is }: StepCondition, byId: Map<string, StepRecord>): boolean {
  const record = byId.get(step);
  if (!record) return false;
  if (isOver(record)) return true;
  return is === 'opened' && record.state === 'opened';
}
