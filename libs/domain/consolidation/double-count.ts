import { sumExact } from '../target/decimal.js';

/** One unit's say that a result was reached at a place in a period. */
export interface Claim {
  /** Indicator of the catalogue, or the target where it is held to none. */
  indicator: string;
  /** Unit in whose area the result stands. */
  place: string;
  period: string;
  unit: string;
  /** Kind of the claiming unit: what the owner rule speaks about. */
  kind: string;
  value: number;
}

/** The same result claimed by several units. */
export interface DoubleCount extends Pick<Claim, 'indicator' | 'place' | 'period'> {
  claims: Pick<Claim, 'unit' | 'kind' | 'value'>[];
  /** Whose figure counts by the indicator's owner rule; null where the rule names nobody here, or several of one kind. */
  owner: string | null;
  /** What the others add to a total on top of the owner's; null without an owner. */
  excess: number | null;
}

/**
 * Results that are claimed more than once: same indicator, place and period. Nothing is taken out of a total: it is flagged, with who counts.
 * @param ownersOf kinds of unit whose figure of an indicator counts, the first one first; empty where nobody decided it
 */
export function doubleCounts(
  claims: readonly Claim[],
  ownersOf: (indicator: string) => readonly string[],
): DoubleCount[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = JSON.stringify([claim.indicator, claim.place, claim.period]);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups]
    .filter(([, group]) => new Set(group.map(({ unit }) => unit)).size > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const { indicator, place, period } = group[0]!;
      const owner = ownerOf(group, ownersOf(indicator));
      const others = group.filter(({ unit }) => unit !== owner).map(({ value }) => value);
      const named = group.map(({ unit, kind, value }) => ({ unit, kind, value }));
      return { indicator, place, period, claims: named, owner, excess: owner === null ? null : sumExact(others) };
    });
}

function ownerOf(group: readonly Claim[], kinds: readonly string[]): string | null {
  for (const kind of kinds) {
    const units = [...new Set(group.filter((claim) => claim.kind === kind).map(({ unit }) => unit))];
    if (units.length) return units.length === 1 ? units[0]! : null;
  }
  return null;
}
