import type { ObligationKind } from '../plan/plan.types.js';
import type { Figure } from '../target/target.types.js';

/** What is typed for a target. `band`: a cumulative count, every higher band included. */
export type CellInput = 'value' | 'ratio' | 'count' | 'yes_no' | 'band';

/** A figure is an estimate (ước thực hiện) or final; a form keeps the two apart. */
export type FigureStatus = Figure['status'];

/** The parts of a figure that are typed. A rate is made from its parts, never typed beside them. */
export type CellPart = 'value' | 'numerator' | 'denominator';

/** One target as it is asked for. Says nothing of one unit, so that units asked for the same share one form. */
export interface FormCell {
  target: string;
  name: string;
  /** As the plan writes it, e.g. `%`, `xã`, `/10.000 dân`. */
  unit: string;
  input: CellInput;
  parts: readonly CellPart[];
  /** Most decimals a figure may have; null where nobody has said. */
  decimals: number | null;
  /** A share of a whole: the numerator is part of the denominator, so it never passes 100 %. */
  share: boolean;
  /** Done only adds up: a fall below the last period is explained. */
  cumulative: boolean;
  /** Zero says that nothing was done; false where little is wanted ("không còn hộ nghèo"). */
  zeroIsNothing: boolean;
  /** Yes is believed with a stored file, e.g. the decision that recognises it. */
  proof: boolean;
  /** `band`: bands of one distribution, highest first; the count at a lower band includes the higher ones. */
  band?: { family: string; from: number };
  /** `below`: comes up from the units below; a figure typed here goes before theirs. */
  asked: 'own' | 'below';
}

export interface FormSection {
  id: string;
  title: string;
  /** `outline`: the plan's or the usual outline of a report; `component`: a movement named inside the plan. */
  of: 'outline' | 'component';
  /** May not be left empty. */
  required: boolean;
}

/** What one kind of report asks for. Its version is the hash of exactly this. */
export interface Form {
  campaign: string;
  step: string;
  kind: ObligationKind;
  title: string;
  period: { id: string; from: string; to: string } | null;
  cells: FormCell[];
  sections: FormSection[];
}

/** What was reported for a target in an earlier period. */
export interface EarlierFigure extends Figure {
  /** Obligation and title of the report it stands in. */
  obligation: string;
  title: string;
}
