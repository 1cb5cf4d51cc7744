import { obligationId } from '#libs/contracts';
import { overrideFor, plannedFor, plannedTotal, type CampaignPlan, type Target } from '#libs/domain';
import { organisationOn, type Store, type SubmissionDoc } from '#libs/store';
import type { Owed, PinnedForm } from './form-for.js';

/** What stands beside a cell: what was assigned to the unit, by which group's level, and what it pledged. */
export interface Assigned {
  target: string;
  assigned: number | null;
  /** The group whose own level holds for the unit. */
  group: string | null;
  pledged: number | null;
}

/** Assigned and pledged per target of a form. @param day local day whose organisation decides groups */
export async function assignedBeside(store: Store, { form, plan }: PinnedForm, owed: Owed, day: string) {
  const { tree } = await organisationOn(store, day);
  const unit = tree.unit(owed.subject);
  const pledges = await pledgesOf(store, plan, owed.subject);
  const below = tree.select(plan.participants, plan.launchingUnit).flatMap((id) => tree.unit(id) ?? []);
  const assigned = (target: Target, asked: 'own' | 'below'): number | null => {
    if (asked === 'below') return plannedTotal(target, below);
    return unit ? plannedFor(target, unit) : null;
  };
  return form.cells.map(({ target: id, asked }): Assigned => {
    const target = plan.targets.find((one) => one.id === id)!;
    return {
      target: id,
      assigned: assigned(target, asked),
      group: (unit && asked === 'own' && overrideFor(target, unit)?.group) || null,
      pledged: pledges.get(id) ?? null,
    };
  });
}

/** What the unit signed for; the last covenant step counts. */
async function pledgesOf(store: Store, plan: CampaignPlan, unit: string): Promise<Map<string, number | null>> {
  const steps = plan.steps.filter(({ kind }) => kind === 'covenant');
  const ids = steps.map(({ id }) => obligationId(plan.code, id, 'covenant', unit));
  if (ids.length === 0) return new Map();
  const found = await store.obligations
    .find({ _id: { $in: ids }, submission: { $ne: null } } as never, { projection: { submission: 1 } })
    .toArray();
  const submissions = (await store.submissions
    .find({ _id: { $in: found.map(({ submission }) => submission as string) } } as never)
    .sort({ at: 1 })
    .toArray()) as unknown as SubmissionDoc[];
  const pledges = submissions.flatMap(
    ({ content }) => (content.pledges ?? []) as { target: string; value: number | null }[],
  );
  return new Map(pledges.map(({ target, value }) => [target, value]));
}
