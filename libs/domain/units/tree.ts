import type { LocalDate } from '../time/local-date.js';
import type { ParentEdge, Unit, UnitSelector } from './unit.types.js';
import { TwoParents, UnitCycle } from './unit-tree-defects.js';

/** The organisation as it stood on one day. Units not alive on that day are known to `unit` and `successorsOf` only. */
export interface UnitTree {
  readonly date: LocalDate;
  /** Any unit ever known, alive on the day or not. */
  unit(id: string): Unit | undefined;
  /** Null for a root and for a unit that is not alive. */
  parentOf(id: string): string | null;
  /** In order of id. */
  childrenOf(id: string): string[];
  /** Nearest first. */
  ancestorsOf(id: string): string[];
  /**
   * Units that meet every condition, in order of id: those below `root` (of the whole tree without it).
   * The root itself is taken only when the selector names it.
   */
  select(selector: UnitSelector, root?: string): string[];
  /** Units alive on the day that took over from a unit that has ended, through chains of mergers; empty while it lives. */
  successorsOf(id: string): string[];
}

/** Validity is from `validFrom` to `validTo`, both days included. */
export function isValidOn(
  { validFrom, validTo }: { validFrom: LocalDate; validTo: LocalDate | null },
  date: LocalDate,
): boolean {
  return validFrom <= date && (validTo === null || date <= validTo);
}

/**
 * The tree of a day. An edge counts when it and both of its units are valid on that day.
 * @throws UnitCycle, TwoParents
 */
export function treeAsOf(units: Unit[], edges: ParentEdge[], date: LocalDate): UnitTree {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const alive = new Map(units.filter((unit) => isValidOn(unit, date)).map((unit) => [unit.id, unit]));
  const parents = parentsOn(alive, edges, date);
  refuseCycles(parents, date);
  const children = childrenBy(parents);

  const ancestorsOf = (id: string): string[] => {
    const path: string[] = [];
    for (let up = parents.get(id); up !== undefined; up = parents.get(up)) path.push(up);
    return path;
  };
  const isBelow = (id: string, top: string): boolean => {
    for (let up = parents.get(id); up !== undefined; up = parents.get(up)) if (up === top) return true;
    return false;
  };

  return {
    date,
    unit: (id) => known.get(id),
    parentOf: (id) => parents.get(id) ?? null,
    childrenOf: (id) => [...(children.get(id) ?? [])],
    ancestorsOf,
    select: (selector, root) =>
      [...alive.values()]
        .filter((unit) => matches(unit, selector))
        .filter(({ id }) => selector.under === undefined || isBelow(id, selector.under))
        .filter(({ id }) => root === undefined || isBelow(id, root) || (id === root && !!selector.units?.includes(id)))
        .map(({ id }) => id)
        .sort(),
    successorsOf: (id) => (alive.has(id) ? [] : [...heirsOf(id, known, alive, date)].sort()),
  };
}

function matches(unit: Unit, { units, kinds, groups, exclude }: UnitSelector): boolean {
  if (units && !units.includes(unit.id)) return false;
  if (kinds && !kinds.includes(unit.kind)) return false;
  if (groups && !groups.some((group) => unit.groups.includes(group))) return false;
  return !exclude?.includes(unit.id);
}

function parentsOn(alive: Map<string, Unit>, edges: ParentEdge[], date: LocalDate): Map<string, string> {
  const parents = new Map<string, string>();
  for (const edge of edges) {
    if (!isValidOn(edge, date) || !alive.has(edge.unit) || !alive.has(edge.parent)) continue;
    const other = parents.get(edge.unit);
    if (other !== undefined && other !== edge.parent) throw new TwoParents(edge.unit, [other, edge.parent], date);
    parents.set(edge.unit, edge.parent);
  }
  return parents;
}

function childrenBy(parents: Map<string, string>): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [unit, parent] of parents) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(unit);
    else children.set(parent, [unit]);
  }
  for (const siblings of children.values()) siblings.sort();
  return children;
}

/** Walks up from every unit once; each unit is walked over a single time. */
function refuseCycles(parents: Map<string, string>, date: LocalDate): void {
  const cleared = new Set<string>();
  for (const start of parents.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    for (let id: string | undefined = start; id !== undefined && !cleared.has(id); id = parents.get(id)) {
      if (onPath.has(id)) throw new UnitCycle([...path.slice(path.indexOf(id)), id], date);
      path.push(id);
      onPath.add(id);
    }
    for (const id of path) cleared.add(id);
  }
}

function heirsOf(
  id: string,
  known: Map<string, Unit>,
  alive: Map<string, Unit>,
  date: LocalDate,
  path: string[] = [],
): Set<string> {
  if (path.includes(id)) throw new UnitCycle([...path.slice(path.indexOf(id)), id], date);
  if (alive.has(id)) return new Set([id]);
  const next = known.get(id)?.successors ?? [];
  return new Set(next.flatMap((heir) => [...heirsOf(heir, known, alive, date, [...path, id])]));
}
