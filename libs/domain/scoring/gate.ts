import { refuse, type Refusal } from '../lifecycle/refusal.js';
import type { Criterion } from '../plan/plan.types.js';
import type { OnTimeRecord, ScoreSheet, VerifiedPoints } from './score.types.js';

/** What a unit may claim: a number from 0 to the maximum for criteria that are claimed at all. */
export function refuseSelfScore(criteria: readonly Criterion[], self: ScoreSheet['self']): Refusal | null {
  return firstRefusal(self, (id, points) => refusePoints(criteria, id, points, 'self-above-max'));
}

/** What a verifier may find: at most the maximum, and not another number than claimed without a reason. */
export function refuseVerification(
  criteria: readonly Criterion[],
  self: ScoreSheet['self'],
  verified: ScoreSheet['verified'],
): Refusal | null {
  return firstRefusal<VerifiedPoints>(verified, (id, { points, reason }) => {
    const refused = refusePoints(criteria, id, points, 'verified-above-max');
    const claimed = self[id];
    if (refused || claimed === undefined || claimed === points || reason?.trim()) return refused;
    return refuse('change-without-reason', { criterion: nameOf(criteria, id), self: claimed, verified: points });
  });
}

/** The ledger must add up, or the points drawn from it mean nothing. */
export function refuseRecord(record: OnTimeRecord): Refusal | null {
  const { expected, onTime, late, never } = record;
  const whole = [expected, onTime, late, never].every((count) => Number.isInteger(count) && count >= 0);
  return whole && onTime + late + never === expected ? null : refuse('record-does-not-add-up', { ...record });
}

function refusePoints(
  criteria: readonly Criterion[],
  id: string,
  points: number,
  above: 'self-above-max' | 'verified-above-max',
): Refusal | null {
  const criterion = criteria.find((each) => each.id === id);
  if (!criterion) return refuse('unknown-criterion', { criterion: id });
  const { name, max, source } = criterion;
  if (source === 'on_time') return refuse('points-from-ledger', { criterion: name });
  if (!Number.isFinite(points)) return refuse('points-not-a-number', { criterion: name });
  if (points < 0) return refuse('points-below-zero', { criterion: name });
  return points > max ? refuse(above, { criterion: name, points, max }) : null;
}

function firstRefusal<T>(
  given: Readonly<Record<string, T>>,
  check: (id: string, value: T) => Refusal | null,
): Refusal | null {
  for (const [id, value] of Object.entries(given)) {
    const refused = check(id, value);
    if (refused) return refused;
  }
  return null;
}

const nameOf = (criteria: readonly Criterion[], id: string): string =>
  criteria.find((each) => each.id === id)?.name ?? id;
