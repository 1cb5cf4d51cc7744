import { totalPoints } from '../../../../libs/domain/scoring/total';
import type { PaperOf } from '../api/contracts';

/** The total of a score sheet with what the deadline ledger gives, by the rule that ranks; null while points are missing. */
export function sumOf(
  { criteria, ledger }: PaperOf<'self_score' | 'verification'>,
  pointsOf: (criterion: string) => number | null,
): { total: number | null; fullMax: number } {
  const byHand: { criterion: string; max: number }[] = criteria;
  const total = totalPoints([
    ...byHand.map(({ criterion, max }) => ({ max, points: pointsOf(criterion), leftOut: false })),
    ...ledger.map(({ max, points }) => ({ max, points, leftOut: points === null })),
  ]);
  return { total, fullMax: [...byHand, ...ledger].reduce((sum, { max }) => sum + max, 0) };
}
