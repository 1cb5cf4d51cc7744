import { type ExpectedPlan, type Reading } from './reading.types.js';

const one = (choice: string | string[] | null | undefined): string | null =>
  (Array.isArray(choice) ? choice[0] : choice) ?? null;

/** The reading that says exactly what is expected: the scorer must give it full marks. */
export function perfectReading(plan: ExpectedPlan): Reading {
  return {
    ...plan,
    issuer: one(plan.issuer),
    signatory: plan.signatory?.replace(/\([^()]*\)/g, '').trim() ?? null,
    end: plan.end ? { ...plan.end, inferred: plan.end.inferred ?? true } : null,
    numeric_targets: plan.numeric_targets.map((target) => ({
      ...target,
      comparator: one(target.comparator) ?? undefined,
      unit: one(target.unit),
      deadline: one(target.deadline),
    })),
  };
}
