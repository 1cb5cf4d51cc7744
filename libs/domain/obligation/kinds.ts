import type { ObligationKind } from '../plan/plan.types.js';
import type { ObligationState } from './obligation.types.js';

/** How a kind of obligation is settled. */
export type Settlement = 'reviewed' | 'signed' | 'entered';

interface KindFacts {
  settlement: Settlement;
  /** Post role that answers for it in the owing unit. */
  role: 'focal' | 'head' | 'member';
  /** The campaign waits for it: it never locks, it is only urged and escalated. */
  holdsUp: boolean;
  /** Counted among "reports and pledges" in statistics. */
  counted: boolean;
}

const reviewed = { settlement: 'reviewed', role: 'focal', holdsUp: false, counted: true } as const;
const entered = { settlement: 'entered', role: 'focal', holdsUp: true, counted: false } as const;

export const kindFacts: Record<ObligationKind, KindFacts> = {
  own_plan: { ...reviewed, counted: false },
  registration: reviewed,
  covenant: { settlement: 'signed', role: 'focal', holdsUp: false, counted: true },
  report: reviewed,
  interim_review: reviewed,
  final_report: reviewed,
  follow_up: reviewed,
  self_score: { ...reviewed, counted: false },
  event: entered,
  verification: entered,
  ranking: entered,
  proposal: entered,
  decision: entered,
  minutes: entered,
  /** Of a difficulty that a report raised. */
  answer: { ...entered, counted: false },
  vote: { settlement: 'entered', role: 'member', holdsUp: false, counted: false },
};

const FINAL: readonly ObligationState[] = ['accepted', 'done', 'lapsed', 'excused'];
export const isFinal = (state: ObligationState): boolean => FINAL.includes(state);

/** States in which the engine's clock of a phase runs. */
export const statesOfPhase = {
  submission: ['scheduled', 'open'],
  review: ['submitted', 'received'],
  resubmission: ['returned'],
} as const satisfies Record<string, readonly ObligationState[]>;
