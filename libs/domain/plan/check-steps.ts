import { dutiesOf, type PlanInspection } from './plan-inspection.js';
import { planFinding, type PlanFinding } from './plan-finding.js';
import type { CampaignPlan } from './plan.types.js';

/** Steps wait only for steps that are there, never in a circle, and every duty has somebody who owes it and somebody who collects. */
export function checkSteps(inspection: PlanInspection): PlanFinding[] {
  const { plan } = inspection;
  const ids = plan.steps.map(({ id }) => id);
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => planFinding('step-twice', { where: id, id })),
    ...plan.steps.flatMap((step) =>
      step.after
        .filter((condition) => !ids.includes(condition.step))
        .map((condition) => planFinding('unknown-step', { where: step.id, id: condition.step })),
    ),
    ...plan.steps
      .filter((step) => step.skip && step.duties.length > 0)
      .map((step) => planFinding('skipped-with-duties', { where: step.id })),
    ...cycle(plan),
    ...dutiesOf(plan).flatMap(({ duty, where }) => {
      const owners = inspection.owners(duty);
      if (owners.length === 0) return [planFinding('nobody-owes', { where })];
      return inspection.collectors(duty).flatMap((collector, i) => {
        const id = owners[i]!;
        if (collector === null) return [planFinding('no-collector', { where, id })];
        return collector === (duty.answeredBy ?? id) && owners.length === 1
          ? [planFinding('own-work', { where, id })]
          : [];
      });
    }),
    ...owedTwice(inspection),
  ];
}

/** The first circle of conditions; a skipped step satisfies and waits for nobody. */
function cycle({ steps }: CampaignPlan): PlanFinding[] {
  const waits = new Map(steps.map(({ id, skip, after }) => [id, skip ? [] : after.map(({ step }) => step)]));
  const cleared = new Set<string>();
  const circle = (id: string, path: string[]): string[] | null => {
    if (cleared.has(id)) return null;
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    for (const next of waits.get(id) ?? []) {
      const found = circle(next, [...path, id]);
      if (found) return found;
    }
    cleared.add(id);
    return null;
  };
  for (const { id } of steps) {
    const found = circle(id, []);
    if (found) return [planFinding('step-cycle', { where: id, id: found.join(' → ') })];
  }
  return [];
}

/** One obligation per step, kind and unit; a follow-up has one per target (`layOut`). */
function owedTwice(inspection: PlanInspection): PlanFinding[] {
  const seen = new Set<string>();
  return dutiesOf(inspection.plan).flatMap(({ step, duty, where }) =>
    inspection.owners(duty).flatMap((id) => {
      const key = [step.id, duty.kind, id, step.kind === 'follow_up' ? duty.level : ''].join('.');
      if (seen.has(key)) return [planFinding('owed-twice', { where, id })];
      seen.add(key);
      return [];
    }),
  );
}
