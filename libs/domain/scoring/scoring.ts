import type { Refusal } from '../lifecycle/refusal.js';
import type { Criterion } from '../plan/plan.types.js';
import { sumExact } from '../target/decimal.js';
import { refuseRecord, refuseSelfScore, refuseVerification } from './gate.js';
import { onTimePoints, onTimeShare } from './on-time.js';
import type { ScoreLine, ScoreSheet, UnitScore } from './score.types.js';
import { added, totalPoints } from './total.js';
import { lineTrace, totalTrace } from './trace.js';

/**
 * A unit's score: what it claims and what was found, kept apart, and the ledger's own points. A part with nothing expected is left out
 * and the others are re-weighted to the full maximum. Points are rounded to hundredths, once per criterion and once in the total.
 * @returns the score with a trace that explains every point, or a refusal in words
 */
export function score(criteria: readonly Criterion[], sheet: ScoreSheet): UnitScore | Refusal {
  const { unit, self, verified, record } = sheet;
  const refused =
    refuseRecord(record) ?? refuseSelfScore(criteria, self) ?? refuseVerification(criteria, self, verified);
  if (refused) return refused;
  const lines = criteria.map((criterion) => lineOf(criterion, sheet));
  const counted = lines.filter(({ leftOut }) => !leftOut);
  const fullMax = sumExact(criteria.map(({ max }) => max));
  const countedMax = sumExact(counted.map(({ max }) => max));
  const totalOf = (of: 'self' | 'verified') => totalPoints(lines.map((line) => ({ ...line, points: line[of] })));
  const total = totalOf('verified');
  const claimed = lines.filter((_, index) => criteria[index]?.source === 'self');
  const children = criteria.map((criterion, index) => lineTrace(criterion, lines[index]!, record));
  return {
    unit,
    lines,
    selfTotal: totalOf('self'),
    total,
    onTimeShare: onTimeShare(record),
    verifiedPart: added(claimed.map((line) => line.verified)),
    trace: totalTrace({ total, fullMax, countedMax, sum: added(counted.map((line) => line.verified)) }, children),
  };
}

function lineOf({ id, max, source }: Criterion, { self, verified, record }: ScoreSheet): ScoreLine {
  if (source === 'on_time') {
    const points = onTimePoints(record, max);
    return { criterion: id, max, self: points, verified: points, reason: null, leftOut: points === null };
  }
  const found = verified[id];
  const reason = found?.reason?.trim() ? found.reason : null;
  return { criterion: id, max, self: self[id] ?? null, verified: found?.points ?? null, reason, leftOut: false };
}
