import type { Audience, Clock } from '../ladder/ladder.types.js';
import type { CampaignState } from '../lifecycle/campaign.lifecycle.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { waitingSteps, type StepRecord } from '../plan/campaign-steps.js';
import type { StepSpec } from '../plan/plan.types.js';
import { ForecastBook } from './book.js';
import type { ForecastInput } from './forecast.types.js';
import { Staff } from './staff.js';

export type Owed = Omit<Obligation, 'cohort'>;

/** Obligations of one level whose clock is the same: where nobody acts they share their fate. */
export interface Group {
  step: string;
  level: string;
  clock: Clock;
  owed: Owed[];
  state: 'scheduled' | 'open' | 'lapsed';
  nextAt: Date | null;
}

export interface WaitingNotice {
  group: Group;
  obligation: string;
  audience: Audience;
  post: string;
}

/** Notices that go out together: a morning's, or those of one instant. */
export interface Slot {
  at: Date;
  kind: 'mail' | 'instant_mail';
  notices: WaitingNotice[];
}

/** A council's session; in this world its minutes are never entered, so it is never recorded. */
export interface Session {
  step: StepSpec;
  calledAt: Date;
  closesAt: Date;
  secretary: string;
  counted: boolean;
}

/** How the campaign stands at an instant of the run. */
export interface World {
  readonly input: ForecastInput;
  readonly staff: Staff;
  readonly book: ForecastBook;
  now: Date;
  state: CampaignState;
  steps: StepRecord[];
  groups: Group[];
  /** Rounds that are not finished yet, with how many obligations of each are still owed. */
  rounds: Map<string, { step: string; level: string; owing: number }>;
  sessions: Session[];
  slots: Map<string, Slot>;
  /** Steps that were due and could not be opened: tried again for ever. */
  stuck: Set<string>;
  /** The next instant at which a step may fall due by time alone. */
  nextStep: Date | null;
}

export function worldOf(input: ForecastInput): World {
  const { plan, launchedAt, organisation } = input;
  return {
    input,
    staff: new Staff(organisation),
    book: new ForecastBook(),
    now: launchedAt,
    state: 'launched',
    steps: waitingSteps(plan),
    groups: [],
    rounds: new Map(),
    sessions: [],
    slots: new Map(),
    stuck: new Set(),
    nextStep: null,
  };
}

/** Posts that answer for obligations: whose turn it is. */
export const answering = (owed: readonly Owed[]): string[] => [
  ...new Set(owed.map((one) => one.answeringPost ?? `${one.answeringUnit}:${one.answeringRole}`)),
];
