import type { DeadlineRule } from '../deadline/deadline.types.js';
import type { Target } from '../target/target.types.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitSelector } from '../units/unit.types.js';

export type StepKind =
  | 'own_plan'
  | 'registration'
  | 'covenant'
  | 'report'
  | 'interim_review'
  | 'event'
  | 'final_report'
  | 'self_score'
  | 'verification'
  | 'ranking'
  | 'council'
  | 'proposal'
  | 'decision'
  | 'follow_up';

/** What a plan lays out. A step's kind is usually the obligation's kind; a council step makes `vote` and `minutes`. */
export type DutyKind = Exclude<StepKind, 'council'> | 'vote' | 'minutes';
/** What is owed; `answer`: to a difficulty that a report raised. */
export type ObligationKind = DutyKind | 'answer';

/** What a step waits for. `skipped` satisfies; `atLatest` opens it anyway on that day. */
export interface StepCondition {
  step: string;
  is: 'opened' | 'finished';
  atLatest?: LocalDate;
}

/** One level of one step: who owes what to whom by when. Each collecting unit's share of it is a round. */
export interface Duty {
  /** Names the level in ids and pages, e.g. `commune`, `district`, `standing`. */
  level: string;
  kind: DutyKind;
  /** Who owes. `subjects_of_campaign` stands for every participating unit (verification of each). */
  owes: UnitSelector;
  /** Unit that answers instead of the subject (verification: the standing body answers for every subject). */
  answeredBy?: string;
  /** Who collects: the unit's parent at the day of opening, or one unit. */
  to: 'parent' | { unit: string };
  /** Body the report is addressed to when it is not the collector (seed 002: the People's Committee, through Sở Nội vụ). */
  addressee?: string;
  copyTo?: string[];
  /** Data close: last day the figures cover; display and the one-working-day rule. */
  cutoff?: LocalDate;
  /** Local day on which the form opens; the step's opening day when absent. */
  opens?: LocalDate;
  due: DeadlineRule;
  /** Working days after due at whose end the round locks; `lockAfterMs` in drills. */
  lockAfter: number;
  lockAfterMs?: number;
  /** Working days after due until whose end lateness stays on record and is not counted; none when absent. */
  graceAfter?: number;
  /** Working days the collector has for its review after a submission. */
  reviewWithin: number;
  /** Working days a returned report may take. */
  resubmitWithin: number;
  ladder: string;
  /** Ids of targets reported here; a unit is asked only for those that concern it. */
  targets?: string[];
  /** Figures are proposed from the rounds this unit itself collected in the same step. */
  consolidates?: boolean;
  /**
   * `covenant`: signed jointly. `cluster`: all who owe it to one collector sign one covenant; `superior`: each signs one with its
   * collector, who owes its own signature. Absent: each unit signs for itself.
   */
  jointly?: 'cluster' | 'superior';
}

export interface StepSpec {
  id: string;
  kind: StepKind;
  title: string;
  /** Set when the plan or an officer leaves the step out; the ground is journaled. */
  skip?: { ground: string };
  /** Fixed opening day; with `after` empty the step is laid out at launch and opens by itself. */
  opens?: LocalDate;
  after: StepCondition[];
  duties: Duty[];
  /** The period a report step covers. */
  period?: StepPeriod;
  council?: CouncilSpec;
}

/** Both days included. */
export interface StepPeriod {
  id: string;
  from: LocalDate;
  to: LocalDate;
  /** Of a final report: periods that the campaign's end cut, and the first day that no periodic report covered. */
  joins?: string[];
  newSince?: LocalDate;
}

export interface CouncilSpec {
  /** The council as a unit, its members' posts, and the post that keeps the minutes. */
  unit: string;
  members: string[];
  secretary: string;
  /** Working days from the opening of the step to the session, at `time` local. */
  meetsAfter: number;
  time: string;
  /** Award whose threshold applies, see `rules/council-thresholds`. */
  award: string;
  /** The officer's answer where the law of that date is not known; `ground` says why. */
  answer?: { yesShare: number; attendanceShare: number; ground: string };
  /** Units put to the vote: the first n of the ranking. */
  candidates: number;
}

export type AwardRoute = 'standing_body' | 'council_open' | 'external' | 'none';

export interface Criterion {
  id: string;
  name: string;
  max: number;
  /** `self`: claimed by the unit and verified; `on_time`: taken from the deadline ledger. */
  source: 'self' | 'on_time';
}

/** A duty of the plan's text. It becomes an obligation only with a deliverable and a date; asked bodies never are. */
export interface PlanDuty {
  who: string;
  does: string;
  mode: 'assigned' | 'asked' | 'lead' | 'with';
  deliverable: string | null;
  due: LocalDate | null;
}

/** The campaign as decided at launch: the plan's facts plus what an officer answered where it was silent. */
export interface CampaignPlan {
  code: string;
  source: string;
  name: string;
  theme: string | null;
  issuer: string;
  number: string | null;
  issueDate: LocalDate | null;
  signatory: string;
  /** Bodies by unit id. */
  launchingUnit: string;
  standingBody: string;
  /** Post at the top of every ladder. */
  chairPost: string;
  start: LocalDate;
  end: LocalDate;
  startInferred: boolean;
  endInferred: boolean;
  calendar: string;
  /** Units that take part: their tree is below `launchingUnit`. */
  participants: UnitSelector;
  targets: Target[];
  goals: string[];
  duties: PlanDuty[];
  steps: StepSpec[];
  award: { route: AwardRoute; quota: number; decidedBy: string; ground: string };
  scoring: Criterion[];
  /** What an officer answered where the plan leaves a fact open: fact → answer with ground. */
  answers: { fact: string; answer: string; ground: string }[];
  /** Movements named inside the plan: sections of its reports. */
  components?: { id: string; name: string }[];
  /** Outline of the reports where the plan or an officer wrote one; else the usual one. */
  outline?: { id: string; title: string }[];
}
