import { overrideFor, plannedFor, plannedTotal, type Target } from '#libs/domain';
import { pledgesOfUnit, targetsOfStep } from '#libs/pledges';
import { organisationOn, type Store } from '#libs/store';
import type { Owed, PinnedForm } from './form-for.js';

/** What stands beside a cell: what was assigned to the unit, by which group's level, and what it pledged. */
export interface Assigned {
  target: string;
  assigned: number | null;
  /** The group whose own level holds for the unit. */
  group: string | null;
  pledged: number | null;
}

/** Assigned and pledged per target of a form, at the levels of its period. @param day local day whose organisation decides groups */
export async function assignedBeside(store: Store, { form, plan }: PinnedForm, owed: Owed, day: string) {
  const { tree } = await organisationOn(store, day);
  const unit = tree.unit(owed.subject);
  const [pledges, targets] = await Promise.all([
    pledgesOfUnit(store, plan, owed.subject),
    targetsOfStep(store, plan.code, owed.step, day),
  ]);
  const below = tree.select(plan.participants, plan.launchingUnit).flatMap((id) => tree.unit(id) ?? []);
  const assigned = (target: Target, asked: 'own' | 'below'): number | null => {
    if (asked === 'below') return plannedTotal(target, below);
    return unit ? plannedFor(target, unit) : null;
  };
  return form.cells.map(({ target: id, asked }): Assigned => {
    const target = targets.find((one) => one.id === id)!;
    return {
      target: id,
      assigned: assigned(target, asked),
      group: (unit && asked === 'own' && overrideFor(target, unit)?.group) || null,
      pledged: pledges.get(id)?.value ?? null,
    };
  });
}
