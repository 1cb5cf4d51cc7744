import type { RoundSeed } from '#libs/domain';

/**
 * Cuts the rounds of a step into cohorts of at most `size` obligations, along round borders and never across levels:
 * a province's round is one cohort, twenty small communes share one. A round larger than `size` stays whole.
 */
export function cutCohorts(
  rounds: RoundSeed[],
  size: number,
  id: (level: string, n: number) => string,
): Map<string, string> {
  const cohortOf = new Map<string, string>();
  const filling = new Map<string, { n: number; filled: number }>();
  for (const { _id, level, expected } of [...rounds].sort((a, b) => (a._id < b._id ? -1 : 1))) {
    const last = filling.get(level) ?? { n: 1, filled: 0 };
    const fits = last.filled === 0 || last.filled + expected <= size;
    const current = fits ? { n: last.n, filled: last.filled + expected } : { n: last.n + 1, filled: expected };
    filling.set(level, current);
    cohortOf.set(_id, id(level, current.n));
  }
  return cohortOf;
}
