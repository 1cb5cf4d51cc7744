import { kindFacts } from '../obligation/kinds.js';
import type { Obligation } from '../obligation/obligation.types.js';
import { dayNumber, localDateOf } from '../time/local-date.js';

/** What is known of an obligation for counting it. */
export type Counted = Pick<Obligation, 'kind' | 'state' | 'submittedAt' | 'onTime' | 'nil' | 'returns' | 'deadlines'>;

/** Counts of reports and pledges. `onTime + late = actual ≤ expected`; nil and returned are among the actual, or were once. */
export interface Statistics {
  /** Owed and opened: the denominator, from the obligations themselves. */
  expected: number;
  /** Handed in and standing, once each, however often they came. */
  actual: number;
  /** actual / expected in percent, rounded to 2 decimals; null where nothing is owed. Never above 100. */
  rate: number | null;
  onTime: number;
  late: number;
  nil: number;
  returned: number;
  /** Owed past the date and not handed in. */
  overdue: number;
  /** Days after the date granted: to the day of handing in, or to today where it is still owed. */
  daysLate: number;
}

export const NO_STATISTICS: Statistics = {
  ...{ expected: 0, actual: 0, rate: null, onTime: 0, late: 0, nil: 0, returned: 0, overdue: 0, daysLate: 0 },
};

/** What is not counted: kinds that are no reports or pledges, what was excused, what has not opened. */
export const isExpected = ({ kind, state }: Pick<Counted, 'kind' | 'state'>): boolean =>
  kindFacts[kind].counted && state !== 'excused' && state !== 'scheduled';

/** Adds one obligation to what was counted so far. */
export function count(so: Statistics, o: Counted, now: Date): Statistics {
  if (!isExpected(o)) return so;
  const dueAt = o.deadlines[o.deadlines.length - 1]!.dueAt;
  const handedIn = o.submittedAt !== null;
  const until = o.submittedAt ?? now;
  const overdue = !handedIn && now > dueAt;
  const isLate = handedIn ? o.onTime === false : overdue;
  const daysLate = isLate ? Math.max(1, dayNumber(localDateOf(until)) - dayNumber(localDateOf(dueAt))) : 0;
  const add = (test: boolean): number => (test ? 1 : 0);
  const expected = so.expected + 1;
  const actual = so.actual + add(handedIn);
  return {
    expected,
    actual,
    rate: rateOf(actual, expected),
    onTime: so.onTime + add(handedIn && o.onTime === true),
    late: so.late + add(handedIn && o.onTime === false),
    nil: so.nil + add(handedIn && o.nil),
    returned: so.returned + add(o.returns > 0),
    overdue: so.overdue + add(overdue),
    daysLate: so.daysLate + daysLate,
  };
}

const rateOf = (actual: number, expected: number): number => Math.floor((actual * 10_000) / expected) / 100;
