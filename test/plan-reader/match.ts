import { assign } from './assign.js';
import { type Target } from './reading.types.js';
import { evidenceText, likeness, squeezed } from './text.js';
import { sameUnit } from './units.js';

const roleOf = (target: Target): string => target.role ?? 'target';

/** Whether one answer is among those an expectation allows. */
export function allows<T>(expected: T | T[], read: T): boolean {
  return Array.isArray(expected) ? expected.includes(read) : expected === read;
}

/** A target that is done or not has no number: 1 and nothing say the same. */
const isDone = (target: Target): boolean => allows<string | undefined>(target.comparator, 'done');

function sameNumber(a: number | null | undefined, b: number | null | undefined): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  return Math.abs(Number(a) - Number(b)) <= 1e-9 * Math.max(1, Math.abs(Number(a)));
}

/** The number of a target: one value, or both edges. */
export function sameValue(expected: Target, read: Target): boolean {
  if (expected.min !== undefined || expected.max !== undefined)
    return sameNumber(expected.min, read.min) && sameNumber(expected.max, read.max);
  if (isDone(expected) && [1, null, undefined].includes(expected.value))
    return read.value === null || read.value === undefined || Number(read.value) === 1;
  return sameNumber(expected.value, read.value);
}

export const sameComparator = (expected: Target, read: Target): boolean =>
  allows(expected.comparator ?? '', String(read.comparator ?? ''));

export const rightUnit = (expected: Target, read: Target): boolean =>
  sameUnit(expected.unit, read.unit, isDone(expected));

/** Found with value, comparator and unit right. */
export const isRight = (expected: Target, read: Target): boolean =>
  sameValue(expected, read) && sameComparator(expected, read) && rightUnit(expected, read);

export const sameDeadline = (expected: Target, read: Target): boolean =>
  expected.deadline === undefined ||
  allows<string | null>(expected.deadline ?? null, String(read.deadline ?? '') || null);

/** How well a row read answers a row expected; 0 where it is plainly another one. */
function gain(expected: Target, read: Target): number {
  const wanted = squeezed(evidenceText(expected.evidence));
  const found = squeezed(evidenceText(read.evidence));
  const touch = wanted !== '' && (found.includes(wanted) || (found.length > 3 && wanted.includes(found)));
  const name = expected.name ? likeness(expected.name, read.name ?? '') : 0.5;
  const value = sameValue(expected, read);
  if (!value && !touch && name < 0.6) return 0;
  if (expected.name && !touch && name < 0.3) return 0;
  return (
    (value ? 4 : 0) +
    (touch ? 2 : 0) +
    3 * name +
    (rightUnit(expected, read) ? 1 : 0) +
    (sameComparator(expected, read) ? 1 : 0) +
    (roleOf(expected) === roleOf(read) ? 1 : 0)
  );
}

export interface Pair {
  expected: Target;
  read: Target | null;
}

export interface Match {
  pairs: Pair[];
  /** Rows read that answer nothing expected. */
  extra: Target[];
}

/** Pairs expected and read targets, one to one, so that the whole fits best. */
export function matchTargets(expected: Target[], read: Target[]): Match {
  const columns = assign(expected.map((want) => read.map((row) => gain(want, row))));
  const taken = new Set(columns);
  return {
    pairs: expected.map((want, i) => ({ expected: want, read: read[columns[i] ?? -1] ?? null })),
    extra: read.filter((_, i) => !taken.has(i)),
  };
}

export { roleOf };
