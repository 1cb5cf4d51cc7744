import { refuse, type Refusal } from '../lifecycle/refusal.js';
import type { Indicator, IndicatorDraft } from './indicator.types.js';

/** More digits than any statistic of ours is kept with. */
export const MAX_DECIMALS = 6;

/**
 * The next version of an indicator, or its first. Its unit stays: figures in another unit cannot be compared with those before, so they
 * are another indicator's. A deprecated one that is defined anew is in use again.
 * @returns the indicator as it stood when the draft says nothing new
 */
export function defineIndicator(before: Indicator | null, draft: IndicatorDraft): Indicator | Refusal {
  const next: Indicator = { ...draft, version: (before?.version ?? 0) + 1, deprecated: null };
  if (!before) return next;
  const { id } = before;
  if (draft.keeper !== before.keeper) return refuse('indicator-keeper', { id, keeper: before.keeper });
  if (draft.unit !== before.unit)
    return refuse('indicator-unit-changed', { id, unit: before.unit, wanted: draft.unit });
  return saysTheSame(before, next) ? before : next;
}

/** Takes an indicator out of use for plans to come; campaigns that are held to it go on as they were launched. */
export function deprecateIndicator(
  before: Indicator,
  { ground, replacedBy }: { ground: string; replacedBy: Indicator | null },
): Indicator | Refusal {
  const { id } = before;
  if (before.deprecated) return refuse('indicator-deprecated-before', { id });
  if (replacedBy?.id === id) return refuse('indicator-replaces-itself', { id });
  if (replacedBy?.deprecated) return refuse('indicator-deprecated', { id: replacedBy.id });
  return { ...before, version: before.version + 1, deprecated: { ground, replacedBy: replacedBy?.id ?? null } };
}

const SAID = ['name', 'definition', 'unit', 'source', 'method', 'decimals', 'keeper'] as const;

const saysTheSame = (a: Indicator, b: Indicator): boolean =>
  a.deprecated === null &&
  SAID.every((fact) => a[fact] === b[fact]) &&
  (a.owner?.kinds.join() ?? null) === (b.owner?.kinds.join() ?? null);
