import { block, type Fault } from '../form/fault.types.js';
import type { Criterion } from '../plan/plan.types.js';

/** Points as they are handed in; a verification that differs from the claim has a reason. */
export interface SaidScore {
  criterion: string;
  points: number;
  reason?: string;
}

/**
 * What is wrong with a score sheet, all at once: each criterion that is scored by hand has its points, once, within its maximum, and
 * nothing else has any. Whoever verifies says why where the points differ from the unit's own claim.
 * @param claims of the unit by criterion where the sheet verifies it; null for the unit's own sheet
 */
export function scoreFaults(
  criteria: readonly Criterion[],
  said: readonly SaidScore[],
  claims: ReadonlyMap<string, number> | null = null,
): Fault[] {
  const byHand = new Map(criteria.filter(({ source }) => source === 'self').map((one) => [one.id, one]));
  const known = new Set<string>();
  const wrong = said.flatMap(({ criterion, points, reason }) => {
    const path = `scores.${criterion}`;
    const asked = byHand.get(criterion);
    if (known.has(criterion)) return [block(path, 'fault.score-twice')];
    known.add(criterion);
    if (!asked) return [block(path, 'fault.score-not-asked', { criterion })];
    if (!Number.isFinite(points) || points < 0) return [block(path, 'fault.negative')];
    if (points > asked.max) return [block(path, 'fault.score-above-max', { points, max: asked.max })];
    const claim = claims?.get(criterion);
    if (claim === undefined || claim === points || reason?.trim()) return [];
    return [block(path, 'fault.score-unexplained', { claim, points })];
  });
  const missing = [...byHand.keys()].filter((id) => !known.has(id));
  return [...wrong, ...missing.map((id) => block(`scores.${id}`, 'fault.score-missing'))];
}
