import { compare, decimal, divide, minus, plus, times, toNumber, type Decimal } from './decimal.js';
import type { Measured, Progress } from './progress.types.js';
import type { Comparator } from './target.types.js';

/**
 * How far below an "about N" (khoảng N) still counts as N. No law fixes it: 5 % is the last digit people round to in such
 * plans ("khoảng 85.000 lao động", "khoảng 10%"; seed 000 T01, T05). Above N nothing is lost: the plan asks for at least about N.
 */
export const APPROX_TOLERANCE = 0.05;

type Judgement = (measured: Measured) => Progress;

const PLACES = 6;
const ONE = decimal(1);
const HUNDRED = decimal(100);

/** `part / whole` as a plain number; a goal of zero that is held counts as reached, otherwise there is no share. */
function share(part: Decimal, whole: Decimal): number | null {
  const ratio = divide(part, whole, PLACES);
  if (ratio) return toNumber(ratio) + 0;
  return compare(part, whole) === 0 ? 1 : null;
}

/** Grows towards its goal: short of it the work goes on. */
const growing =
  (passes: (order: number) => boolean): Judgement =>
  ({ achieved, goal }) => ({
    status: passes(compare(achieved, goal)) ? 'met' : 'in_progress',
    ratio: share(achieved, goal),
  });

/** Must stay under a limit: the share is 1 while it is held, limit / figure beyond it. */
const limited =
  (passes: (order: number) => boolean): Judgement =>
  ({ achieved, goal, base }) => {
    if (passes(compare(achieved, goal))) return { status: 'met', ratio: 1 };
    const comingDown = base !== null && compare(achieved, base) < 0;
    return { status: comingDown ? 'in_progress' : 'not_met', ratio: share(goal, achieved) };
  };

/** The difference from the baseline, `way` +1 up or -1 down, against the goal in points or in percent of the baseline. */
const changed =
  (way: 1 | -1): Judgement =>
  ({ target, achieved, goal, base }) => {
    const from = base ?? decimal(0);
    // A percentage of nothing says nothing.
    if (target.change === 'percent' && from.digits <= 0n)
      return { status: 'unknown', ratio: null, reason: 'no_baseline' };
    const done = times(minus(achieved, from), decimal(way));
    const asked = target.change === 'percent' ? times(goal, from) : times(goal, ONE);
    const reached = target.change === 'percent' ? times(done, HUNDRED) : done;
    return { status: compare(reached, asked) >= 0 ? 'met' : 'in_progress', ratio: share(reached, asked) };
  };

const exactly: Judgement = (measured) => {
  const { target, achieved, goal } = measured;
  const order = compare(achieved, goal);
  const ratio = share(achieved, goal);
  if (order <= 0) return { status: order === 0 ? 'met' : 'in_progress', ratio };
  // "rải 09 tuyến" without a word like "đúng" was only inferred to be exact: ten roads are not a failure.
  return target.explicit ? { status: 'not_met', ratio } : { status: 'met', ratio, reason: 'above_goal' };
};

const approx: Judgement = ({ achieved, goal }) => {
  const margin = times(goal, decimal(APPROX_TOLERANCE));
  const size = margin.digits < 0n ? times(margin, decimal(-1)) : margin;
  const ratio = share(achieved, goal);
  if (compare(achieved, minus(goal, size)) < 0) return { status: 'in_progress', ratio };
  return compare(achieved, plus(goal, size)) > 0
    ? { status: 'met', ratio, reason: 'above_goal' }
    : { status: 'met', ratio };
};

const range: Judgement = ({ target, achieved, goal }) => {
  const ratio = share(achieved, goal);
  if (compare(achieved, goal) < 0) return { status: 'in_progress', ratio };
  const stretch = target.max === undefined ? null : share(minus(achieved, goal), minus(decimal(target.max), goal));
  return { status: 'met', ratio, ...(stretch !== null && { stretch }) };
};

const kept: Judgement = ({ achieved, goal }) => ({
  status: compare(achieved, goal) >= 0 ? 'met' : 'not_met',
  ratio: share(achieved, goal),
});

/** 1 = done and proved, 0 = not yet; the proof itself is with the submission. */
const done: Judgement = ({ achieved }) => {
  if (compare(achieved, ONE) === 0) return { status: 'met', ratio: 1 };
  if (achieved.digits === 0n) return { status: 'in_progress', ratio: 0 };
  return { status: 'unknown', ratio: null, reason: 'not_zero_or_one' };
};

const atLeast = growing((order) => order >= 0);

/** One judgement per comparator (`reference/domain.md` 1.7 names the traps). */
export const judgements: Record<Exclude<Comparator, 'unclear'>, Judgement> = {
  at_least: atLeast,
  more_than: growing((order) => order > 0),
  at_most: limited((order) => order <= 0),
  less_than: limited((order) => order < 0),
  zero: limited((order) => order === 0),
  exactly,
  approx,
  range,
  band: atLeast,
  all_of_rest: atLeast,
  increase_by: changed(1),
  decrease_by: changed(-1),
  keep_or_raise: kept,
  done,
};
