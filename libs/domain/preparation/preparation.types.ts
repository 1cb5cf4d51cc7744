import type { PlanReading } from '../plan-reader/plan-reading.types.js';
import type { AnswerPart, PreparationAnswers } from './answers.types.js';

/** Everything gathered on the way from a text to a campaign (hồ sơ chuẩn bị). */
export interface Preparation {
  /** Name of the file or text it began with; of a copy, the code of the earlier campaign. */
  source: string;
  /** What was read; null for a copy, which has no text of its own. */
  reading: PlanReading | null;
  /** What last year's campaign said, dates moved; nothing of it holds before somebody confirms it. */
  copied: PreparationAnswers | null;
  /** What officers said. */
  answers: PreparationAnswers;
  confirmations: Confirmation[];
  waivers: Waiver[];
  parent: ParentLink | null;
}

/** A confirmation is of a value: where the value changes afterwards it counts no more. */
export interface Confirmation {
  field: string;
  /** Canonical text of the value, `valueText`. */
  value: string;
  by: string;
  at: string;
}

/** Somebody took it upon themselves that an item of the gate stays as it is. Withdrawn ones are kept. */
export interface Waiver {
  item: string;
  reason: string;
  by: string;
  person: string | null;
  at: string;
  withdrawn: { by: string; at: string } | null;
}

/** This campaign carries out another body's plan, target by target. */
export interface ParentLink {
  campaign: string;
  targets: TargetLink[];
}

/** `parent` of the other campaign is taken up by `child` of this one. */
export interface TargetLink {
  parent: string;
  child: string;
}

/**
 * Where a value comes from: the text itself, the reader's inference from it, a default of the product, an officer, or the
 * campaign of an earlier year.
 */
export type Origin = 'read' | 'inferred' | 'default' | 'officer' | 'copied';

/** One fact of the plan to be, with where it comes from and who stood up for it. */
export interface Field {
  /** `end`, `targets.T01.value` … */
  field: string;
  value: unknown;
  origin: Origin | null;
  /** The words it rests on: the plan's own, or the officer's ground. */
  evidence: string | null;
  line: number | null;
  /** Where the evidence begins in the normalised text; null where it stands in no text. */
  offset: number | null;
  /** 0..1, the reader's; null where nobody had to read. */
  confidence: number | null;
  confirmed: { by: string; at: string } | null;
  /** True while launching needs somebody to confirm it. */
  open: boolean;
}

/** A field before it is known whether somebody confirmed it. */
export type Fact = Omit<Field, 'confirmed' | 'open'> & {
  /** Read by the machine and heavy enough that a person must have looked at it. */
  weighty?: boolean;
};

/** What the answers would be composed from, and the parts still missing. */
export interface Gathered<A> {
  answers: A;
  /** Parts that come from the product, not from anybody. */
  defaults: AnswerPart[];
  missing: AnswerPart[];
}
