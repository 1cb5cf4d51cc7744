import type { AwardRoute, CampaignPlan, Criterion, PlanDuty, StepKind, StepSpec } from '../plan/plan.types.js';
import type { Comparator, GroupOverride, RollupMethod, Target, TargetMode } from '../target/target.types.js';
import type { TopDay } from '../period/expand-regime.js';
import type { Period } from '../period/period.types.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitSelector } from '../units/unit.types.js';

/** Everything an officer has to say of a plan before it is a campaign; every `ground` says why, and is kept with it. */
export interface PlanAnswers {
  /** The officer's own name for the text. */
  plan?: string;
  code: string;
  bodies: BodyAnswers;
  start: DatedAnswer;
  end: DatedAnswer;
  participants: { select: UnitSelector; answer: string; ground: string };
  cadence: { answer: string; ground: string };
  route: { route: AwardRoute; quota: number; decidedBy: string; ground: string };
  /** Every target the reader found, in the order of the text, with its short name. */
  confirmed: { id: string; name: string }[];
  targets: TargetAnswer[];
  /** Target id → id of the catalogue's indicator. */
  indicators?: Record<string, string>;
  workdays: { report: WorkdayLimits; covenant: WorkdayLimits; ground: string };
  levels: Record<string, LevelAnswer>;
  /** Written one by one; beside a regime those that it does not give. */
  periods: PeriodAnswer[];
  /** The pattern that gives the periods. */
  regime?: RegimeAnswer;
  steps: StepAnswer[];
  followUps: FollowUpAnswer[];
  scoring: { criteria: Criterion[]; ground: string };
  /** Anything else that was asked. */
  others?: { fact: string; answer: string; ground: string }[];
  /** What the officer says in the place of the text's head. */
  head?: HeadAnswers;
  /** What the officer says of single targets in the place of the text; an id the text does not have adds a target. */
  corrections?: TargetCorrection[];
  /** The reader's questions that no other answer settles, by the id of the question. */
  questions?: Record<string, { answer: string; ground: string }>;
  /** Targets and steps as they stand in an earlier plan: then neither levels nor periods are asked. */
  laidOut?: LaidOutAnswer;
}

/** The same with every part open: what has been answered so far. */
export type PreparationAnswers = Partial<Omit<PlanAnswers, 'bodies' | 'laidOut'>> & {
  bodies?: Partial<BodyAnswers>;
  /** Of a copy: single targets and steps said anew. */
  laidOut?: Partial<LaidOutAnswer>;
};

export type AnswerPart = keyof PlanAnswers;

export interface BodyAnswers {
  launching: string;
  standing: string;
  /** Receives on behalf of the launching body. */
  office: string;
  chair: string;
}

export interface DatedAnswer {
  value: LocalDate;
  inferred: boolean;
  ground: string;
}

/** `null` for a number or day that the document does not have yet. */
export interface HeadAnswers {
  name?: string;
  theme?: string | null;
  issuer?: string;
  number?: string | null;
  issueDate?: LocalDate | null;
  signatory?: string;
  calendar?: string;
}

export interface TargetCorrection {
  id: string;
  /** No target of the campaign after all. */
  drop?: boolean;
  name?: string;
  comparator?: Comparator;
  value?: number | null;
  min?: number;
  max?: number;
  unit?: string;
  per?: string;
  deadline?: LocalDate;
  role?: Target['role'];
  change?: 'points' | 'percent';
  note?: string;
  ground: string;
}

export interface LaidOutAnswer {
  targets: Target[];
  goals: string[];
  duties: PlanDuty[];
  steps: StepSpec[];
  /** Sections of the reports, where the plan had some. */
  components?: CampaignPlan['components'];
  outline?: CampaignPlan['outline'];
  /** Answers that were kept with the earlier plan. */
  kept: { fact: string; answer: string; ground: string }[];
}

export interface TargetAnswer {
  ids: string[];
  mode: TargetMode;
  method: RollupMethod;
  responsible?: string;
  allocation?: Record<string, number>;
  units?: { kinds?: string[]; groups?: string[]; units?: string[] };
  /** Groups that owe another level of the same target, the first that fits a unit wins. */
  overrides?: GroupOverride[];
  baseline?: number;
  ground: string;
}

export interface WorkdayLimits {
  lock: number;
  /** Working days after the due day on which lateness is not counted; none when left out. */
  grace?: number;
  review: number;
  resubmit: number;
}

/** Who reports to whom. Two entries with the same `level` share their collector's round. */
export interface LevelAnswer {
  level: string;
  owes: UnitSelector;
  /** `parent` or a unit id. */
  to: string;
  addressee?: string;
  copyTo?: string[];
  consolidates?: boolean;
}

/** A day, working days after the step's origin (close of data, fixed opening, or opening), or a day of the closing month. */
export type DueAnswer = { by: LocalDate } | { workingDays: number } | { dayOfMonth: number };

export interface PeriodAnswer {
  id: string;
  title: string;
  from: LocalDate;
  /** Close of the data. */
  to: LocalDate;
  opens: LocalDate;
  due: Record<string, DueAnswer>;
}

/** Periods by a pattern of the rules: every close, and the day of every level planned backwards from the highest. */
export interface RegimeAnswer {
  /** Id in the rules (`decree09.half_and_year`, `weekly.friday`, `campaign.month`), or `once` for the period beside it. */
  regime: string;
  once?: Period;
  /** Working days before the close of the data on which the form opens. */
  opensBefore: number;
  /** Last day of the highest level. */
  due: TopDay;
  /** Bottom first: the levels that hand in together, and the working days they would like. */
  stages: { levels: string[]; wants: number }[];
  ground: string;
}

export interface StepAnswer {
  id: string;
  kind: Exclude<StepKind, 'report' | 'follow_up'>;
  title: string;
  ground: string;
  /** The step is left out, on the ground above. */
  skip?: boolean;
  opens?: LocalDate;
  after?: { step: string; atLatest?: LocalDate }[];
  /** Per level of `levels`. */
  due?: Record<string, DueAnswer>;
  limits?: WorkdayLimits;
  council?: CouncilAnswer;
}

export interface CouncilAnswer {
  unit: string;
  members: number;
  secretary: string;
  meetsAfter: number;
  time: string;
  award: string;
  candidates: number;
  /** Working days after the session for the minutes. */
  minutesWithin: number;
  answer?: { yesShare: number; attendanceShare: number; ground: string };
}

/** One follow-up step for all targets that fall due on one day after the campaign's end. */
export interface FollowUpAnswer {
  deadline: LocalDate;
  title: string;
  opens: LocalDate;
  workingDays: number;
  ground: string;
}
