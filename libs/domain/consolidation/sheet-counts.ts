import { isFinal } from '../obligation/kinds.js';
import type { Target } from '../target/target.types.js';
import { consolidate } from './consolidate.js';
import type { SheetCounts, SheetRow } from './sheet-row.types.js';
import type { Total } from './total.types.js';

/** Rows in the order in which their reports came: what `last` is judged by. */
export const inOrderOfTime = <R extends Pick<SheetRow, '_id' | 'handedInAt'>>(rows: readonly R[]): R[] =>
  [...rows].sort((a, b) => compareTimes([timeOf(a), a._id], [timeOf(b), b._id]));

export type TimeKey = readonly [at: number, id: string];
export const timeOf = ({ handedInAt }: Pick<SheetRow, 'handedInAt'>): number => handedInAt?.getTime() ?? 0;
export const compareTimes = ([at, id]: TimeKey, [otherAt, other]: TimeKey): number =>
  at - otherAt || (id === other ? 0 : id < other ? -1 : 1);

/** The header counted anew from all rows: what `SheetFold` keeps up to date row by row, and what proves it. */
export function sheetCounts(targets: readonly Target[], rows: readonly SheetRow[]): SheetCounts {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row.state] = (counts[row.state] ?? 0) + 1;
  const live = rows.filter(({ state }) => state !== 'excused');
  const count = (test: (row: SheetRow) => boolean): number => live.filter(test).length;
  return {
    expected: live.length,
    counts,
    onTime: count(({ onTime }) => onTime === true),
    late: count(({ onTime }) => onTime === false),
    nil: count(({ nil }) => nil),
    returned: count(({ returns }) => returns > 0),
    overdue: count(({ overdueAt }) => overdueAt !== null),
    open: count(({ state }) => !isFinal(state)),
    // a unit may owe one report on each of two lines: its rows are told apart by their own ids
    totals: namedTotals(targets, rows, ({ _id }) => _id).map(withoutNames),
  };
}

/** Totals with everybody who is missing by name. @param nameOf what a row is called by; one name per row, by default `unitOrOwnId` */
export function namedTotals(
  targets: readonly Target[],
  rows: readonly SheetRow[],
  nameOf: (row: SheetRow) => string = unitOrOwnId(rows),
): Total[] {
  const reported = new Set(rows.flatMap(({ figures }) => figures.map(({ target }) => target)));
  const live = inOrderOfTime(rows.filter(({ state }) => state !== 'excused'));
  const asked = new Map(live.map((row) => [nameOf(row), new Set(row.targets)]));
  const named = live.map((row) => ({ ...row, unit: nameOf(row) }));
  return consolidate(
    targets.filter(({ id }) => reported.has(id)),
    named,
    [...asked.keys()],
    ({ id }, name) => asked.get(name)!.has(id),
  );
}

/** By its unit where that unit has one row; members of a council vote for one unit, each with a row of their own. */
function unitOrOwnId(rows: readonly SheetRow[]): (row: SheetRow) => string {
  const counts = new Map<string, number>();
  for (const { unit } of rows) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return ({ unit, _id }) => (counts.get(unit) === 1 ? unit : _id);
}

function withoutNames({ coverage: { expected, in: present, nil }, ...total }: Total) {
  return { ...total, coverage: { expected, in: present, nil } };
}
