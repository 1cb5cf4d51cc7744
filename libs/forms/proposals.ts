import { fromChildren, fromLastPeriod, type FigureStatus, type Proposal, type Total } from '#libs/domain';
import type { Store } from '#libs/store';
import { earlierReports, lastFigures } from './earlier-reports.js';
import type { Owed, PinnedForm } from './form-for.js';

export type PrefillFrom = 'last_period' | 'children';

/** What could be filled in from one source, for a column of the form. */
export async function proposalsFor(
  store: Store,
  { form, plan }: PinnedForm,
  owed: Owed,
  from: PrefillFrom,
  status: FigureStatus,
): Promise<Proposal[]> {
  if (from === 'last_period') return fromLastPeriod(form, lastFigures(await earlierReports(store, plan, owed)), status);
  if (!owed.consolidates) return [];
  const header = await store.headers.findOne({ _id: owed.consolidates });
  return fromChildren(form, owed.consolidates, (header?.totals ?? []) as Total[], status);
}

/** The column this report asks for: final once the period is over with nothing to come, else an estimate (ước thực hiện). */
export function columnOf({ form, plan }: PinnedForm): FigureStatus {
  if (form.kind !== 'report') return 'final';
  const step = plan.steps.find(({ id }) => id === form.step);
  const cutoff = step?.duties.find(({ kind }) => kind === form.kind)?.cutoff;
  return step?.period && cutoff !== undefined && cutoff < step.period.to ? 'estimated' : 'final';
}
