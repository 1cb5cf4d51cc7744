/** The unit's reports and pledges in the deadline ledger, all final: `expected = onTime + late + never`. */
export interface OnTimeRecord {
  expected: number;
  onTime: number;
  late: number;
  never: number;
}

/** Points a verifier gives; a change of the unit's own claim needs its reason. */
export interface VerifiedPoints {
  points: number;
  reason?: string;
}

export interface ScoreSheet {
  unit: string;
  /** Criterion → points the unit claims. */
  self: Readonly<Record<string, number>>;
  /** Criterion → points found; empty before verification. */
  verified: Readonly<Record<string, VerifiedPoints>>;
  record: OnTimeRecord;
}

/** Claim and finding stand beside each other and never overwrite each other. */
export interface ScoreLine {
  criterion: string;
  max: number;
  self: number | null;
  verified: number | null;
  reason: string | null;
  /** Nothing was due, so the part does not count for or against the unit. */
  leftOut: boolean;
}

export type ScoreRule =
  'total' | 'reweighted' | 'claimed' | 'changed' | 'not_claimed' | 'not_verified' | 'blank' | 'on_time' | 'left_out';

/** Where every point comes from; `trace.<rule>` of the message files filled with `facts` says it in words. */
export interface ScoreTrace {
  rule: ScoreRule;
  points: number | null;
  facts: Record<string, string | number | null>;
  children: ScoreTrace[];
}

export interface UnitScore {
  unit: string;
  lines: ScoreLine[];
  /** Sum of the claims and the ledger's points; null while a claim is missing. */
  selfTotal: number | null;
  /** Verified total, what the ranking goes by; null while a verification is missing. */
  total: number | null;
  /** 0-1, late counts half; null where nothing was expected. */
  onTimeShare: number | null;
  /** Verified points of the claimed criteria alone. */
  verifiedPart: number | null;
  trace: ScoreTrace;
}
