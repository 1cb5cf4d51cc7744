import { obligationId } from '#libs/contracts';
import { hasForm, type CampaignPlan, type EarlierFigure, type Report } from '#libs/domain';
import { readSubmission, readTogether, type ObligationDoc, type Store } from '#libs/store';
import type { Owed } from './form-for.js';

/** A report of the same unit in an earlier period of the campaign. */
export interface EarlierReport {
  obligation: string;
  title: string;
  step: string;
  report: Report;
}

/** Periods looked back: enough to find both the last estimate and the last final figure. */
const LOOK_BACK = 4;

/**
 * What the unit reported before this step, latest first; by key, so it costs two reads that units reporting side by side
 * share, and none where this is the first report.
 */
export async function earlierReports(store: Store, plan: CampaignPlan, owed: Owed): Promise<EarlierReport[]> {
  const ids = reportsBefore(plan, owed);
  if (ids.length === 0) return [];
  const found = await Promise.all(ids.map((id) => readTogether<ObligationDoc>(store, 'obligations', id, EARLIER)));
  const standing = found
    .flatMap((one) => (one?.submission && one.submittedAt !== null ? [{ ...one, submission: one.submission }] : []))
    .reverse()
    .slice(0, LOOK_BACK);
  const submissions = await Promise.all(standing.map(({ submission }) => readSubmission(store, submission)));
  return standing.flatMap(({ _id, title, step }, n) => {
    const report = submissions[n]?.content as Report | undefined;
    return report ? [{ obligation: _id, title, step, report }] : [];
  });
}

const EARLIER = { title: 1, step: 1, submission: 1, submittedAt: 1 } as const;

/** In the plan's order, as steps follow each other in time. */
function reportsBefore({ code, steps }: CampaignPlan, { step, subject }: Owed): string[] {
  const here = steps.findIndex(({ id }) => id === step);
  const before = steps.slice(0, here).flatMap(({ id, duties }) => duties.map(({ kind }) => ({ id, kind })));
  return [...new Set(before.filter(hasForm).map(({ id, kind }) => obligationId(code, id, kind, subject)))];
}

/** The last figure of each target with one status, or with any. */
export function lastFigures(earlier: readonly EarlierReport[], status?: EarlierFigure['status']): EarlierFigure[] {
  const last = new Map<string, EarlierFigure>();
  for (const { obligation, title, report } of earlier)
    for (const figure of report.figures ?? [])
      if (figure.value !== null && (status === undefined || figure.status === status) && !last.has(figure.target))
        last.set(figure.target, { ...figure, obligation, title });
  return [...last.values()];
}
