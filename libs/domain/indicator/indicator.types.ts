import type { RollupMethod } from '../target/target.types.js';

/**
 * One indicator of the catalogue (danh mục chỉ tiêu) as it is defined by one version. Versions are kept for ever: a figure reported
 * under version 2 keeps meaning what version 2 says. An indicator is deprecated, never deleted.
 */
export interface Indicator {
  id: string;
  /** 1, 2, 3 … */
  version: number;
  name: string;
  /** What is counted, and what is not. */
  definition: string;
  /** Never changes: another unit is another indicator. */
  unit: string;
  /** The document or statistical system the definition rests on. */
  source: string;
  /** How figures of several units become one. */
  method: RollupMethod;
  /** Digits behind the decimal mark that a figure may have, 0 to 6. */
  decimals: number;
  /** Whose figure counts where several bodies report the same result; null where nobody decided it. */
  owner: IndicatorOwner | null;
  /** Unit that keeps the definition; only its officers write the next version. */
  keeper: string;
  deprecated: Deprecation | null;
}

export interface IndicatorOwner {
  /** Kinds of unit whose figure counts, the first one first: `['department', 'commune']`. */
  kinds: string[];
}

export interface Deprecation {
  ground: string;
  /** Id of the indicator to use from now on. */
  replacedBy: string | null;
}

/** What is said when an indicator is defined or defined anew. */
export type IndicatorDraft = Omit<Indicator, 'version' | 'deprecated'>;

/** The version a target of a running campaign is held to: what a figure of it may look like is known without asking the catalogue. */
export interface IndicatorPin {
  id: string;
  version: number;
  decimals: number;
}
