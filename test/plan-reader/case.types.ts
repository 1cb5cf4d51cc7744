import { type Moment, type Target } from './reading.types.js';

/** A document that a case expects among those cited. */
export interface WantedDocument {
  number?: string;
  date?: string | null;
  type?: string;
  role?: string;
}

/** One rule in one or a few sentences. Fields that are absent are not judged; patterns are written folded. */
export interface Case {
  id: string;
  /** The rule of the specification that the case stands for. */
  rule: string;
  text: string;
  /** Rows with role `target` (or the role they name). An empty list says that the text holds none. */
  targets?: Target[];
  /** At least so many goals without a number. */
  non_numeric_goals?: number;
  /** Fields of the printed object that must be equal; `null` where the text says nothing. */
  fields?: Record<string, unknown>;
  start?: Moment | null;
  end?: Moment | null;
  /** For a field of free inner shape: words that must stand in one of its entries together. */
  contains?: Record<string, string[][]>;
  /** The same, for words that must stand nowhere in the field. */
  lacks?: Record<string, string[]>;
  cited?: WantedDocument[];
  /** Each list must be met by one defect or question. */
  asks?: string[][];
}
