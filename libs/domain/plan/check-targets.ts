import { concerns, overrideFor } from '../target/concern.js';
import { sumExact } from '../target/decimal.js';
import type { Target } from '../target/target.types.js';
import { dutiesOf, type PlanInspection } from './plan-inspection.js';
import { planFinding, type PlanFinding } from './plan-finding.js';
import type { ObligationKind } from './plan.types.js';

/** Papers that carry figures; a pledge promises them only. */
const FIGURES: readonly ObligationKind[] = ['report', 'interim_review', 'final_report', 'follow_up'];

/** Every target has a source and is asked for, on one level of a step; a cross-check is never asked for. */
export function checkTargets(inspection: PlanInspection): PlanFinding[] {
  const { plan } = inspection;
  const asking = dutiesOf(plan).filter(({ duty }) => FIGURES.includes(duty.kind));
  const asked = new Set<string>();
  const findings: PlanFinding[] = [];
  for (const { step, duty, where } of asking) {
    for (const id of duty.targets ?? []) {
      const target = plan.targets.find((one) => one.id === id);
      const key = `${step.id}.${id}`;
      if (!target) findings.push(planFinding('unknown-target', { where, id }));
      else if (target.role === 'cross_check') findings.push(planFinding('cross-check-asked', { where, id }));
      else if (asked.has(key)) findings.push(planFinding('target-asked-twice', { where, id }));
      else if (hasSource(inspection, target, inspection.owners(duty))) asked.add(id).add(key);
    }
  }
  return [...findings, ...plan.targets.flatMap((target) => checkTarget(inspection, target, asked))];
}

function checkTarget(inspection: PlanInspection, target: Target, asked: ReadonlySet<string>): PlanFinding[] {
  const { id, role, mode, allocation, method, value } = target;
  if (role === 'cross_check') return [];
  const { plan, tree } = inspection;
  const shares = sumExact(Object.values(allocation ?? {}));
  return [
    ...(hasSource(inspection, target, tree.select({}, plan.launchingUnit))
      ? []
      : [planFinding('target-without-source', { where: id, id })]),
    ...(asked.has(id) ? [] : [planFinding('target-not-asked', { where: id, id })]),
    ...(mode === 'allocated' && method === 'sum' && value !== null && shares !== value
      ? [planFinding('allocation-differs', { where: id, id, day: String(shares), other: String(value) })]
      : []),
    ...idleOverrides(inspection, target),
  ];
}

/** Another level for a group that no unit of the target belongs to, or in a mode that has no level per unit, would never be owed. */
function idleOverrides({ plan, tree }: PlanInspection, target: Target): PlanFinding[] {
  const { id, overrides = [] } = target;
  if (overrides.length === 0) return [];
  const units = tree.select({}, plan.launchingUnit).map((unit) => tree.unit(unit)!);
  const used = new Set(units.flatMap((unit) => overrideFor(target, unit)?.group ?? []));
  return overrides
    .filter(({ group }) => !used.has(group))
    .map(({ group }) => planFinding('override-without-units', { where: id, id, other: group }));
}

function hasSource({ tree }: PlanInspection, target: Target, units: string[]): boolean {
  return units.some((id) => {
    const unit = tree.unit(id);
    return unit !== undefined && concerns(target, unit);
  });
}
