import type { DocumentRef } from '../obligation/commands.types.js';
import { refuse, type Refusal } from '../lifecycle/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import { goalOf, withGoal } from './goal.js';
import type { Target } from './target.types.js';

/** A target has another level in mid-campaign, by a document (row 16). The plan stays as it was launched. */
export interface TargetAmendment {
  n: number;
  target: string;
  /** The target's own level from then on; shares and levels of groups stay what they are unless they are named. */
  value?: number;
  /** `allocated`: other shares, by unit. */
  shares?: Record<string, number>;
  /** First day on which it holds: periods before it keep the old level. */
  from: LocalDate;
  document: DocumentRef;
  by: string;
  at: Date;
}

/** The targets at the levels that hold on a day: amendments in the order in which they were decided. */
export function targetsOn(
  targets: readonly Target[],
  amendments: readonly TargetAmendment[],
  day: LocalDate,
): Target[] {
  const held = amendments.filter(({ from }) => from <= day);
  return targets.map((target) => held.filter((one) => one.target === target.id).reduce(amended, target));
}

/**
 * The day whose levels a report is held against: the last of its period, so that an amendment reaches the period in which it begins to hold and
 * all after it, and none before it, whenever they are handed in. Without a period it is today.
 */
export const levelDay = (period: { to: LocalDate } | null | undefined, today: LocalDate): LocalDate =>
  period?.to ?? today;

function amended(target: Target, { value, shares }: TargetAmendment): Target {
  const raised = value === undefined ? target : withGoal(target, value);
  return shares ? { ...raised, allocation: { ...raised.allocation, ...shares } } : raised;
}

/** Why a target cannot be amended so; null when it can. */
export function amendmentRefused(
  targets: readonly Target[],
  amendments: readonly TargetAmendment[],
  { target: id, value, shares, from }: Pick<TargetAmendment, 'target' | 'value' | 'shares' | 'from'>,
): Refusal | null {
  const target = targetsOn(targets, amendments, from).find((one) => one.id === id && one.role === 'target');
  if (!target) return refuse('target-unknown', { target: id });
  if (shares && target.mode !== 'allocated') return refuse('target-has-no-shares', { target: id });
  const stranger = Object.keys(shares ?? {}).find((unit) => !Object.hasOwn(target.allocation ?? {}, unit));
  if (stranger !== undefined) return refuse('target-not-shared', { target: id, unit: stranger });
  const moves = Object.entries(shares ?? {}).some(([unit, share]) => target.allocation![unit] !== share);
  return moves || (value !== undefined && value !== goalOf(target)) ? null : refuse('target-unmoved', { target: id });
}
