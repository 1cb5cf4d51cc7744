import type { LateWork } from '#libs/domain';
import type { ObligationDoc, OrganisationOfDay, Store } from '#libs/store';

export type Filter = Record<string, unknown>;

/** Owed, and its due instant has passed: compared with now, never with when a timer fired. */
export const lateOn = (campaign: string, now: Date): Filter => ({
  campaign,
  state: { $in: ['open', 'returned'] },
  'clock.dueAt': { $lt: now },
  'clock.graceUntil': { $not: { $gte: now } },
});

type Late = Pick<ObligationDoc, '_id' | 'subject' | 'title' | 'state' | 'clock'>;

/** Longest late first. */
export async function findLate(store: Store, filter: Filter, limit: number): Promise<Late[]> {
  const projection = { subject: 1, title: 1, state: 1, 'clock.dueAt': 1 };
  const found = store.obligations.find(filter as never, { projection }).sort({ 'clock.dueAt': 1, _id: 1 });
  return await found.limit(limit).toArray();
}

export const lateWork =
  ({ tree }: OrganisationOfDay) =>
  ({ subject, title, state, clock }: Late): LateWork => ({
    unit: tree.unit(subject)?.name ?? subject,
    title,
    state,
    dueAt: clock.dueAt,
  });
