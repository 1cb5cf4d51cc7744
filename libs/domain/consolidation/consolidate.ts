import type { Figure, Target } from '../target/target.types.js';
import { methods, partOf, type Part } from './methods.js';
import type { Coverage, MissingReason, ReportRow, Total } from './total.types.js';

const UNREVIEWED = ['submitted', 'received'];
const COUNTED = [...UNREVIEWED, 'accepted', 'done'];

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
        asked.map((unit) => entryOf(target, unit, byUnit.get(unit))),
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
        totals.map((total) => ({ ...total, part: empty(total) ? null : total })),
      );
    });
}

/** The figures a middle level proposes to the next one: its total, with the parts a rate needs. */
export function proposedFigures(totals: readonly Total[]): Figure[] {
  return totals.map(({ target, value, numerator, denominator, coverage, unreviewed, estimated }) => ({
    target,
    value,
    ...(numerator !== undefined && { numerator, denominator }),
    status: estimated + unreviewed + coverage.missing.length > 0 ? 'estimated' : 'final',
  }));
}

interface Entry {
  part: Part | null;
  coverage: Coverage;
  unreviewed: number;
  estimated: number;
}

const empty = ({ value, numerator }: Total): boolean => value === null && numerator === undefined;

function entryOf(target: Target, unit: string, row: ReportRow | undefined): Entry {
  if (!row || !COUNTED.includes(row.state)) return missing(unit, reasonOf(row));
  const unreviewed = UNREVIEWED.includes(row.state) ? 1 : 0;
  const coverage = { expected: 1, in: 1, nil: row.nil ? 1 : 0, missing: [], reasons: {} };
  if (row.nil) return { part: null, coverage, unreviewed, estimated: 0 };
  const figure = row.figures.find((each) => each.target === target.id);
  const part = partOf(target, figure);
  if (typeof part === 'string') return missing(unit, part);
  return { part, coverage, unreviewed, estimated: figure?.status === 'estimated' ? 1 : 0 };
}

function reasonOf(row: ReportRow | undefined): MissingReason {
  const state = row?.state;
  return state === 'returned' || state === 'lapsed' || state === 'excused' ? state : 'no_report';
}

const missing = (unit: string, reason: MissingReason): Entry => ({
  part: null,
  coverage: { expected: 1, in: 0, nil: 0, missing: [unit], reasons: { [unit]: reason } },
  unreviewed: 0,
  estimated: 0,
});

function combine(target: Target, entries: readonly Entry[]): Total {
  const count = (of: (entry: Entry) => number): number => entries.reduce((sum, entry) => sum + of(entry), 0);
  const reasons = Object.assign({}, ...entries.map(({ coverage }) => coverage.reasons)) as Coverage['reasons'];
  const absent = entries.flatMap(({ coverage }) => coverage.missing).sort();
  const parts = entries.flatMap(({ part }) => (part ? [part] : []));
  const { value, numerator, denominator } = methods[target.method](parts, { target, complete: absent.length === 0 });
  return {
    target: target.id,
    method: target.method,
    value,
    ...(numerator !== undefined && { numerator, denominator }),
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
