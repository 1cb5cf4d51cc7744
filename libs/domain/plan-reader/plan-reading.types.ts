import type { PlanMessage, PlanMessageData } from './messages/tell.js';
import type { Comparator } from '../target/target.types.js';

/**
 * What the reader found in a plan. The keys are those the command line prints; dates are `YYYY-MM-DD`.
 * `null` where the text says nothing and nothing may be inferred. Offsets count in the text after `normalise`.
 */
export interface PlanReading {
  issuer: string | null;
  level: PlanLevel | null;
  kind: string | null;
  number: string | null;
  issue_date: string | null;
  parent_document: string | null;
  /** Every document cited, once each, as `type number date`. */
  legal_bases: string[];
  cited_documents: CitedDocument[];
  campaign_name: string | null;
  theme: string | null;
  slogan: string | null;
  start: PlanMoment;
  end: PlanMoment;
  phases: PlanPhase[];
  milestones: PlanMilestone[];
  components: PlanComponent[];
  duties: ReadDuty[];
  reporting: ReportingLine[];
  numeric_targets: ReadTarget[];
  non_numeric_goals: string[];
  pledge: SaidBy | null;
  inspection: SaidBy | null;
  review: SaidBy | null;
  award: AwardReading;
  award_quotas: AwardQuota[];
  scoring: ScoringLine[];
  recipients: string[];
  signatory: string | null;
  defects: Defect[];
  questions: Question[];
  /** Where the plain fields above were read: field (or `field[i]`) → place. */
  evidence: Record<string, Evidence>;
}

export type PlanLevel = 'central' | 'ministry' | 'province' | 'district' | 'commune' | 'cluster' | 'company' | 'school';

/** A place in the normalised text: `text` is the exact substring at `offset`; `line` counts from 1; confidence 0..1. */
export interface Evidence {
  text: string;
  offset: number;
  line: number;
  confidence: number;
}

/** Same, as members of an object of the reading. */
export interface Witnessed {
  evidence: string;
  offset: number;
  line: number;
  confidence: number;
}

export type Precision = 'day' | 'month' | 'quarter' | 'year' | 'event';

export interface PlanMoment {
  value: string | null;
  precision: Precision | null;
  /** The words of the plan, null where it has none. */
  text: string | null;
  inferred: boolean;
}

export interface PlanPhase extends Witnessed {
  name: string;
  start: PlanMoment;
  end: PlanMoment;
}

export interface PlanMilestone extends Witnessed {
  name: string;
  date: string | null;
  precision: Precision;
  text: string;
  inferred: boolean;
}

/** A movement named inside the plan: a section of the report, no campaign of its own. */
export interface PlanComponent extends Witnessed {
  name: string;
  start: string | null;
  end: string | null;
  lead: string | null;
}

export type CitationRole = 'parent' | 'basis' | 'number_source' | 'cited';

export interface CitedDocument extends Witnessed {
  text: string;
  type: string;
  number: string | null;
  date: string | null;
  issuer: string | null;
  role: CitationRole;
}

export type TargetRole = 'target' | 'cross_check' | 'award_standard' | 'result';

export interface ReadTarget extends Witnessed {
  name: string;
  comparator: Comparator;
  /** False where the text only says "đạt N" and the comparator is the reader's. */
  explicit: boolean;
  value: number | null;
  min?: number;
  max?: number;
  unit: string;
  per: string | null;
  deadline: string | null;
  deadline_inferred: boolean;
  baseline: string | null;
  band: string | null;
  condition: string | null;
  role: TargetRole;
}

export type DutyMode = 'giao' | 'đề nghị' | 'chủ trì' | 'phối hợp';

export interface ReadDuty extends Witnessed {
  who: string;
  does: string;
  mode: DutyMode;
  deliverable: string | null;
  due: string | null;
}

export interface ReportingLine extends Witnessed {
  from: string | null;
  to: string | null;
  cadence: string | null;
  /** Wording of the plan, as it stands. */
  deadline: string | null;
}

export interface SaidBy extends Witnessed {
  who: string | null;
  said: string;
}

export type ReadAwardRoute = 'standing_body' | 'council' | 'external' | 'own_units' | null;

export interface AwardReading {
  proposes: string | null;
  decides: string | null;
  route: ReadAwardRoute;
  chain: string[];
}

export interface AwardQuota extends Witnessed {
  form: string | null;
  count: number;
  at_most: boolean;
  unit: string;
  per: string | null;
}

export interface ScoringLine extends Witnessed {
  name: string;
  points: number;
  kind: 'points' | 'bonus' | 'deduction' | 'total';
}

export type DefectKind =
  | 'blank_number'
  | 'blank_day'
  | 'missing_header'
  | 'duplicate_section_number'
  | 'parent_date_doubtful'
  | 'mixed_document_type'
  | 'implausible_number'
  | 'target_after_end'
  | 'deadline_conflict'
  | 'share_without_base'
  | 'missing_cadence'
  | 'cadence_without_day'
  | 'duplicate_duty'
  | 'missing_award_path'
  | 'target_without_number'
  | 'review_of_other_year'
  | 'difference_disagrees'
  | 'event_after_end'
  | 'stray_page_number'
  | 'issuer_signature_differ';

/** One thing wrong in the document; waived with a reason or mended as proposed. */
export interface Defect {
  kind: DefectKind;
  evidence: string;
  offset: number;
  line: number;
  proposal: string;
  /** The sentence as a code with its data, to be said in another language; absent on readings kept before. */
  said?: Said;
}

/** A sentence of the reader's message files. */
export interface Said {
  code: PlanMessage;
  data: PlanMessageData;
}

/** What the reader will not guess; `about` names the field or target. */
export interface Question {
  kind: string;
  about: string;
  text: string;
  evidence: string | null;
  offset: number | null;
  said?: Said;
}
