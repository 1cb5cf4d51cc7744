import type { AwardRoute, Criterion, LocalDate, RollupMethod, StepKind, TargetMode, UnitSelector } from '#libs/domain';

/** An officer's answers to one plan (`demo-data/answers/NNN.yaml`); every `ground` says why, and is kept with the campaign. */
export interface PlanAnswers {
  plan: string;
  code: string;
  bodies: {
    launching: string;
    standing: string;
    /** Receives on behalf of the launching body. */
    office: string;
    chair: string;
  };
  start: DatedAnswer;
  end: DatedAnswer;
  participants: { select: UnitSelector; answer: string; ground: string };
  cadence: { answer: string; ground: string };
  route: { route: AwardRoute; quota: number; decidedBy: string; ground: string };
  /** Every target the reader found, in the order of the text: the officer confirms it and gives it a short name. */
  confirmed: { id: string; name: string }[];
  targets: TargetAnswer[];
  workdays: { report: WorkdayLimits; covenant: WorkdayLimits; ground: string };
  levels: Record<string, LevelAnswer>;
  periods: PeriodAnswer[];
  steps: StepAnswer[];
  followUps: FollowUpAnswer[];
  scoring: { criteria: Criterion[]; ground: string };
  /** Anything else that was asked. */
  others?: { fact: string; answer: string; ground: string }[];
}

interface DatedAnswer {
  value: LocalDate;
  inferred: boolean;
  ground: string;
}

export interface TargetAnswer {
  ids: string[];
  mode: TargetMode;
  method: RollupMethod;
  responsible?: string;
  allocation?: Record<string, number>;
  units?: { kinds?: string[]; groups?: string[]; units?: string[] };
  baseline?: number;
  ground: string;
}

export interface WorkdayLimits {
  lock: number;
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
