import type { WorkCalendar } from '../../calendar/work-calendar.types.js';
import type { ForecastEntry } from '../../forecast/forecast.types.js';
import type { LadderBook } from '../../plan/ladder-book.types.js';
import type { Indicator } from '../../indicator/indicator.types.js';
import type { PeriodRegime } from '../../period/period.types.js';
import type { LevelDays } from '../../plan/level-dates.js';
import type { CampaignPlan } from '../../plan/plan.types.js';
import type { ParentEdge, Post, Unit } from '../../units/unit.types.js';
import type { ChildPlan } from '../parent-link.js';
import type { Waiver } from '../preparation.types.js';
import type { WaiverRank } from '../waiver-rights.js';

export type GateKind =
  | 'unanswered'
  | 'answer'
  | 'unconfirmed'
  | 'defect'
  | 'question'
  | 'plan'
  | 'indicator'
  | 'period'
  | 'parent'
  | 'rest-day'
  | 'forecast';

/** `must`: has to be mended. `waivable`: mended, or waived by who may. `warning`: told, holds nothing up. */
export type Severity = 'must' | 'waivable' | 'warning';

/** One thing between the preparation and its launch. */
export interface GateItem {
  /** Stays the same while the item is there: `defect:blank_number@3`. */
  id: string;
  kind: GateKind;
  field: string | null;
  text: string;
  severity: Severity;
  waivableBy: WaiverRank | null;
  /** The same in words, or that nobody may. */
  waivableByText: string;
  /** How it may be mended. */
  proposal: string | null;
  /** The sentence of the text it speaks of. */
  evidence: string | null;
  waiver: Waiver | null;
  /** Holds up the launch. */
  open: boolean;
}

/** What the checks make; the gate adds who may waive and who has. */
export type Finding = Pick<GateItem, 'id' | 'kind' | 'text'> &
  Partial<Pick<GateItem, 'field' | 'proposal' | 'evidence'>> &
  ({ severity: 'must' | 'warning' } | { severity: 'waivable'; waivableBy: WaiverRank });

export interface GateSurroundings {
  units: Unit[];
  edges: ParentEdge[];
  posts: Post[];
  /** The newest version of every indicator; empty where nobody keeps a catalogue. */
  indicators?: readonly Indicator[];
  /** @returns null for a calendar nobody knows */
  calendar: (id: string) => WorkCalendar | null;
  /** Period regimes by id. @returns null for one nobody knows */
  regime?: (id: string) => PeriodRegime | null;
  /** Without it nothing is said about how people are reminded. */
  ladders?: LadderBook;
  /** A campaign with this code is there already. */
  codeTaken: boolean;
  parent: ParentSurroundings | null;
  /** What the campaign comes to; left out where only what holds up the launch is asked. */
  forecast?: ((plan: CampaignPlan) => ForecastEntry[]) | undefined;
}

/** The plan this one carries out, and its other children. */
export interface ParentSurroundings {
  plan: CampaignPlan;
  children: ChildPlan[];
}

export interface Gate {
  items: GateItem[];
  /** Nothing holds up the launch. */
  clean: boolean;
  /** Null while something is missing to compose it. */
  plan: CampaignPlan | null;
  /** The days of every level of every period of that plan. */
  dates: LevelDays[];
}
