import { compare, decimal, plus } from '../target/decimal.js';
import type { Figure, Target } from '../target/target.types.js';
import { entryOf, type Entry } from './entry.js';
import { methods, type Combined, type Part, type Whole } from './methods.js';
import type { Coverage, ReportRow, Total } from './total.types.js';

/** Whether a unit is asked for a target, as far as its id tells (`concerns` knows kinds and groups too). */
function concernsById(target: Target, unit: string): boolean {
  if (target.mode === 'single_source') return target.responsible === unit;
  return target.mode !== 'allocated' || Object.hasOwn(target.allocation ?? {}, unit);
}

/**
 * The round's table: one total per target over the reports that are in. Reports not yet reviewed count and are marked; a returned
 * one does not count until it comes back; a nil report brings nothing and is in. Missing units are named, never filled in.
 * @param targets cross-checks are passed over
 * @param rows one per unit; their order matters only for the method `last` (latest last)
 * @param expectedUnits units that owe this round
 * @param concerned whether a unit is asked for a target; by default what its id alone tells
 * @throws RangeError when a unit has two rows
 */
export function consolidate(
  targets: readonly Target[],
  rows: readonly ReportRow[],
  expectedUnits: readonly string[],
  concerned: (target: Target, unit: string) => boolean = concernsById,
): Total[] {
  const byUnit = new Map(rows.map((row) => [row.unit, row]));
  if (byUnit.size !== rows.length) throw new RangeError('a unit has two rows');
  // in the order of the rows, so that `last` is the latest; units without a row after them
  const ordered = [...new Set([...rows.map(({ unit }) => unit), ...expectedUnits])];
  const expected = new Set(expectedUnits);
  return targets
    .filter(({ role }) => role === 'target')
    .map((target) => {
      const asked = ordered.filter((unit) => expected.has(unit) && concerned(target, unit));
      return combine(
        target,
        asked.map((unit) => named(unit, entryOf(target, byUnit.get(unit)))),
      );
    });
}

/**
 * Totals of several rounds made one: a district's from its communes' and its own figures, a province's from its districts'. Gives what
 * consolidating all reports at once would give. @param parts totals of disjoint sets of units
 */
export function merge(targets: readonly Target[], parts: readonly (readonly Total[])[]): Total[] {
  return targets
    .filter(({ role }) => role === 'target')
    .map((target) => {
      const totals = parts.flatMap((totalsOfOne) => totalsOfOne.filter((total) => total.target === target.id));
      return combine(
        target,
        totals.map((total) => ({ ...total, part: partOfTotal(total) })),
      );
    });
}

/** The figures a middle level proposes to the next one: its total, with the parts a rate needs. What is said by hand is not proposed. */
export function proposedFigures(totals: readonly Total[]): Figure[] {
  return totals.map(({ target, value, numerator, denominator, coverage, unreviewed, estimated }) => ({
    target,
    value,
    ...(numerator !== undefined && { numerator, denominator }),
    status: estimated + unreviewed + coverage.missing.length > 0 ? 'estimated' : 'final',
  }));
}

interface Named extends Pick<Entry, 'part' | 'unreviewed' | 'estimated'> {
  coverage: Coverage;
}

function named(unit: string, { missing, in: present, nil, ...entry }: Entry): Named {
  const gap = missing ? { missing: [unit], reasons: { [unit]: missing } } : { missing: [], reasons: {} };
  return { ...entry, coverage: { expected: 1, in: present, nil, ...gap } };
}

function partOfTotal({ value, numerator, denominator }: Total): Part | null {
  if (numerator === undefined || denominator === undefined) return value === null ? null : { value };
  return { value, numerator: decimal(numerator), denominator: decimal(denominator) };
}

function combine(target: Target, entries: readonly Named[]): Total {
  const count = (of: (entry: Named) => number): number => entries.reduce((sum, entry) => sum + of(entry), 0);
  const reasons = Object.assign({}, ...entries.map(({ coverage }) => coverage.reasons)) as Coverage['reasons'];
  const absent = entries.flatMap(({ coverage }) => coverage.missing).sort();
  const parts = entries.flatMap(({ part }) => (part ? [part] : []));
  return {
    target: target.id,
    method: target.method,
    ...valueOf(target, parts, absent.length === 0),
    coverage: {
      expected: count(({ coverage }) => coverage.expected),
      in: count(({ coverage }) => coverage.in),
      nil: count(({ coverage }) => coverage.nil),
      missing: absent,
      reasons,
    },
    unreviewed: count(({ unreviewed }) => unreviewed),
    estimated: count(({ estimated }) => estimated),
  };
}

const ZERO = decimal(0);

function valueOf(target: Target, parts: readonly Part[], complete: boolean): Combined {
  const values = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  const whole: Whole = {
    target,
    parts: parts.length,
    value: values.map(decimal).reduce(plus, ZERO),
    numerator: parts.map(({ numerator = ZERO }) => numerator).reduce(plus, ZERO),
    denominator: parts.map(({ denominator = ZERO }) => denominator).reduce(plus, ZERO),
    max: values.reduce<number | null>((top, one) => (top === null || greater(one, top) ? one : top), null),
    last: values.at(-1) ?? null,
    complete,
  };
  return methods[target.method](whole);
}

const greater = (a: number, b: number): boolean => compare(decimal(a), decimal(b)) > 0;
