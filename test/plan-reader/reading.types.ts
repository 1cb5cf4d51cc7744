/**
 * The shape that a plan reading is judged in: the printed object of `dondoc plan read --json`.
 * Written from the specification, so every field is optional here: a reader that leaves one out loses points, no more.
 */
export interface Evidence {
  text: string;
  offset?: number;
  line?: number;
}

/** A target, as expected or as read. Where an expectation is a list, any of its members is right. */
export interface Target {
  id?: string;
  name?: string | null;
  comparator?: string | string[];
  explicit?: boolean;
  value?: number | null;
  min?: number | null;
  max?: number | null;
  unit?: string | string[] | null;
  per?: string | null;
  deadline?: string | string[] | null;
  deadline_inferred?: boolean;
  baseline?: unknown;
  band?: unknown;
  condition?: unknown;
  role?: string;
  evidence?: string | Evidence | null;
}

/** A start, an end, a milestone: a day with what is known about it. */
export interface Moment {
  value?: string | null;
  precision?: string | null;
  text?: string | null;
  inferred?: boolean;
}

export interface CitedDocument {
  text?: string | null;
  type?: string | null;
  number?: string | null;
  date?: string | null;
  role?: string | null;
}

export interface Remark {
  kind?: string;
  evidence?: unknown;
  proposal?: unknown;
}

/** What a reader says about one text. */
export interface Reading {
  issuer?: string | null;
  level?: string | null;
  kind?: string | null;
  number?: string | null;
  issue_date?: string | null;
  parent_document?: unknown;
  legal_bases?: unknown[];
  cited_documents?: CitedDocument[];
  campaign_name?: string | null;
  theme?: string | null;
  slogan?: string | null;
  start?: Moment | null;
  end?: Moment | null;
  phases?: unknown[];
  milestones?: unknown[];
  components?: unknown[];
  duties?: unknown[];
  reporting?: { from?: unknown; to?: unknown; cadence?: unknown; deadline?: unknown; evidence?: unknown }[];
  numeric_targets?: Target[];
  non_numeric_goals?: unknown[];
  pledge?: unknown;
  inspection?: unknown;
  review?: unknown;
  award?: unknown;
  award_quotas?: unknown[];
  recipients?: unknown[];
  signatory?: unknown;
  defects?: Remark[];
  questions?: unknown[];
}

/** What a careful person takes from a whole plan (`*.expected.yaml`). Fields that are absent are not judged. */
export interface ExpectedPlan extends Omit<Reading, 'issuer' | 'signatory' | 'parent_document' | 'legal_bases'> {
  file?: string;
  /** Where it is a list, any of the names is right. */
  issuer?: string | string[] | null;
  signatory?: string | null;
  parent_document?: string | null;
  legal_bases?: string[];
  numeric_targets: Target[];
  traps?: string[];
}
