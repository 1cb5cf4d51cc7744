import type { IndicatorPin } from '../indicator/indicator.types.js';
import type { LocalDate } from '../time/local-date.js';

export type Comparator =
  | 'at_least'
  | 'at_most'
  | 'more_than'
  | 'less_than'
  | 'exactly'
  | 'approx'
  | 'zero'
  | 'range'
  | 'band'
  | 'all_of_rest'
  | 'increase_by'
  | 'decrease_by'
  | 'keep_or_raise'
  | 'done'
  | 'unclear';

/** Who brings the figure. The engine never divides a target: an allocation is somebody's decision. */
export type TargetMode = 'single_source' | 'allocated' | 'each_unit' | 'group';

/** How figures of several units become one. `ratio` adds numerators and denominators; percentages are never averaged. */
export type RollupMethod = 'sum' | 'ratio' | 'max' | 'last' | 'band' | 'all_done';

export interface Target {
  id: string;
  name: string;
  comparator: Comparator;
  /** False where the plan writes only "đạt N" and the comparator was inferred. */
  explicit: boolean;
  value: number | null;
  min?: number;
  max?: number;
  /** For `band`: lowest and highest step of the band; figures are counted cumulatively from `from` upward. */
  band?: { from: number; to: number };
  /** For `band`, `all_of_rest`: the count at `from` or higher, all higher bands included; `value` where absent. */
  cumulative?: number;
  /** For `increase_by`, `decrease_by`: difference in the target's unit (points for a rate, the default) or percent of the baseline. */
  change?: 'points' | 'percent';
  unit: string;
  per: string;
  deadline: LocalDate;
  /** A cross-check repeats another target as a difference and is not reported by itself. */
  role: 'target' | 'cross_check';
  /** Start value where the plan or an officer gave one. */
  baseline?: number | null;
  note?: string;
  evidence: string;
  mode: TargetMode;
  method: RollupMethod;
  /** `single_source`: the one agency that reports it. */
  responsible?: string;
  /** `allocated`: unit → its share as decided; `group`: group name → value for each of its units. */
  allocation?: Record<string, number>;
  /** `allocated`, `each_unit`, `group`: which units it concerns (kind and group of `UnitSelector`). */
  units?: { kinds?: string[]; groups?: string[]; units?: string[] };
  /** `each_unit`, `group`: groups that owe another level, in order of precedence. */
  overrides?: GroupOverride[];
  /** The version of the catalogue's indicator that its figures are held to. */
  indicator?: IndicatorPin;
}

/** Another level of the same target for the units of one group ("riêng các huyện nghèo 5 %", seed 000). */
export interface GroupOverride {
  group: string;
  value: number;
}

/** One reported value. Empty is null, never zero. */
export interface Figure {
  target: string;
  value: number | null;
  numerator?: number;
  denominator?: number;
  status: 'estimated' | 'final';
}
