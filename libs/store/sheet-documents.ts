import type { AmendedFigure, CoverageCounts, Figure, Gap, Obligation, SheetCounts, Target, Total } from '#libs/domain';

/** A reviewer's post opened a report as it stood: `_id` = submission and post. */
export interface OpeningDoc {
  _id: string;
  obligation: string;
  submission: string;
  post: string;
  at: Date;
}

/** What a consolidated report was made from. Reports of older versions have the first three fields only. */
export interface ConsolidatedFrom {
  round: string;
  missing: string[];
  unreviewed: number;
  coverage?: ({ target: string } & CoverageCounts)[];
  /** Who is missing, also deeper down, why, and how much of the whole they are. */
  gaps?: Gap[];
  /** What was computed where the collecting unit says another figure. */
  overrides?: { target: string; computed: Figure | null; reason: string | null }[];
  /** Changes of an earlier period that were booked in this one. */
  carried?: { from: string; title: string; n: number; figures: AmendedFigure[] }[];
}

/** One unit's line in a round's sheet, set with a version guard, never incremented. */
export interface SheetRowDoc {
  _id: string;
  round: string;
  campaign: string;
  unit: string;
  ancestors: string[];
  state: Obligation['state'];
  submittedAt: Date | null;
  onTime: boolean | null;
  nil: boolean;
  returns: number;
  dueAt: Date;
  overdueAt: Date | null;
  /** Ids of the targets this row is asked for. */
  targets: string[];
  figures: Figure[];
  /** When the report that stands was handed in; rows from before this was kept have none. */
  handedInAt?: Date | null;
  version: number;
}

/** A round's figures and counts: as large as its targets, however many units report. Who is missing is named from the rows. */
export interface SheetHeaderDoc extends SheetCounts {
  _id: string;
  campaign: string;
  step: string;
  level: string;
  collector: string;
  epoch: number;
}

/** A sheet as it stood when its round was over: which submissions it was made from, by which targets, and what came out. */
export interface SnapshotContent {
  round: string;
  /** As pinned in the plan at that moment. */
  targets: Target[];
  rows: (Pick<
    SheetRowDoc,
    '_id' | 'unit' | 'state' | 'submittedAt' | 'onTime' | 'nil' | 'returns' | 'overdueAt' | 'targets'
  > & {
    submission: string | null;
  })[];
  totals: Total[];
}

export interface SnapshotDoc {
  /** Round. */
  _id: string;
  campaign: string;
  /** SHA-256 over the content in its canonical form. */
  hash: string;
  content: SnapshotContent;
}
