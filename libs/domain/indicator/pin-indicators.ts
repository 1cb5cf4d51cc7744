import type { Target } from '../target/target.types.js';
import type { Indicator } from './indicator.types.js';

/** Target id → indicator id, as officers said it. */
export type IndicatorLinks = Record<string, string>;

/** The indicator a target is linked with: as said now, else as an earlier plan had it; null where nobody said one. */
export const linkOf = (target: Pick<Target, 'id' | 'indicator'>, links: IndicatorLinks): string | null =>
  Object.hasOwn(links, target.id) ? links[target.id]! : (target.indicator?.id ?? null);

/**
 * Holds every linked target to the newest version of its indicator. A link that leads nowhere is left out here and found by the gate.
 * @param catalogue the newest version of each indicator
 */
export function pinIndicators(targets: Target[], links: IndicatorLinks, catalogue: readonly Indicator[]): Target[] {
  const known = new Map(catalogue.map((one) => [one.id, one]));
  return targets.map((target) => {
    const id = linkOf(target, links);
    const { indicator: _, ...rest } = target;
    const found = id === null ? undefined : known.get(id);
    return found ? { ...rest, indicator: { id: found.id, version: found.version, decimals: found.decimals } } : rest;
  });
}
